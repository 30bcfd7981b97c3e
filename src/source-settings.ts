import { z } from "zod";

/** The part of the configuration that says how the web is read; loadConfig reads the environment for it. */
export interface SourceSettings {
  userAgent: string;
  hasContact: boolean;
  /** Hosts, addresses and ranges of an intranet that may be read. */
  allowPrivate: string[];
  pace: { everyMs: number; minMs: number; maxMs: number };
  host: { gapMs: number; concurrency: number };
  searchUrl: string | null;
}

const text = z.string().trim().optional();
const number = z.coerce.number("must be a number");
const minutes = (byDefault: number) =>
  number.min(1, "must be 1 or more").max(1440, "must be at most 1440, a day").default(byDefault);

export const sourceVariables = {
  SOURCES_CONTACT: text,
  SOURCES_USER_AGENT: text,
  SOURCES_ALLOW_PRIVATE: z.string().default(""),
  SOURCES_POLL_MINUTES: minutes(30),
  SOURCES_POLL_MIN_MINUTES: minutes(10),
  SOURCES_POLL_MAX_MINUTES: minutes(360),
  SOURCES_HOST_GAP_MS: number.min(0, "must be 0 or more").max(60_000, "must be at most 60000").default(1000),
  SOURCES_HOST_CONCURRENCY: number
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(16, "must be at most 16")
    .default(2),
  SEARCH_FEED_URL: text.refine(
    (url) => url === undefined || (/^https?:\/\//.test(url) && url.includes("{query}")),
    "must be a web address with {query} where the words belong",
  ),
};

type SourceEnvironment = z.infer<z.ZodObject<typeof sourceVariables>>;

export function sourceSettings(env: SourceEnvironment): SourceSettings {
  const contact = env.SOURCES_CONTACT;
  const reach = contact === undefined ? "no contact given" : `+${contact}`;
  return {
    userAgent: env.SOURCES_USER_AGENT ?? `Attache/0.1 (news briefing bot; ${reach})`,
    hasContact: contact !== undefined || env.SOURCES_USER_AGENT !== undefined,
    allowPrivate: env.SOURCES_ALLOW_PRIVATE.split(",").filter((entry) => entry.trim() !== ""),
    pace: {
      everyMs: env.SOURCES_POLL_MINUTES * 60_000,
      minMs: env.SOURCES_POLL_MIN_MINUTES * 60_000,
      maxMs: env.SOURCES_POLL_MAX_MINUTES * 60_000,
    },
    host: { gapMs: env.SOURCES_HOST_GAP_MS, concurrency: env.SOURCES_HOST_CONCURRENCY },
    searchUrl: env.SEARCH_FEED_URL ?? null,
  };
}

export function describeSources(settings: SourceSettings): string {
  const contact = settings.hasContact ? "" : " Set SOURCES_CONTACT to an address where publishers reach you.";
  return `Sources are read as “${settings.userAgent}”.${contact}`;
}
