/** What a method takes and answers, as JSON. */
export type Json = Record<string, unknown>;

/** An answer that refuses, with Slack's name for the reason. */
export function fail(error: string, more: Json = {}): Json {
  return { ok: false, error, ...more };
}
