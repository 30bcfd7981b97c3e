import type { SourceLink } from "./document.ts";
import { passageUrl } from "./passage-url.ts";
import { showText } from "./show-text.ts";

/** The longest name that the domain name system has (RFC 1035, 2.3.4). */
const HOST_CHARACTERS = 253;
/** What reads as the name of a website within a label: "reuters.com", not "U.S." or "a.m.". */
const SITE_NAME = /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/**
 * An address as a link may have it: http or https, in ASCII (a name in other letters in its xn-- form, so that none looks like another),
 * without a user name, behind which the true host hides. Null where it can't be a link.
 */
function linkAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  if (parsed.hostname.length > HOST_CHARACTERS) return null;
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

/** The address that opens an article at the passage, or the article where that is too long; null where it can't be a link. */
export function linkTarget(link: SourceLink, fits: (url: string) => boolean): string | null {
  const address = linkAddress(link.url);
  if (address === null) return null;
  const atPassage = link.citation === null ? address : passageUrl(address, link.citation.text);
  if (fits(atPassage)) return atPassage;
  return fits(address) ? address : null;
}

/** A link's label on one line; where it names a website that the link does not lead to, the host stands behind it. */
export function linkLabel({ label, url }: SourceLink): string {
  const shown = showText(label).replace(/\s+/g, " ").trim();
  const address = linkAddress(url);
  if (address === null) return shown;
  const { hostname } = new URL(address);
  const isTrue = (shown.match(SITE_NAME) ?? []).every((name) => isOf(hostname, name.toLowerCase()));
  return isTrue ? shown : `${shown} (${hostname.replace(/^www\./, "")})`;
}

/** "reuters.com" and "www.reuters.com" are names of feeds.reuters.com too. */
function isOf(hostname: string, name: string): boolean {
  const ascii = URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
  const bare = ascii.replace(/^www\./, "");
  return hostname === bare || hostname.endsWith(`.${bare}`);
}
