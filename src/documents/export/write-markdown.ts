import { showText } from "../../domain/chat/show-text.ts";
import { type Quoted, quotedAddress } from "../quoted.ts";
import type { Exported, ExportedLine } from "./exported.ts";

/** What begins a mark of Markdown (CommonMark 0.31, 2.4), of HTML inside of it (its named characters too), or of a formula. */
const MARKS = /[\\`*_{}[\]<>#|~!$]|&(?=[#\w])/g;
/** At a line's start these begin a list, a heading or a rule. */
const LINE_START = /^([-+=]|\d{1,9}[.)])/;

/** A document as Markdown with footnotes (as GitHub, Pandoc and Obsidian read them). */
export function writeMarkdown({ title, made, sections, notes }: Exported): string {
  const parts = [
    `# ${plain(title)}`,
    plain(made),
    ...sections.flatMap(({ heading, lines }) => [...(heading === null ? [] : [`## ${plain(heading)}`]), listOf(lines)]),
    notes.map((quoted, at) => `[^${at + 1}]: ${noteOf(quoted)}`).join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function listOf(lines: ExportedLine[]): string {
  return lines
    .map(({ text, notes, isQuote }) => {
      const marks = notes.map((note) => `[^${note}]`).join("");
      return isQuote ? `> ${plain(text)}${marks}\n` : `- ${plain(text)}${marks}`;
    })
    .join("\n");
}

function noteOf(quoted: Quoted): string {
  const where = plain([quoted.source, quoted.date].filter(Boolean).join(", "));
  const address = quotedAddress(quoted);
  return `“${plain(quoted.text)}” ${address === null ? where : `[${where}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`}`;
}

/** On one line, with every mark taken at its letter. */
function plain(text: string): string {
  return showText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(MARKS, (mark) => `\\${mark}`)
    .replace(LINE_START, (mark) => (/^\d/.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`));
}
