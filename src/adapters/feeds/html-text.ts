import { AppError } from "../../domain/errors.ts";
import { parseMarkup } from "./parse-markup.ts";

/** Elements whose words are for machines, or are no part of what is said. */
const SILENT = new Set("script style noscript template svg math iframe object head nav button select textarea".split(" "));
/** Elements that stand as paragraphs of their own. */
const BLOCKS = new Set(
  "p div section article header footer aside main blockquote figure figcaption ul ol li dl dt dd table tr pre h1 h2 h3 h4 h5 h6 hr address".split(
    " ",
  ),
);
const VOID_BREAK = "br";
/** Closed as XHTML does it. HTML takes it for open, and all that follows for its script or its frame's text. */
const CLOSED_AT_ONCE = /<(script|style|iframe|noscript|object|svg|math|button|select|textarea|template)\b([^<>]{0,4000})\/>/gi;

/** The words of a piece of HTML, with entities decoded and an empty line between paragraphs. Linear in its input. */
export function htmlToText(html: string): string {
  const words = wordsOf(html);
  if (words === null) throw new AppError("bad-input", "Its markup is nested too deeply or has too many attributes.");
  return words;
}

/** Null where it is nested too deep, or has too many attributes. */
function wordsOf(html: string): string | null {
  if (!/[<&]/.test(html)) return tidy(html);
  const parts: string[] = [];
  let silent = 0;
  const isWhole = parseMarkup(
    html.replace(CLOSED_AT_ONCE, "<$1$2></$1>"),
    {
      onopentag(name) {
        if (silent > 0 || SILENT.has(name)) silent += 1;
        else if (BLOCKS.has(name)) parts.push("\n\n");
        else if (name === VOID_BREAK) parts.push("\n");
        else if (name === "td" || name === "th") parts.push(" ");
      },
      onclosetag(name) {
        if (silent > 0) silent -= 1;
        else if (BLOCKS.has(name)) parts.push("\n\n");
      },
      ontext(text) {
        if (silent === 0) parts.push(text.replace(/[\t\n\r\f ]+/g, " "));
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  return isWhole ? tidy(parts.join("")) : null;
}

/** Well-formed text: no lone surrogates, no control characters, single spaces, at most one empty line. */
function tidy(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/(?![\n\t])\p{Cc}/gu, " ")
    .replace(/[\t \u00a0\u2000-\u200b\u202f\u3000]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
}

/** A title or a name as one line of plain text: tags in it go, entities that were escaped twice are read. */
export function plainLine(text: string | null | undefined): string | null {
  if (text == null) return null;
  const some = text.slice(0, MAX_READ);
  const plain = /<\/?[a-z][^<>]*>|&(?:#\w+|\w+);/i.test(some) ? wordsOf(some) : some;
  return tidyLine(plain);
}

/** Plain text on one line; null where there is none. */
export function tidyLine(text: string | null | undefined): string | null {
  const line = tidy(text ?? "").replace(/\s+/g, " ");
  return line === "" ? null : line.slice(0, MAX_LINE);
}

const MAX_LINE = 500;
/** A line is made of no more than this of what is given for it, markup and all. */
const MAX_READ = 20_000;

/** Plain text as HTML that says the same. */
export function textToHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
}
