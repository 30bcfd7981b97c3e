import { host, number, webAddress } from "./setting-values.ts";

/** Words of one article that an answer to a program, a feed or an export quotes at most: a few paragraphs, not the article. */
const VERBATIM = { usual: "300", most: 100_000 };

export const webVariables = {
  WEB_HOST: host.default("127.0.0.1"),
  WEB_URL: webAddress.optional(),
  VERBATIM_WORDS: number({ min: 1, max: VERBATIM.most }).default(Number(VERBATIM.usual)),
};

/** Where programs, feed readers and calendars reach the bot. */
export interface WebSettings {
  host: string;
  /** The address by which others reach it, without a slash at its end; null for this machine alone. */
  url: string | null;
  verbatimWords: number;
}

interface WebEnvironment {
  WEB_HOST: string;
  WEB_URL?: string | undefined;
  VERBATIM_WORDS: number;
}

export function webSettings(env: WebEnvironment): WebSettings {
  const url = env.WEB_URL?.replace(/\/+$/, "") ?? null;
  return { host: env.WEB_HOST, url, verbatimWords: env.VERBATIM_WORDS };
}
