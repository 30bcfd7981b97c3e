import { escapeMarkup, type Quoted, quotedAddress } from "../quoted.ts";
import type { Exported, ExportedLine } from "./exported.ts";

const STYLE =
  "body{font:1rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1,h2{font-family:system-ui,sans-serif;line-height:1.2}sup a{text-decoration:none}blockquote{margin:0 0 1rem;padding-left:1rem;border-left:.2rem solid #9aa5b1}ol{font-size:.9rem}.made{color:#555}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}a{color:#8ab4f8}.made{color:#aaa}}";

/** A document as one HTML file that asks for nothing else: no script, no picture, no font. */
export function writeHtml({ title, made, sections, notes }: Exported): string {
  const head = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<h1>${escapeMarkup(title)}</h1>`,
    `<p class="made">${escapeMarkup(made)}</p>`,
  ];
  const body = sections.flatMap(({ heading, lines }) => [
    ...(heading === null ? [] : [`<h2>${escapeMarkup(heading)}</h2>`]),
    ...lines.map(lineOf),
  ]);
  const foot = notes.length === 0 ? [] : ["<h2>Sources</h2>", "<ol>", ...notes.map(noteOf), "</ol>"];
  return [...head, ...body, ...foot, "</body>", "</html>", ""].join("\n");
}

function lineOf({ text, notes, isQuote }: ExportedLine): string {
  const marks = notes.map((note) => `<sup><a href="#n${note}">${note}</a></sup>`).join("");
  const words = `${escapeMarkup(text)}${marks}`;
  return isQuote ? `<blockquote><p>${words}</p></blockquote>` : `<p>${words}</p>`;
}

function noteOf(quoted: Quoted, at: number): string {
  const where = escapeMarkup([quoted.source, quoted.date].filter(Boolean).join(", "));
  const address = quotedAddress(quoted);
  const link = address === null ? where : `<a href="${escapeMarkup(address)}" rel="noreferrer">${where}</a>`;
  return `<li id="n${at + 1}"><q>${escapeMarkup(quoted.text)}</q> ${link}</li>`;
}
