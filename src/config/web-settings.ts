import { host, number, port, webAddress } from "./setting-values.ts";

/** Words of one article that an answer to a program, a feed or an export quotes at most: a few paragraphs, not the article. */
const VERBATIM = { usual: "300", most: 100_000 };

export const webVariables = {
  WEB_HOST: host.default("127.0.0.1"),
  WEB_PORT: port.optional(),
  WEB_URL: webAddress.optional(),
  ARCHIVE_URL: webAddress
    .refine((url) => url.includes("{url}"), "must have {url} where the address of a page belongs")
    .optional(),
  VERBATIM_WORDS: number({ min: 1, max: VERBATIM.most }).default(Number(VERBATIM.usual)),
};

/** Where programs, feed readers and calendars reach the bot. */
export interface WebSettings {
  host: string;
  /** Null where the bot serves nothing by itself. */
  port: number | null;
  /** The address by which others reach it, without a slash at its end; null for this machine alone. */
  url: string | null;
  /** The address of a saved copy of a page, with {url} in it; null where nobody is led to one. */
  archiveUrl: string | null;
  verbatimWords: number;
}

interface WebEnvironment {
  WEB_HOST: string;
  WEB_PORT?: number | undefined;
  WEB_URL?: string | undefined;
  ARCHIVE_URL?: string | undefined;
  VERBATIM_WORDS: number;
}

export function webSettings(env: WebEnvironment): WebSettings {
  const url = env.WEB_URL?.replace(/\/$/, "") ?? null;
  return {
    host: env.WEB_HOST,
    port: env.WEB_PORT ?? null,
    url,
    archiveUrl: env.ARCHIVE_URL ?? null,
    verbatimWords: env.VERBATIM_WORDS,
  };
}

/** The address by which others reach the bot, without a slash at its end; null where it serves nothing. */
export function webUrlOf({ host, port, url }: WebSettings): string | null {
  if (port === null) return null;
  return url ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

export function describeWeb({ host, port, url }: WebSettings): string {
  if (port === null) return "Programs and feed readers are not served. To serve them, set WEB_PORT; see docs/api.md.";
  return `Programs and feed readers are served on ${host}:${port}${url === null ? ", for this machine alone" : `, as ${url}`}.`;
}
