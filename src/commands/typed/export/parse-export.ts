import { EXPORTED, type ExportIntent, type Intent } from "../../../domain/chat/intent.ts";
import { Unclear } from "../unclear.ts";

const FORMATS: Readonly<Record<string, ExportIntent["format"]>> = {
  docx: "docx",
  word: "docx",
  html: "html",
  md: "md",
  markdown: "md",
};
const KINDS: Readonly<Record<string, ExportIntent["what"]>> = { dossier: "person", week: "digest" };
const FORMAT = /\s(?:as|in)\s(?:an?\s)?(\w+)(?:\s(?:file|document))?$/i;

/** The words behind "/export": what, on what, for which time, "as html". `readShown` reads a briefing's or a timeline's words. */
export function parseExport(words: string, readShown: (name: string, words: string) => Intent): ExportIntent {
  const [, named = ""] = FORMAT.exec(words) ?? [];
  const known = FORMATS[named.toLowerCase()];
  const line = (known === undefined ? words : words.replace(FORMAT, "")).trim();
  const format = known ?? "docx";
  const [first = "", ...others] = line.split(/\s+/);
  const kind = EXPORTED.find((each) => each === first.toLowerCase()) ?? KINDS[first.toLowerCase()];
  const about = (kind === undefined ? line : others.join(" ")).replace(/^(?:of|on|for|about)\s/i, "");
  const what = kind ?? "briefing";
  if (about === "")
    throw new Unclear("Say what to export, such as /export briefing india-japan, or /export person Kishida as html.", []);
  if (what === "person" || what === "digest") return { kind: "export", what, about, format };
  const read = readShown(what, about);
  if (read.kind === "briefing") return { kind: "export", what, about: read.topic, ...times(read.since, read.until), format };
  if (read.kind === "timeline") return { kind: "export", what, about: read.about, ...times(read.from, read.to), format };
  return { kind: "export", what, about, format };
}

function times(from: string | undefined, to: string | undefined) {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
