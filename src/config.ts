import { z } from "zod";
import { AppError } from "./domain/errors.ts";

const schema = z.object({
  DATABASE_URL: z
    .string()
    .default("file:./attache.db")
    .refine((url) => url.startsWith("file:"), 'must begin with "file:" (SQLite), for instance file:./attache.db'),
  ATTACHE_DEBUG: z
    .enum(["0", "1"], "must be 0 or 1")
    .default("0")
    .transform((value) => value === "1"),
});

export interface Config {
  databaseUrl: string;
  /** Whether stack traces are shown. */
  debug: boolean;
}

/** Reads the environment, the only place that does. Throws an AppError ("config") that names every mistake at once, a sentence each. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = schema.safeParse(set);
  if (parsed.success) return { databaseUrl: parsed.data.DATABASE_URL, debug: parsed.data.ATTACHE_DEBUG };
  const mistakes = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  throw new AppError("config", mistakes.join(" "));
}
