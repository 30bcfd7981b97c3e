import { isTracking } from "./tracking-parameters.ts";

/**
 * One address for one article: lower-case host, no default port, no fragment, no tracking parameters, the rest sorted as it came.
 * Null where it is no http(s) address.
 */
export function canonicalUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  // Most addresses have none, and asking for them costs more than all the rest.
  if (url.search !== "")
    for (const [name, value] of [...url.searchParams]) if (isTracking(name, value)) url.searchParams.delete(name, value);
  return url.href.replace(/\?$/, "");
}
