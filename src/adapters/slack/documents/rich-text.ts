import type { types } from "@slack/bolt";
import type { Block, Inline, SourceLink } from "../../../domain/chat/document.ts";
import { showText } from "../../../domain/chat/show-text.ts";
import { linkLabel, linkTarget } from "../../../domain/evidence/link-target.ts";
import { fitInlines as fitInto, type InlineMeasure } from "../../chat/fit-inlines.ts";
import { longQuoteNote } from "../../chat/note-document.ts";
import { shorten } from "../../chat/shorten.ts";
import { tableItems } from "../../chat/table-items.ts";
import { HEADER_TEXT, LINK_URL, PARAGRAPH_JSON, QUOTE_JSON } from "./limits.ts";
import { jsonLength } from "./plain-text.ts";

/**
 * Rich text is Slack's only text without markup: every element says what it is, so that no text of an article can format, link
 * or mention anything. All that the renderer shows goes through here, except for titles and buttons (plain_text).
 */
type RichElement = types.RichTextElement;
type Style = types.RichTextStyleable["style"];

/** A part that is shown as a whole: a list's item, a paragraph, a quote with its attribution. */
export interface Part {
  elements: types.RichTextBlockElement[];
  /** Neighbouring items make one list. */
  isItem: boolean;
  /** What follows belongs to it. */
  isHeading?: boolean;
}

const NBSP = "\u00A0";

/** The rich text of one block, in parts. Actions, and blocks without any text, have none. */
export function partsOf(block: Block): Part[] {
  switch (block.type) {
    case "heading":
      return sectionPart(fitInlines([{ type: "text", text: block.text, emphasis: "strong" }])).map((part) => ({
        ...part,
        isHeading: true,
      }));
    case "paragraph":
      return sectionPart(fitInlines(block.inlines));
    case "list":
      return block.items.flatMap((item) => itemPart(fitInlines(item)));
    case "quote":
      return quotePart(block.text, block.attribution);
    case "fields":
      return grouped(block.fields.flatMap((field) => sectionPart(fieldElements(field.label, field.value))));
    case "notice":
      return sectionPart([noticeSign(block.tone), ...fitInlines([{ type: "text", text: ` ${block.text}` }])]);
    case "footer":
      return sectionPart(fitInlines(block.inlines.map(soften)));
    case "table":
      return tableItems(block).flatMap((item) => itemPart(fitInlines(item)));
    case "divider":
    case "actions":
      return [];
  }
}

function sectionPart(elements: RichElement[]): Part[] {
  return elements.length === 0 ? [] : [{ elements: [{ type: "rich_text_section", elements }], isItem: false }];
}

/** Parts that stand line below line, as far as they fit into one paragraph. */
function grouped(parts: Part[]): Part[] {
  const groups: Part[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const joined = last === undefined ? null : { ...part, elements: [...last.elements, ...part.elements] };
    if (joined !== null && jsonLength(joined.elements) <= PARAGRAPH_JSON) groups[groups.length - 1] = joined;
    else groups.push(part);
  }
  return groups;
}

function itemPart(elements: RichElement[]): Part[] {
  if (elements.length === 0) return [];
  const item: types.RichTextSection = { type: "rich_text_section", elements };
  return [{ elements: [{ type: "rich_text_list", style: "bullet", elements: [item] }], isItem: true }];
}

/** A quote is shown as it stands or, where it is longer than a message should be, named and linked: it is never cut. */
function quotePart(text: string, attribution: Inline[]): Part[] {
  const said = showText(text);
  if (said.trim() === "") return [];
  const isShown = jsonLength(said) <= QUOTE_JSON;
  const quote: types.RichTextBlockElement = isShown
    ? { type: "rich_text_quote", elements: [textElement(said, undefined)] }
    : { type: "rich_text_section", elements: [textElement(longQuoteNote(said.length), { italic: true })] };
  const by = fitInlines(attribution);
  const elements = by.length === 0 ? [quote] : [quote, section([textElement(`—${NBSP}`, undefined), ...by])];
  return [{ elements, isItem: false }];
}

function section(elements: RichElement[]): types.RichTextSection {
  return { type: "rich_text_section", elements };
}

function fieldElements(label: string, value: Inline[]): RichElement[] {
  const shown = fitInlines(value);
  return [...textElements(`${shorten(showText(label), HEADER_TEXT)}: `, { bold: true }), ...shown];
}

function noticeSign(tone: "info" | "warning"): RichElement {
  return { type: "emoji", name: tone === "warning" ? "warning" : "information_source" };
}

function soften(inline: Inline): Inline {
  return inline.type === "text" && inline.emphasis === undefined ? { ...inline, emphasis: "soft" } : inline;
}

const MEASURE: InlineMeasure<RichElement> = { show: inlineElements, size: jsonLength, textSize: jsonLength };

export function fitInlines(inlines: Inline[]): RichElement[] {
  return fitInto(inlines, PARAGRAPH_JSON, MEASURE);
}

function inlineElements(inline: Inline): RichElement[] {
  if (inline.type === "text") return textElements(inline.text, styleOf(inline));
  if (inline.type === "channel") return [{ type: "channel", channel_id: inline.channelId }];
  if (inline.type === "instant") return [instantElement(inline)];
  return linkElements(inline.link);
}

function styleOf(inline: Inline): Style {
  if (inline.type !== "text") return undefined;
  if (inline.emphasis === "strong") return { bold: true };
  if (inline.emphasis === "soft") return { italic: true };
  return undefined;
}

function textElements(text: string, style: Style): RichElement[] {
  const clean = showText(text);
  return clean === "" ? [] : [textElement(clean, style)];
}

function textElement(text: string, style: Style): RichElement {
  return style === undefined ? { type: "text", text } : { type: "text", text, style };
}

/** Slack writes it in the reader's own time (docs.slack.dev/reference/block-kit/blocks/rich-text-block, element "date"). */
function instantElement({ atMs, shown }: Extract<Inline, { type: "instant" }>): RichElement {
  const timestamp = Math.floor(atMs / 1000);
  return { type: "date", timestamp, format: "{date_short} at {time}", fallback: showText(shown) };
}

/** A citation opens its article at the passage; where the address can't be a link, its label stands alone. */
function linkElements(link: SourceLink): RichElement[] {
  const label = shorten(linkLabel(link) || "source", HEADER_TEXT);
  const url = linkTarget(link, (address) => jsonLength(address) <= LINK_URL / 2);
  return url === null ? [textElement(label, undefined)] : [{ type: "link", url, text: label }];
}
