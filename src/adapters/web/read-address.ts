import type { FetchFailure } from "../../domain/sources/web.ts";
import { failure } from "./explain-failure.ts";

/** An address that may be asked at all: http or https, at a usual port, without a password in it. */
export function readAddress(text: string, base: string): URL | FetchFailure {
  if (!URL.canParse(text, base)) return failure("bad-address", `${shown(text)} is not a web address.`);
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return failure("bad-address", `${shown(text)} is not an http or https address.`);
  // Other services listen at low ports, and a request could be made to mean something to them.
  const port = Number(url.port || 80);
  if (port < 1024 && port !== 80 && port !== 443)
    return failure("bad-address", `${shown(text)} has port ${port}, which is not allowed.`);
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

/** What was typed, without a password that may stand in it. */
function shown(text: string): string {
  const open = text.replace(/\/\/[^/?#]*@/, "//");
  return open.length > 100 ? `${open.slice(0, 99)}…` : open;
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : shown(url);
}
