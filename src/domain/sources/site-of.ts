import { getDomain } from "tldts";

/** The registered name under which an address stands, by the Public Suffix List: "example.co.uk" of "https://www.example.co.uk/a"; its host where it has none. */
export function siteOf(url: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? (URL.canParse(url) ? new URL(url).host : url);
}

/** Whether two addresses stand under one registered name, as news.example.org and www.example.org do. */
export function isSameSite(url: string, other: string): boolean {
  return siteOf(url) === siteOf(other);
}
