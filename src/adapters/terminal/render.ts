import { asTyped, type Front, isOurs } from "../../commands/typed/as-typed.ts";
import { commandLine } from "../../commands/typed/command-line.ts";
import type { Action, Block, Document, Inline, SourceLink } from "../../domain/chat/document.ts";
import { linkLabel, linkTarget } from "../../domain/evidence/link-target.ts";
import { alignTable } from "./align-table.ts";
import { linked } from "./knows-links.ts";
import { plainText } from "./plain-text.ts";
import { shellLine } from "./shell-line.ts";
import { columnsOf, wrapText } from "./wrap-text.ts";

/** How kinds of text look. Every function gives its text back, with or without escape codes around it. */
export interface Style {
  title(text: string): string;
  strong(text: string): string;
  soft(text: string): string;
  quote(text: string): string;
  warning(text: string): string;
}

export const PLAIN_STYLE: Style = {
  title: (text) => text,
  strong: (text) => text,
  soft: (text) => text,
  quote: (text) => text,
  warning: (text) => text,
};

/** Of a source: behind its name, to the passage; to the passage only where that fits on the line, else to the article; or its name as a link. */
export type Addresses = "whole" | "short" | "links";

export interface RenderOptions {
  width: number;
  style: Style;
  /** Where the commands that it names are typed; the prompt if nothing is said. */
  front?: Front;
  /** Whole if nothing is said. */
  addresses?: Addresses;
  /** Marks of ours in ASCII alone; what articles say stays as it is. */
  isPlain?: boolean;
}

/** What the layout is drawn with, two columns or so each. What stands between two commands starts neither where both are pasted. */
const MARKS = { bullet: "• ", bar: "│ ", dash: "— ", between: " · " };
const PLAIN_MARKS: typeof MARKS = { bullet: "- ", bar: "| ", dash: "-- ", between: " / " };

const MIN_WIDTH = 40;

/** A document as terminal text: sources are numbered, and listed once each at the end. Pure. */
export function render(document: Document, options: RenderOptions): string {
  const page = new Page(options);
  page.title(document.title);
  for (const block of document.blocks) page.block(block);
  for (const block of document.detail) page.block(block);
  return page.end();
}

class Page {
  private readonly lines: string[] = [];
  private readonly sources = new Map<string, number>();
  private readonly sourceLines: string[] = [];
  private readonly width: number;
  private readonly style: Style;
  private readonly front: Front;
  private readonly addresses: Addresses;
  private readonly isPlain: boolean;
  private readonly marks: typeof MARKS;

  constructor({ width, style, front = "terminal", addresses = "whole", isPlain = false }: RenderOptions) {
    this.isPlain = isPlain;
    this.marks = isPlain ? PLAIN_MARKS : MARKS;
    this.addresses = addresses;
    this.front = front;
    this.width = Math.max(MIN_WIDTH, width);
    this.style = style;
  }

  title(text: string): void {
    const shown = this.isPlain ? text.replaceAll(" – ", " - ") : text;
    this.lines.push(...this.wrapText(plainText(shown), "").map(this.style.title), "");
  }

  block(block: Block): void {
    switch (block.type) {
      case "heading":
        this.lines.push(...this.wrapText(plainText(block.text), "").map(this.style.strong), "");
        return;
      case "paragraph":
        this.lines.push(...this.wrapped(block.inlines, { first: "", rest: "" }), "");
        return;
      case "list":
        for (const item of block.items) this.lines.push(...this.wrapped(item, { first: `  ${this.marks.bullet}`, rest: "    " }));
        this.lines.push("");
        return;
      case "quote":
        this.lines.push(...this.wrapText(plainText(block.text), `  ${this.marks.bar}`).map(this.style.quote));
        this.lines.push(
          ...this.wrapped([{ type: "text", text: this.marks.dash }, ...block.attribution], { first: "    ", rest: "    " }),
          "",
        );
        return;
      case "fields":
        for (const { label, value } of block.fields)
          this.lines.push(
            ...this.wrapped([{ type: "text", text: `${label}: `, emphasis: "soft" }, ...value], { first: "  ", rest: "    " }),
          );
        this.lines.push("");
        return;
      case "notice":
        this.lines.push(...this.wrapText(plainText(block.text), "").map(this.style.warning), "");
        return;
      case "footer":
        this.lines.push(...this.wrapped(block.inlines, { first: "", rest: "" }), "");
        return;
      case "table":
        this.lines.push(...this.table(block), "");
        return;
      case "divider":
        return;
      case "actions":
        this.lines.push(...this.actions(block.actions), "");
        return;
    }
  }

  end(): string {
    const sources = this.sourceLines.length === 0 ? [] : [this.style.strong("Sources"), "", ...this.sourceLines, ""];
    return `${[...this.lines, ...sources]
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trimEnd()}\n`;
  }

  private table({ columns, rows }: Extract<Block, { type: "table" }>): string[] {
    const cells = rows.map((row) => row.map((cell) => cell.map((inline) => this.cellText(inline)).join("")));
    const { head, lines } = alignTable({ columns: columns.map(plainText), rows: cells, width: this.width });
    return [...head.map(this.style.strong), ...lines];
  }

  private cellText(inline: Inline): string {
    if (inline.type === "source") return `[${this.number(inline.link)}]`;
    if (inline.type === "channel") return plainText(inline.channelId);
    const shown = plainText(inline.type === "instant" ? inline.shown : inline.text);
    return this.isPlain ? plainMarks(shown).replace(RANGE, "-") : shown;
  }

  private actions(actions: Action[]): string[] {
    const next = actions.filter(({ intent }) => intent.kind !== "wrong").map((action) => this.typed(action));
    // There is no form to press for: what lists the ids is typed, and it wants a topic.
    const wrong = actions.filter(({ intent }) => intent.kind === "wrong" && intent.topic !== null);
    return [
      ...(next.length === 0 ? [] : this.commands("Next: ", next)),
      ...wrong.flatMap((action) => this.commands(`${action.label} `, [this.typed(action)])),
    ].map(this.style.soft);
  }

  /** As many as fit on a line. None is broken: where it is pasted, the end of a line would end it. */
  private commands(first: string, commands: string[]): string[] {
    const between = this.front === "shell" ? this.marks.between : "  ";
    const lines: string[] = [];
    for (const command of commands) {
      const last = lines.at(-1);
      const longer = last === undefined ? null : `${last}${between}${command}`;
      if (longer !== null && columnsOf(longer) <= this.width) lines[lines.length - 1] = longer;
      else lines.push(last === undefined ? `${first}${command}` : command);
    }
    return lines;
  }

  private typed({ intent }: Action): string {
    const line = plainText(asTyped(commandLine(intent), this.front));
    return this.front === "shell" ? shellLine(line) : line;
  }

  /** Inline parts are wrapped as one text; emphasis is put on after, so that escape codes count for no width. */
  private wrapped(inlines: Inline[], indent: { first: string; rest: string }): string[] {
    const ours = isOurs(inlines);
    const parts = inlines.map((inline) => {
      if (inline.type === "channel") return { text: plainText(inline.channelId), emphasis: undefined };
      if (inline.type === "instant") return { text: plainText(inline.shown), emphasis: undefined };
      return inline.type === "text"
        ? { text: this.words(ours ? asTyped(inline.text, this.front) : inline.text), emphasis: inline.emphasis }
        : { text: `[${this.number(inline.link)}]`, emphasis: "soft" as const };
    });
    return wrapText(parts, { width: this.width, ...indent, emphasise: (text, emphasis) => this.style[emphasis](text) });
  }

  private words(text: string): string {
    return this.isPlain ? plainMarks(plainText(text)) : plainText(text);
  }

  private wrapText(text: string, prefix: string): string[] {
    return wrapText([{ text, emphasis: undefined }], {
      width: this.width,
      first: prefix,
      rest: prefix,
      emphasise: (part) => part,
    });
  }

  /** The number of an article in the list at the end. One article has one number, wherever it is cited. */
  private number(link: SourceLink): number {
    const key = link.citation?.articleId ?? link.url ?? link.label;
    const known = this.sources.get(key);
    if (known !== undefined) return known;
    const number = this.sources.size + 1;
    this.sources.set(key, number);
    this.sourceLines.push(...this.sourced(link, `  [${number}] `));
    return number;
  }

  /** What the source is called, wrapped, and its address behind it: that alone may run over the line. */
  private sourced(link: SourceLink, before: string): string[] {
    const rest = " ".repeat(before.length);
    const parts = [{ text: linkLabel({ ...link, label: link.listed ?? link.label }), emphasis: undefined }];
    const target = linkTarget(link, () => true);
    const isLink = target !== null && this.addresses === "links";
    const emphasise = (part: string) => part;
    const lines = wrapText(parts, { width: this.width, first: before, rest, emphasise });
    if (isLink) return lines.map((line) => line.slice(0, before.length) + linked(line.slice(before.length), target));
    if (target === null) return lines;
    const last = lines.pop() ?? before;
    const room = this.width - columnsOf(last) - 1;
    const article = linkTarget({ ...link, citation: null }, () => true) ?? target;
    const shown = this.addresses === "whole" || target.length <= room ? target : article;
    // Whoever searches a file by lines finds a source and its address on one.
    const isBeside = this.addresses === "whole" || shown.length <= room;
    return [...lines, ...(isBeside ? [`${last}${this.style.soft(` ${shown}`)}`] : [last, rest + this.style.soft(shown)])];
  }
}

/** A range of days or years. */
const RANGE = /(?<=\d)–(?=\d)/g;

/** What we put before and between the words of articles, in ASCII. */
function plainMarks(text: string): string {
  return text.replace(/^↳ /, "> ").replace(/^(\s*)·(?=\s)/, (_, before: string) => (before === "" ? ";" : " -"));
}
