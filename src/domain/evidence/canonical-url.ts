/** Parameters that say how a reader came to the page, never which page it is. */
const TRACKING =
  /^(?:utm_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|ref_src|ref_url|cmpid|ocid|ns_\w+|at_(?:medium|campaign|link\w*|format|ptr_name|bbc_team)|_hs\w+|spm|smid|ftag|guccounter|guce_\w+)$/i;

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
  if (url.search !== "") for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href.replace(/\?$/, "");
}
