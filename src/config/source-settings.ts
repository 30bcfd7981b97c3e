import { z } from "zod";
import { readAllowList } from "../domain/sources/address-rules.ts";
import { headerText, isWebAddress, number } from "./setting-values.ts";
import { readKeys, type TokenKey } from "./token-keys.ts";

/** The settings for reading the web; loadConfig reads the environment. */
export interface SourceSettings {
  userAgent: string;
  hasContact: boolean;
  /** Intranet hosts, addresses and ranges that Attaché may read. */
  allowPrivate: string[];
  pace: { everyMs: number; minMs: number; maxMs: number };
  host: { gapMs: number; concurrency: number };
  searchUrl: string | null;
  /** They encrypt what publishers ask for in headers; null if the operator has set none. */
  headerKeys: [TokenKey, ...TokenKey[]] | null;
}

const DAY = { max: 1440, hint: ", a day" };

export const sourceVariables = {
  SOURCES_CONTACT: headerText.optional(),
  SOURCES_USER_AGENT: headerText.optional(),
  SOURCES_ALLOW_PRIVATE: z
    .string()
    .default("")
    .refine(
      (list) => readAllowList(list.split(",")).mistakes.length === 0,
      "must be host names, addresses and ranges with commas between them, such as wiki.corp.example,10.1.0.0/16",
    ),
  SOURCES_POLL_MINUTES: number({ min: 1, ...DAY, hasFractions: true }).default(30),
  SOURCES_POLL_MIN_MINUTES: number({ min: 1, ...DAY, hasFractions: true }).default(10),
  SOURCES_POLL_MAX_MINUTES: number({ min: 1, ...DAY, hasFractions: true }).default(360),
  SOURCES_HOST_GAP_MS: number({ min: 0, max: 60_000 }).default(1000),
  SOURCES_HOST_CONCURRENCY: number({ min: 1, max: 16 }).default(2),
  SEARCH_FEED_URL: z
    .string()
    .refine(
      (url) => isWebAddress(url.replaceAll("{query}", "")) && url.includes("{query}"),
      "must be a web address with {query} in the place of the words",
    )
    .optional(),
};

type SourceEnvironment = z.infer<z.ZodObject<typeof sourceVariables>> & { TOKEN_KEYS?: string | undefined };

export function sourceSettings(env: SourceEnvironment): SourceSettings {
  const contact = env.SOURCES_CONTACT;
  const [newest, ...older] = readKeys(env.TOKEN_KEYS ?? "") ?? [];
  const reach = contact === undefined ? "no contact given" : `+${contact}`;
  return {
    userAgent: env.SOURCES_USER_AGENT ?? `Attache/0.2 (news briefing bot; ${reach})`,
    hasContact: contact !== undefined || env.SOURCES_USER_AGENT !== undefined,
    allowPrivate: env.SOURCES_ALLOW_PRIVATE.split(",").filter((entry) => entry.trim() !== ""),
    pace: {
      everyMs: env.SOURCES_POLL_MINUTES * 60_000,
      minMs: env.SOURCES_POLL_MIN_MINUTES * 60_000,
      maxMs: env.SOURCES_POLL_MAX_MINUTES * 60_000,
    },
    host: { gapMs: env.SOURCES_HOST_GAP_MS, concurrency: env.SOURCES_HOST_CONCURRENCY },
    searchUrl: env.SEARCH_FEED_URL ?? null,
    headerKeys: newest === undefined ? null : [newest, ...older],
  };
}

export function describeSources(settings: SourceSettings): string {
  const contact = settings.hasContact ? "" : " Set SOURCES_CONTACT, so that publishers can reach you.";
  return `User-Agent for sources: “${settings.userAgent}”.${contact}`;
}
