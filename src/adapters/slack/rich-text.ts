import type { types } from "@slack/bolt";
import type { Block, Inline, SourceLink } from "../../domain/document.ts";
import { passageUrl } from "../../domain/passage-url.ts";
import { cleanText, sentenceEnds, shorten } from "../chat/clean-text.ts";
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
}

const NBSP = "\u00A0";

/** The rich text of one block, in parts. Actions, and blocks without any text, have none. */
export function partsOf(block: Block): Part[] {
  switch (block.type) {
    case "heading":
      return sectionPart(fitInlines([{ type: "text", text: block.text, emphasis: "strong" }]));
    case "paragraph":
      return sectionPart(fitInlines(block.inlines));
    case "list":
      return block.items.flatMap((item) => itemPart(fitInlines(item)));
    case "quote":
      return quotePart(block.text, block.attribution);
    case "fields":
      return block.fields.flatMap((field) => sectionPart(fieldElements(field.label, field.value)));
    case "notice":
      return sectionPart([noticeSign(block.tone), ...fitInlines([{ type: "text", text: ` ${block.text}` }])]);
    case "footer":
      return sectionPart(fitInlines(block.inlines.map(soften)));
    case "actions":
      return [];
  }
}

function sectionPart(elements: RichElement[]): Part[] {
  return elements.length === 0 ? [] : [{ elements: [{ type: "rich_text_section", elements }], isItem: false }];
}

function itemPart(elements: RichElement[]): Part[] {
  if (elements.length === 0) return [];
  const item: types.RichTextSection = { type: "rich_text_section", elements };
  return [{ elements: [{ type: "rich_text_list", style: "bullet", elements: [item] }], isItem: true }];
}

/** A quote is shown as it stands or, where it is longer than a message should be, named and linked: it is never cut. */
function quotePart(text: string, attribution: Inline[]): Part[] {
  const said = cleanText(text);
  if (said.trim() === "") return [];
  const isShown = jsonLength(said) <= QUOTE_JSON;
  const quote: types.RichTextBlockElement = isShown
    ? { type: "rich_text_quote", elements: [textElement(said, undefined)] }
    : { type: "rich_text_section", elements: [textElement(leftOut(said.length), { italic: true })] };
  const by = fitInlines(attribution);
  const elements = by.length === 0 ? [quote] : [quote, section([textElement(`—${NBSP}`, undefined), ...by])];
  return [{ elements, isItem: false }];
}

function leftOut(characters: number): string {
  return `A quote of ${characters.toLocaleString("en")} characters is too long to show whole here; its source has it.`;
}

function section(elements: RichElement[]): types.RichTextSection {
  return { type: "rich_text_section", elements };
}

function fieldElements(label: string, value: Inline[]): RichElement[] {
  const shown = fitInlines(value);
  return [...textElements(`${shorten(label, HEADER_TEXT)}: `, { bold: true }), ...shown];
}

function noticeSign(tone: "info" | "warning"): RichElement {
  return { type: "emoji", name: tone === "warning" ? "warning" : "information_source" };
}

function soften(inline: Inline): Inline {
  return inline.type === "text" && inline.emphasis === undefined ? { ...inline, emphasis: "soft" } : inline;
}

/** As many of the inlines as fit into a paragraph; the last text ends with a sentence, then "n more". Links stay whole. */
function fitInlines(inlines: Inline[]): RichElement[] {
  const shown: RichElement[] = [];
  let room = PARAGRAPH_JSON;
  for (const [index, inline] of inlines.entries()) {
    const elements = inlineElements(inline);
    const size = elements.reduce((sum, element) => sum + jsonLength(element) + 1, 0);
    if (size > room) {
      const cut = inline.type === "text" ? cutAtSentence(inline, room) : null;
      if (cut !== null) shown.push(...textElements(cut.text, styleOf(inline)));
      const left = inlines.slice(index + 1).reduce((sum, next) => sum + sentenceCount(next), 0);
      shown.push(textElement(` … ${left + (cut?.left ?? sentenceCount(inline))} more`, { italic: true }));
      return shown;
    }
    shown.push(...elements);
    room -= size;
  }
  return shown;
}

function sentenceCount(inline: Inline): number {
  return inline.type === "text" ? sentenceEnds(cleanText(inline.text)).length : 1;
}

/** The sentences that fit. A first sentence that is longer than everything is cut between words, as there is no better place. */
function cutAtSentence(inline: Inline & { type: "text" }, room: number): { text: string; left: number } | null {
  const text = cleanText(inline.text);
  const ends = sentenceEnds(text);
  let end = 0;
  let shown = 0;
  let size = 80;
  for (const next of ends) {
    size += jsonLength(text.slice(end, next));
    if (size > room) break;
    end = next;
    shown += 1;
  }
  if (end > 0) return { text: text.slice(0, end), left: ends.length - shown };
  if (room < PARAGRAPH_JSON) return null;
  return { text: shorten(text, Math.floor(room / 2) - 100), left: ends.length };
}

function inlineElements(inline: Inline): RichElement[] {
  if (inline.type === "text") return textElements(inline.text, styleOf(inline));
  return linkElements(inline.link);
}

function styleOf(inline: Inline): Style {
  if (inline.type !== "text") return undefined;
  if (inline.emphasis === "strong") return { bold: true };
  if (inline.emphasis === "soft") return { italic: true };
  return undefined;
}

function textElements(text: string, style: Style): RichElement[] {
  const clean = cleanText(text);
  return clean === "" ? [] : [textElement(clean, style)];
}

function textElement(text: string, style: Style): RichElement {
  return style === undefined ? { type: "text", text } : { type: "text", text, style };
}

/** A citation opens its article at the passage; where the address can't be a link, its label stands alone. */
function linkElements(link: SourceLink): RichElement[] {
  const label = shorten(cleanText(link.label).trim() || "source", HEADER_TEXT);
  const url = linkTarget(link);
  return url === null ? [textElement(label, undefined)] : [{ type: "link", url, text: label }];
}

function linkTarget(link: SourceLink): string | null {
  if (link.url === null || !URL.canParse(link.url)) return null;
  const parsed = new URL(link.url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  const atPassage = link.citation === null ? parsed.href : passageUrl(parsed.href, link.citation.text);
  if (jsonLength(atPassage) <= LINK_URL / 2) return atPassage;
  return jsonLength(parsed.href) <= LINK_URL / 2 ? parsed.href : null;
}
