import { z } from "zod";
import { AppError } from "./domain/errors.ts";

const text = z.string().trim().optional();
const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .default("file:./attache.db")
      .refine((url) => url.startsWith("file:"), 'must begin with "file:" (SQLite), for instance file:./attache.db'),
    ATTACHE_DEBUG: z.enum(["0", "1"], "must be 0 or 1").default("0"),
    LOG_LEVEL: z
      .enum(["trace", "debug", "info", "warn", "error", "silent"], "must be one of trace, debug, info, warn, error, silent")
      .default("info"),
    SLACK_BOT_TOKEN: text.refine(
      (token) => token === undefined || token.startsWith("xoxb-"),
      'must be a bot token, which begins with "xoxb-"',
    ),
    SLACK_APP_TOKEN: text.refine(
      (token) => token === undefined || token.startsWith("xapp-"),
      'must be an app-level token, which begins with "xapp-"',
    ),
    SLACK_SIGNING_SECRET: text,
    SLACK_HOST: z.string().default("127.0.0.1"),
    SLACK_PORT: z.coerce
      .number("must be a number")
      .int("must be a whole number")
      .min(0, "must be 0 or more")
      .max(65_535, "must be at most 65535")
      .default(3000),
    SLACK_API_URL: z.url("must be an address").default("https://slack.com/api/"),
  })
  .superRefine((env, context) => {
    const other = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET;
    if (other !== undefined && env.SLACK_BOT_TOKEN === undefined) {
      context.addIssue({
        code: "custom",
        path: ["SLACK_BOT_TOKEN"],
        message: "is missing, although other Slack settings are there: copy it from OAuth & Permissions of your Slack app",
      });
    }
    if (env.SLACK_BOT_TOKEN !== undefined && other === undefined) {
      context.addIssue({
        code: "custom",
        path: ["SLACK_APP_TOKEN"],
        message: "is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP",
      });
    }
  });

interface SlackSettings {
  botToken: string;
  connection: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; host: string; port: number };
  apiUrl: string;
}

export interface Config {
  databaseUrl: string;
  /** Whether stack traces are shown. */
  debug: boolean;
  logLevel: string;
  /** Null where Slack is not set up. */
  slack: SlackSettings | null;
}

/** Reads the environment, the only place that does. Throws an AppError ("config") that names every mistake at once, a sentence each; no value is shown. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new AppError("config", mistakes.join(" "));
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    debug: data.ATTACHE_DEBUG === "1",
    logLevel: data.LOG_LEVEL,
    slack: slackSettings(data),
  };
}

function slackSettings(env: z.infer<typeof schema>): SlackSettings | null {
  if (env.SLACK_BOT_TOKEN === undefined) return null;
  const http = {
    mode: "http" as const,
    signingSecret: env.SLACK_SIGNING_SECRET ?? "",
    host: env.SLACK_HOST,
    port: env.SLACK_PORT,
  };
  const connection = env.SLACK_APP_TOKEN === undefined ? http : { mode: "socket" as const, appToken: env.SLACK_APP_TOKEN };
  return { botToken: env.SLACK_BOT_TOKEN, connection, apiUrl: env.SLACK_API_URL };
}

/** What is on, what is off and what is missing, in plain words: a line each. No secret is shown. */
export function describeConfig(config: Config): string[] {
  const { slack } = config;
  const slackLine =
    slack === null
      ? "Slack is off: set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP). docs/slack.md says how to get them."
      : slack.connection.mode === "socket"
        ? "Slack is on, by Socket Mode."
        : `Slack is on, by HTTP at http://${slack.connection.host}:${slack.connection.port}.`;
  return [`The store is ${config.databaseUrl}.`, slackLine, "Discord is not part of this version."];
}
