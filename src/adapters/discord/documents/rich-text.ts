import { channelMention, hyperlink, TimestampStyles, time } from "@discordjs/formatters";
import { isOurs } from "../../../commands/typed/as-typed.ts";
import type { Block, Inline, SourceLink } from "../../../domain/chat/document.ts";
import { showText } from "../../../domain/chat/show-text.ts";
import { linkLabel, linkTarget } from "../../../domain/evidence/link-target.ts";
import { fitInlines, type InlineMeasure } from "../../chat/fit-inlines.ts";
import { longQuoteNote } from "../../chat/note-document.ts";
import { shorten } from "../../chat/shorten.ts";
import { tableItems } from "../../chat/table-items.ts";
import { LINK_URL, PARAGRAPH_TEXT, QUOTE_TEXT } from "./limits.ts";
import { type CommandIds, linkCommands } from "./link-commands.ts";
import { escapeMarkdown } from "./plain-text.ts";

/** A part that is shown as a whole: a list's item, a paragraph, a quote with its attribution. Discord's markdown. */
export interface Part {
  text: string;
  kind: "heading" | "item" | "paragraph";
}

const NBSP = "\u00A0";
const LABEL_CHARACTERS = 100;

/** The markdown of one block, in parts. Actions, and blocks without any text, have none. */
export function partsOf(block: Block, commands: CommandIds = new Map()): Part[] {
  const part: MakePart = (kind, lead, inlines) => makePart({ kind, lead, commands }, inlines);
  switch (block.type) {
    case "heading":
      return part("heading", "### ", [{ type: "text", text: block.text }]);
    case "paragraph":
      return part("paragraph", "", block.inlines);
    case "list":
      return block.items.flatMap((item) => part("item", "- ", item));
    case "quote":
      return quotePart(block.text, block.attribution);
    case "fields":
      return block.fields.flatMap(({ label, value }) =>
        part("item", "", [{ type: "text", text: `${label}:`, emphasis: "strong" }, { type: "text", text: " " }, ...value]),
      );
    case "notice":
      return part("paragraph", block.tone === "warning" ? "⚠️ " : "ℹ️ ", [{ type: "text", text: block.text }]);
    case "footer":
      return part("item", "-# ", block.inlines);
    case "table":
      return tableItems(block).flatMap((item) => part("item", "- ", item));
    case "divider":
    case "actions":
      return [];
  }
}

type MakePart = (kind: Part["kind"], lead: string, inlines: Inline[]) => Part[];

function makePart(
  { kind, lead, commands }: { kind: Part["kind"]; lead: string; commands: CommandIds },
  inlines: Inline[],
): Part[] {
  const said = joined(fitInlines(inlines, PARAGRAPH_TEXT, MEASURE));
  const text = isOurs(inlines) ? linkCommands(said, commands) : said;
  return text.trim() === "" ? [] : [{ kind, text: `${lead}${text.trim()}` }];
}

/** A quote is shown as it stands or, where it is longer than a message should be, named and linked: it is never cut. */
function quotePart(said: string, attribution: Inline[]): Part[] {
  const clean = showText(said).trim();
  if (clean === "") return [];
  const quoted = escapeMarkdown(clean)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
  const shown = quoted.length <= QUOTE_TEXT ? quoted : `*${escapeMarkdown(longQuoteNote(clean.length))}*`;
  const by = joined(fitInlines(attribution, PARAGRAPH_TEXT, MEASURE)).trim();
  return [{ kind: "paragraph", text: by === "" ? shown : `${shown}\n—${NBSP}${by}` }];
}

const MEASURE: InlineMeasure<string> = {
  show: shownInline,
  size: (markdown) => markdown.length,
  textSize: (text) => escapeMarkdown(text).length,
};

/** Marks of two neighbours would join into others: `**` and `*` make `***`. */
function joined(elements: string[]): string {
  return elements.reduce((all, next) => `${all}${all.endsWith("*") && next.startsWith("*") ? "\u200B" : ""}${next}`, "");
}

function shownInline(inline: Inline): string[] {
  if (inline.type === "source") return [shownLink(inline.link)];
  if (inline.type === "channel") return [/^\d{1,20}$/.test(inline.channelId) ? channelMention(inline.channelId) : ""];
  // Discord writes it in the reader's own time (discord.com/developers/docs/reference#message-formatting).
  if (inline.type === "instant") return [time(Math.floor(inline.atMs / 1000), TimestampStyles.ShortDateTime)];
  const clean = showText(inline.text).replace(/\s+/g, " ");
  if (clean === "") return [];
  const mark = inline.emphasis === "strong" ? "**" : inline.emphasis === "soft" ? "*" : "";
  const words = clean.trim();
  if (mark === "" || words === "") return [escapeMarkdown(clean)];
  // Marks hold only where they touch a word.
  const [before, after] = [clean.startsWith(" ") ? " " : "", clean.endsWith(" ") ? " " : ""];
  return [`${before}${mark}${escapeMarkdown(words)}${mark}${after}`];
}

/** A citation opens its article at the passage; where the address can't be a link, its label stands alone. */
function shownLink(link: SourceLink): string {
  // Discord shows a link whose label looks like an address as plain text, as it may lie.
  const label = linkLabel(link)
    .replace(/\b[a-z]+:\/\/|\s+/gi, " ")
    .trim();
  const shown = escapeMarkdown(shorten(label === "" ? "source" : label, LABEL_CHARACTERS));
  const url = linkTarget(link, (address) => inMarkdown(address).length <= LINK_URL);
  return url === null ? shown : hyperlink(shown, inMarkdown(url));
}

/** Marks that would end the link, or be read as markup, are percent-encoded. */
function inMarkdown(url: string): string {
  return url.replace(/[()<>[\]\\`|\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
