import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DiscordMessage, renderDocument } from "../../../../src/adapters/discord/documents/render.ts";
import { type Block, type Document, type Inline, paragraph, text } from "../../../../src/domain/chat/document.ts";
import { anyDocument } from "../../../fakes/documents.ts";
import { judgeMessage } from "../../../servers/fake-discord-judge.ts";

const withButtons = () => "id-1";

function documentOf(blocks: Block[], over: Partial<Document> = {}): Document {
  return { title: "India and Japan", audience: "channel", blocks, detail: [], ...over };
}

function source(label: string, url: string | null, passage: string): Inline {
  return { type: "source", link: { label, url, citation: { articleId: "a1", start: 0, end: passage.length, text: passage } } };
}

function textOf(message: DiscordMessage): string {
  return message.embeds.map(({ description }) => description ?? "").join("\n");
}

/** The markdown of one block. */
function markdown(block: Block): string {
  return textOf(renderDocument(documentOf([block]), withButtons).message);
}

/** An escaped mark, or a link with its address, as a reader of Discord's markdown takes them from left to right. */
const ESCAPE_OR_LINK = /\\[^0-9A-Za-z\s]|\[(?:\\[^0-9A-Za-z\s]|[^\]\\])*\]\((https?:\/\/[^)\s]*)\)/g;

/** What is left of a markdown text once its links and its escaped marks are letters: only marks of the renderer's own. */
function withoutText(markdown: string): string {
  return markdown.replace(ESCAPE_OR_LINK, "x");
}

function addressesIn(markdown: string): string[] {
  return Array.from(markdown.matchAll(ESCAPE_OR_LINK), ([, url]) => url ?? "").filter((url) => url !== "");
}

describe("renderDocument", () => {
  it("renders any document within Discord's limits, with no text of it as a mention, link or markup", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { message, thread, threadName } = renderDocument(document, withButtons, { followUp: true });
        for (const each of [message, ...thread]) {
          expect(judgeMessage({ ...each, allowed_mentions: { parse: [] } })).toBeNull();
          for (const { title = "", description = "" } of each.embeds) {
            expect(withoutText(title)).not.toMatch(/[<>`|[\]*_~]|@(?:everyone|here)|:\/\//i);
            const left = withoutText(description);
            expect(left).not.toMatch(/[<`|[\]_~]|@(?:everyone|here)|:\/\//i);
            // Quotes, items, headings and small print of the renderer's own begin a line; nothing else does, and nothing is inside one.
            expect(left.replace(/^(?:> |### |- |-# )/gm, "")).not.toMatch(/^[ \t]*(?:[#>+-]|\d{1,9}[.)])/m);
            expect((left.match(/\*/g) ?? []).length % 2).toBe(0);
          }
        }
        expect(threadName.length).toBeGreaterThan(0);
        expect(threadName.length).toBeLessThanOrEqual(100);
        if (document.audience === "asker") expect(thread).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("links nothing but the document's own sources", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const hosts = new Set<string>();
        JSON.stringify(document, (key, value) => {
          if (key === "url" && typeof value === "string" && URL.canParse(value)) hosts.add(new URL(value).host);
          return value;
        });
        const { message, thread } = renderDocument(document, withButtons);
        for (const url of [message, ...thread].flatMap((each) => addressesIn(textOf(each))))
          expect(hosts).toContain(new URL(url).host);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["*bold* _it_ ~~no~~ `code` ||spoiler||", "\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|"],
    ["[click](https://evil.example)", "\\[click\\](https\\://evil.example)"],
    ["<@123> <#1> <@&5> </briefing:1> <t:0:R>", "\\<\\@123\\>"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["> quoted", "\\> quoted"],
    ["-# small", "\\-# small"],
    ["at 10:30: talks", "at 10\\:30: talks"],
    [":tada: a\\b", "\\:tada: a\\\\b"],
    ["Hello @everyone and @here", "Hello @\u200Beveryone and @\u200Bhere"],
  ])("shows %s as it stands", (said, shown) => {
    const expected = shown.replace("\\@", "@");
    expect(markdown(paragraph(text(said))).slice(0, expected.length)).toBe(expected);
    expect(markdown({ type: "quote", text: said, attribution: [] }).slice(2, 2 + expected.length)).toBe(expected);
  });

  it("opens every citation at the quote", () => {
    const cited = source("Daily Courier", "https://courier.example/a_(b)?c=1", "“We agreed on trade, ports,” he said.");
    expect(markdown(paragraph(text("They met. "), cited))).toBe(
      "They met. [Daily Courier](https://courier.example/a_%28b%29?c=1#:~:text=We%20agreed%20on%20trade%2C%20ports%2C%E2%80%9D%20he%20said)",
    );
  });

  it("names a source without an address, or with one that is no web address, as text", () => {
    const inlines = [source("notes.txt", null, "x"), text(", "), source("bad", "javascript:alert(1)", "x")];
    expect(markdown({ type: "paragraph", inlines })).toBe("notes.txt, bad");
  });

  it("leaves an address out of a link's label, because Discord would not link it", () => {
    expect(markdown(paragraph(source("https://other.example", "https://courier.example/a", "x")))).toMatch(
      /^\[other\.example \(courier\.example\)\]\(https:\/\/courier/,
    );
  });

  it("shows a quote of several lines as one quote with its attribution below", () => {
    expect(markdown({ type: "quote", text: "“One.\n\n# Two.”", attribution: [text("Jane Doe")] })).toBe(
      "> “One.\n> \n> \\# Two.”\n—\u00A0Jane Doe",
    );
  });

  it("never cuts a quote: one that is too long is named and linked", () => {
    const attribution = [source("Daily Courier", "https://courier.example/a", "the whole")];
    const shown = markdown({ type: "quote", text: "word ".repeat(4000), attribution });
    expect(shown).toContain("This quote has 19,999 characters, too many to show here");
    expect(shown).toContain("[Daily Courier](https://courier.example/a");
    expect(shown).not.toContain("word word");
  });

  it("moves whole quotes that the message has no room for into the thread, in order", () => {
    const blocks = Array.from(
      { length: 20 },
      (_, n): Block => ({ type: "quote", text: `Quote ${n}. ${"said ".repeat(150)}end.`, attribution: [] }),
    );
    const { message, thread } = renderDocument(
      documentOf(blocks, { detail: [{ type: "heading", text: "Detail" }] }),
      withButtons,
    );
    const quotes = [message, ...thread].flatMap((each) => textOf(each).match(/> Quote \d+\. (?:said )+end\./g) ?? []);
    expect(quotes.map((quote) => quote.match(/Quote (\d+)/)?.[1])).toEqual(blocks.map((_, n) => String(n)));
    expect(textOf(message)).toMatch(/… \d+ more in the thread/);
    expect(textOf(thread.at(-1) ?? message)).toContain("### Detail");
  });

  it("cuts a long paragraph at a sentence and counts what is left", () => {
    const sentences = Array.from({ length: 200 }, (_, n) => `Sentence number ${n} of the text.`);
    const shown = markdown(paragraph(text(sentences.join(" "))));
    const whole = shown.match(/Sentence number \d+ of the text\./g) ?? [];
    expect(whole.length).toBeGreaterThan(30);
    expect(shown).toContain(`*… ${200 - whole.length} more*`);
  });

  it("keeps buttons and footers in the first message, however long the text is", () => {
    const long = Array.from({ length: 40 }, () => paragraph(text("A sentence that takes its room. ".repeat(20))));
    const actions = [{ label: "Quotes", intent: { kind: "quotes", about: "india-japan" } as const }];
    const blocks: Block[] = [...long, { type: "footer", inlines: [text("Fifteen articles read")] }, { type: "actions", actions }];
    const { message } = renderDocument(documentOf(blocks), withButtons, { followUp: true });
    expect(message.components.map((row) => row.components.map((button) => "label" in button && button.label))).toEqual([
      ["Quotes", "Ask a follow-up"],
    ]);
    expect(message.components[0]?.components[0]).toMatchObject({ custom_id: "attache:intent:1:id-1" });
    expect(textOf(message)).toMatch(/-# Fifteen articles read$/);
  });

  it("leaves no heading alone at the end of a message or of an embed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1700 }), (length) => {
        const blocks = Array.from({ length: 12 }, (_, n): Block[] => [
          { type: "heading", text: `Heading ${n}` },
          paragraph(text("word ".repeat(Math.ceil(length / 5)))),
        ]).flat();
        const { message, thread } = renderDocument(documentOf(blocks), withButtons);
        for (const { description = "" } of [message, ...thread].flatMap((each) => each.embeds))
          expect(description.replace(/\s*\*… \d+ more .*\*$/, "")).not.toMatch(/### Heading \d+$/);
      }),
      { numRuns: 40 },
    );
  });

  it("shows what belongs into a thread before the buttons where only the asker sees it", () => {
    const blocks: Block[] = [paragraph(text("First.")), { type: "footer", inlines: [text("Last.")] }];
    const { message } = renderDocument(
      documentOf(blocks, { audience: "asker", detail: [paragraph(text("Detail."))] }),
      withButtons,
    );
    expect(textOf(message)).toBe("First.\n\nDetail.\n\n-# Last.");
  });

  it("leaves out a button without an id", () => {
    const actions = [{ label: "Quotes", intent: { kind: "help" } as const }];
    const { message } = renderDocument(documentOf([paragraph(text("x")), { type: "actions", actions }]), () => null);
    expect(message.components).toEqual([]);
  });

  it("says that there is nothing to show rather than posting nothing", () => {
    const { message } = renderDocument({ title: " ", audience: "asker", blocks: [], detail: [] }, withButtons);
    expect(textOf(message)).toBe("Nothing to show.");
  });
});
