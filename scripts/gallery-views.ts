import type { types } from "@slack/bolt";
import type { DiscordMessage } from "../src/adapters/discord/documents/render.ts";
import type { SlackMessage } from "../src/adapters/slack/documents/render.ts";
import { wrapText } from "../src/adapters/terminal/wrap-text.ts";
import { showInstant } from "../src/documents/show-instant.ts";

/** Messages as they look in a chat, in plain text: a link is its label with an arrow, a button stands in brackets. */

const WIDTH = 96;

export function slackView({ blocks }: SlackMessage): string[] {
  return blocks.flatMap(blockLines);
}

function blockLines(block: types.KnownBlock): string[] {
  switch (block.type) {
    case "header":
      return [...wrapped(block.text.text, ""), ""];
    case "context":
      return [...block.elements.flatMap((element) => ("text" in element ? wrapped(element.text, "") : [])), ""];
    case "actions":
      return [buttons(block.elements.map((element) => ("text" in element && element.text ? element.text.text : ""))), ""];
    case "divider":
      return ["─".repeat(WIDTH), ""];
    case "data_table":
      return [...tableLines(block), ""];
    case "rich_text":
      return [...block.elements.flatMap(richLines), ""];
    default:
      throw new Error(`The gallery cannot show a Slack block of type ${block.type}.`);
  }
}

function tableLines({ rows }: types.DataTableBlock): string[] {
  return rows.flatMap((row) => wrapped(row.map(cellText).join(" | "), "| ", "  "));
}

function cellText(cell: types.DataTableBlock["rows"][number][number]): string {
  if (cell.type !== "rich_text") return String(cell.text);
  return cell.elements
    .flatMap((part) => ("elements" in part && part.type === "rich_text_section" ? [richText(part.elements)] : []))
    .join(" ");
}

function richLines(element: types.RichTextBlockElement): string[] {
  if (element.type === "rich_text_list") return element.elements.flatMap((item) => wrapped(richText(item.elements), "• ", "  "));
  if (element.type === "rich_text_quote")
    return richText(element.elements)
      .split("\n")
      .flatMap((line) => wrapped(line, "▏ "));
  if (element.type === "rich_text_section") return wrapped(richText(element.elements), "");
  throw new Error(`The gallery cannot show Slack's ${element.type}.`);
}

function richText(elements: types.RichTextElement[]): string {
  return elements
    .map((element) => {
      if (element.type === "link") return `${element.text ?? element.url}↗`;
      if (element.type === "date") return element.fallback ?? "";
      if (element.type === "emoji") return element.name === "warning" ? "⚠️" : "ℹ️";
      return "text" in element ? element.text : "";
    })
    .join("");
}

export function discordView({ content, embeds, components }: DiscordMessage): string[] {
  const above = content === undefined ? [] : [...wrapped(fromMarkdown(content), ""), ""];
  const lines = embeds.flatMap(({ title, description }) => [
    ...(title === undefined ? [] : [...wrapped(fromMarkdown(title), ""), ""]),
    ...(description ?? "").split("\n").flatMap(markdownLine),
    "",
  ]);
  const rows = components.map((row) => buttons(row.components.map((button) => ("label" in button ? (button.label ?? "") : ""))));
  return [...above, ...lines, ...rows, ""];
}

/** What begins a line in Discord's markdown, and what a reader sees there. */
const STARTS: [RegExp, string, string][] = [
  [/^> ?/, "▏ ", "▏ "],
  [/^- /, "• ", "  "],
  [/^### /, "", ""],
  [/^-# /, "", ""],
];

function markdownLine(line: string): string[] {
  const start = STARTS.find(([pattern]) => pattern.test(line));
  if (line.trim() === "") return [""];
  if (start === undefined) return wrapped(fromMarkdown(line), "");
  const [pattern, first, rest] = start;
  const text = wrapped(fromMarkdown(line.replace(pattern, "")), first, rest);
  return line.startsWith("### ") ? ["", ...text] : text;
}

/** An escaped mark, a link, an instant, or a mark of emphasis, from left to right. */
const MARKS = /\\([^0-9A-Za-z\s])|\[((?:\\[^0-9A-Za-z\s]|[^\]\\])*)\]\([^)\s]*\)|<t:(\d+):f>|\*{1,3}/g;

function fromMarkdown(markdown: string): string {
  return markdown.replace(MARKS, (...[, escaped, label, seconds]: (string | undefined)[]) => {
    if (seconds !== undefined) return showInstant(Number(seconds) * 1000, "UTC");
    if (label !== undefined) return `${fromMarkdown(label)}↗`;
    return escaped ?? "";
  });
}

function buttons(labels: string[]): string {
  return labels.map((label) => `[ ${label} ]`).join("  ");
}

function wrapped(text: string, first: string, rest = first): string[] {
  const lines = wrapText([{ text, emphasis: undefined }], { width: WIDTH, first, rest, emphasise: (part) => part });
  return lines.length === 0 ? [first.trimEnd()] : lines;
}
