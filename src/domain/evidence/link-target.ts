import type { SourceLink } from "../chat/document.ts";
import { showText } from "../chat/show-text.ts";
import { passageUrl } from "./passage-url.ts";

/** The longest name that the domain name system has (RFC 1035, 2.3.4). */
const HOST_CHARACTERS = 253;
/** Of a longer name only the end is shown, which says whose it is: "reuters.com.a.b.evil.example" is evil's. */
const SHOWN_HOST = 40;
/** Before the host, so that a platform's limit cuts the label and not what it leads to. */
const SHOWN_LABEL = 50;
/** What reads as the name of a website within a label: "reuters.com", not "U.S." or "a.m.". */
const SITE_NAME = /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}[\p{L}\p{N}]{1,23}(?![\p{L}\p{N}])/gu;
/** Read as a full stop, and none by compatibility. */
const DOTS = /[\u00B7\u2022\u2027\u2219\u22C5\u3002\u30FB\u06D4]/g;

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
  const host = new URL(address).hostname.replace(/^www\./, "");
  const names = [shown, asRead(shown)].flatMap((label) => label.match(SITE_NAME) ?? []);
  if (names.every((name) => host.length <= SHOWN_HOST && isOf(host, name.toLowerCase()))) return shown;
  const characters = Array.from(shown);
  // A cut may leave a joiner without what it joined.
  const head = characters.length > SHOWN_LABEL ? `${showText(characters.slice(0, SHOWN_LABEL).join("")).trimEnd()}…` : shown;
  return `${head} (${host.length > SHOWN_HOST ? `…${host.slice(-SHOWN_HOST)}` : host})`;
}

/** A label as it is read in passing: without marks on its letters, in plain letters and full stops. */
function asRead(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(DOTS, ".");
}

/** "reuters.com" and "www.reuters.com" are names of feeds.reuters.com too. One in other letters than ASCII may look like any. */
function isOf(host: string, name: string): boolean {
  const bare = name.replace(/^www\./, "");
  return host === bare || host.endsWith(`.${bare}`);
}
