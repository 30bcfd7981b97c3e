import { showText } from "../domain/chat/show-text.ts";
import { linkTarget } from "../domain/evidence/link-target.ts";
import type { Citation } from "../domain/evidence/records.ts";

/** A passage as a page, a feed or a file quotes it, with where it stands. */
export interface Quoted {
  text: string;
  citation: Citation;
  url: string | null;
  source: string;
  /** ISO date of publication. */
  date: string | null;
}

const MAX_ADDRESS = 4000;
const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** What XML 1.0 has no way to write (2.2), beyond what is never shown. */
const UNWRITABLE = /[\uFFFE\uFFFF]/g;

/** Text as HTML and XML hold it, without what nobody sees. */
export function escapeMarkup(text: string): string {
  return showText(text)
    .replace(UNWRITABLE, "")
    .replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}

/** The address that opens the page at the passage, or the page; null where there is none. */
export function quotedAddress({ url, citation }: Quoted): string | null {
  return linkTarget({ label: "", url, citation }, (address) => address.length <= MAX_ADDRESS);
}

/** A passage as a block quotation, with its source below it. */
export function quotedHtml(quoted: Quoted): string {
  const label = escapeMarkup([quoted.source, quoted.date].filter(Boolean).join(", "));
  const address = quotedAddress(quoted);
  const source = address === null ? label : `<a href="${escapeMarkup(address)}" rel="noreferrer">${label}</a>`;
  return `<blockquote><p>${escapeMarkup(quoted.text)}</p></blockquote><p>${source}</p>`;
}
