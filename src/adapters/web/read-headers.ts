import type { IncomingHttpHeaders } from "node:http";

/** The first value of a header, at most so long: what is longer says nothing to us. */
const MAX_VALUE = 2000;

export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === "" || first.length > MAX_VALUE ? null : first;
}

/** Retry-After in milliseconds from now: seconds, or a date (RFC 9110). Null where there is none, or one that makes no sense. */
export function retryAfterMs(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const value = headerOf(headers, "retry-after");
  if (value === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** How long the answer may be kept, in milliseconds: max-age, else Expires. Null where the server does not say, or says not to keep it. */
export function maxAgeMs(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const control = headerOf(headers, "cache-control");
  if (control !== null) {
    if (/\bno-(?:cache|store)\b/i.test(control)) return null;
    const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control);
    if (age?.[1] !== undefined) return Number(age[1]) * 1000;
  }
  const at = Date.parse(headerOf(headers, "expires") ?? "");
  return Number.isNaN(at) || at <= nowMs ? null : at - nowMs;
}
