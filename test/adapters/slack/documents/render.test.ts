import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderDocument, renderSection, type SlackMessage } from "../../../../src/adapters/slack/documents/render.ts";
import { type Block, type Document, type Inline, instant, paragraph, text } from "../../../../src/domain/chat/document.ts";
import { anyDocument } from "../../../fakes/documents.ts";
import { judgeBlocks } from "../../../servers/fake-slack-blocks.ts";

const withButtons = () => "id-1";

function documentOf(blocks: Block[], over: Partial<Document> = {}): Document {
  return { title: "India and Japan", audience: "channel", blocks, detail: [], ...over };
}

function source(label: string, url: string | null, passage: string): Inline {
  return { type: "source", link: { label, url, citation: { articleId: "a1", start: 0, end: passage.length, text: passage } } };
}

/** Every text that the reader sees as text, in order, with what stands between elements left out. */
function shownText(message: SlackMessage): string {
  const words: string[] = [];
  JSON.stringify(message.blocks, (key, value) => {
    if (key === "text" && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("\n");
}

/** Elements of rich text by type, wherever they stand. */
function elements(message: SlackMessage, type: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  JSON.stringify(message.blocks, (_, value) => {
    if (value?.type === type) found.push(value);
    return value;
  });
  return found;
}

describe("renderDocument", () => {
  it("renders any document within Slack's limits, with no text of it as a mention, link or markup", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { message, thread } = renderDocument(document, withButtons);
        for (const { text: fallback, blocks } of [message, ...thread]) {
          expect(judgeBlocks(blocks, "message")).toBeNull();
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(12_000);
          expect(fallback.replace(/&(amp|lt|gt);/g, "")).not.toMatch(/[<>&]|@(?!\u2060)/);
          expect(fallback.length).toBeGreaterThan(0);
          expect(JSON.stringify(blocks)).not.toMatch(/"(mrkdwn|markdown|user|usergroup|broadcast|channel|date)"/);
        }
        if (document.audience === "asker") expect(thread).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("renders any document into the room that a part of a view is given", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const blocks = renderSection(document, { blocks: 30, json: 20_000 }, withButtons);
        expect(judgeBlocks(blocks, "view")).toBeNull();
        expect(blocks.length).toBeLessThanOrEqual(30);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(20_000);
      }),
      { numRuns: 50 },
    );
  });

  it("opens every citation at the quote", () => {
    const { message } = renderDocument(
      documentOf([
        paragraph(
          text("They met."),
          source("Daily Courier", "https://courier.example/a?b=1", "“We agreed on trade, ports,” he said."),
        ),
      ]),
      withButtons,
    );
    expect(elements(message, "link")).toEqual([
      {
        type: "link",
        text: "Daily Courier",
        url: "https://courier.example/a?b=1#:~:text=We%20agreed%20on%20trade%2C%20ports%2C%E2%80%9D%20he%20said",
      },
    ]);
  });

  it("names a source without an address, or with one that is no web address, as text", () => {
    const inlines = [source("notes.txt", null, "x"), source("bad", "javascript:alert(1)", "x")];
    const { message } = renderDocument(documentOf([{ type: "paragraph", inlines }]), withButtons);
    expect(elements(message, "link")).toEqual([]);
    expect(shownText(message)).toContain("notes.txt");
    expect(shownText(message)).toContain("bad");
  });

  it("says an instant in words where only text is shown", () => {
    const inlines = [text("As of "), instant(1_700_000_000_000, "14 November 2023, 22:13 (UTC)"), text(".")];
    const { message } = renderDocument(documentOf([{ type: "paragraph", inlines }]), withButtons);
    expect(message.text).toBe("India and Japan: As of 14 November 2023, 22:13 (UTC).");
  });

  it("shows a quote as a quote with its attribution below, whatever is in it", () => {
    const said = "<!channel> *we* will_not_ `go` :tada:";
    const { message } = renderDocument(documentOf([{ type: "quote", text: said, attribution: [text("Jane Doe")] }]), withButtons);
    expect(elements(message, "rich_text_quote")).toEqual([{ type: "rich_text_quote", elements: [{ type: "text", text: said }] }]);
    expect(shownText(message)).toMatch(/—\u00A0\nJane Doe/);
  });

  it("never cuts a quote: one that is too long is named and linked", () => {
    const attribution = [source("Daily Courier", "https://courier.example/a", "the whole")];
    const { message } = renderDocument(documentOf([{ type: "quote", text: "word ".repeat(4000), attribution }]), withButtons);
    expect(elements(message, "rich_text_quote")).toEqual([]);
    expect(shownText(message)).toContain("This quote has 20,000 characters, too many to show here");
    expect(elements(message, "link")).toHaveLength(1);
  });

  it("moves whole quotes that the message has no room for into the thread, in order", () => {
    const blocks = Array.from(
      { length: 40 },
      (_, n): Block => ({ type: "quote", text: `Quote ${n}: ${"said ".repeat(150)}end.`, attribution: [] }),
    );
    const { message, thread } = renderDocument(
      documentOf(blocks, { detail: [{ type: "heading", text: "Detail" }] }),
      withButtons,
    );
    const quotes = [message, ...thread].flatMap((one) => elements(one, "rich_text_quote"));
    expect(quotes.map((quote) => JSON.stringify(quote).match(/Quote (\d+):/)?.[1])).toEqual(blocks.map((_, n) => String(n)));
    expect(quotes.every((quote) => JSON.stringify(quote).includes("end."))).toBe(true);
    expect(shownText(message)).toMatch(/… \d+ more in the thread/);
    expect(shownText(thread.at(-1) ?? message)).toContain("Detail");
  });

  it("cuts a long paragraph at a sentence and counts what is left", () => {
    const sentences = Array.from({ length: 200 }, (_, n) => `Sentence number ${n} of the text.`);
    const { message } = renderDocument(documentOf([paragraph(text(sentences.join(" ")))]), withButtons);
    const shown = shownText(message).match(/Sentence number \d+ of the text\./g) ?? [];
    expect(shown.length).toBeGreaterThan(50);
    expect(shownText(message)).toContain(`… ${200 - shown.length} more`);
  });

  it("keeps the buttons in the first message, however long the text is", () => {
    const long = Array.from({ length: 80 }, () => paragraph(text("A sentence that takes its room. ".repeat(20))));
    const intent = { kind: "quotes", about: "india-japan" } as const;
    const { message, thread } = renderDocument(
      documentOf([...long, { type: "actions", actions: [{ label: "Quotes", intent }] }]),
      withButtons,
    );
    expect(elements(message, "button")).toEqual([
      {
        type: "button",
        action_id: "attache:intent:1",
        value: "id-1",
        text: { type: "plain_text", text: "Quotes", emoji: false },
      },
    ]);
    expect(thread.length).toBeGreaterThan(0);
  });

  it("puts the follow-up beside the other buttons, and in a row of its own where that is full", () => {
    const rowsWith = (count: number) => {
      const actions = Array.from({ length: count }, (_, n) => ({ label: `Button ${n}`, intent: { kind: "help" } as const }));
      const document = documentOf([paragraph(text("x")), { type: "actions", actions }]);
      const { message } = renderDocument(document, withButtons, { followUp: true });
      return elements(message, "actions").map((row) => (row["elements"] as unknown[]).length);
    };
    expect([rowsWith(2), rowsWith(5)]).toEqual([[3], [5, 1]]);
  });

  it("leaves no heading alone at the end of a message", () => {
    const blocks = Array.from({ length: 12 }, (_, n): Block[] => [
      { type: "heading", text: `Heading ${n}` },
      paragraph(text("A sentence that takes its room. ".repeat(80))),
    ]).flat();
    const { message, thread } = renderDocument(documentOf(blocks), withButtons);
    for (const each of [message, ...thread]) expect(shownText(each).replace(/\n… \d+ more .*$/, "")).not.toMatch(/Heading \d+$/);
  });

  it("shows fields line below line in one block", () => {
    const fields = ["Role", "Also", "Articles"].map((label) => ({ label, value: [text("x")] }));
    const { message } = renderDocument(documentOf([{ type: "fields", fields }]), withButtons);
    expect(elements(message, "rich_text")).toHaveLength(1);
    expect(elements(message, "rich_text_section")).toHaveLength(3);
  });

  it("leaves out a button without an id", () => {
    const actions = [{ label: "Quotes", intent: { kind: "help" } as const }];
    const { message } = renderDocument(documentOf([paragraph(text("x")), { type: "actions", actions }]), () => null);
    expect(elements(message, "button")).toEqual([]);
  });

  it("joins a list's items into one list", () => {
    const { message } = renderDocument(
      documentOf([{ type: "list", items: [[text("one")], [text("two")], [text("three")]] }]),
      withButtons,
    );
    expect(elements(message, "rich_text_list").map((list) => (list["elements"] as unknown[]).length)).toEqual([3]);
  });

  it("says that there is nothing to show rather than posting nothing", () => {
    const { message } = renderDocument({ title: " ", audience: "asker", blocks: [], detail: [] }, withButtons);
    expect(shownText(message)).toBe("Nothing to show.");
  });
});
