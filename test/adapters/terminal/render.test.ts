import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_STYLE, render } from "../../../src/adapters/terminal/render.ts";
import { sourceInlines } from "../../../src/documents/blocks.ts";
import { type Document, paragraph, text } from "../../../src/domain/chat/document.ts";

const options = { width: 60, style: PLAIN_STYLE };
const link = (articleId: string, passage: string) => ({
  type: "source" as const,
  link: {
    label: `Paper ${articleId}`,
    url: `https://a.example/${articleId}`,
    citation: { articleId, start: 0, end: passage.length, text: passage },
  },
});

describe("a document in the terminal", () => {
  it("lists an article by its publisher, also where its day alone stands in the text", () => {
    const sources = new Map(
      ["one", "two"].map((id, at) => [id, { title: null, url: null, publisher: "Paper", publishedAt: `2024-03-0${at + 1}` }]),
    );
    const cited = ["one", "two"].map((articleId) => ({ articleId, start: 0, end: 1, text: "T" }));
    const shown = sourceInlines(cited, Object.assign(sources, { today: null }) as never);
    const document: Document = { title: "T", audience: "asker", blocks: [{ type: "paragraph", inlines: shown }], detail: [] };
    expect(render(document, options)).toContain("[2] Paper, 2 Mar 2024");
  });

  it("numbers each article once and lists it at the end, linked to the passage", () => {
    const document: Document = {
      title: "Briefing: Portugal",
      audience: "channel",
      blocks: [
        {
          type: "list",
          items: [
            [text("The ministers met in Lisbon. "), link("one", "The ministers met"), text(" "), link("two", "They met")],
            [text("They spoke of fish. "), link("one", "They spoke")],
          ],
        },
        {
          type: "quote",
          text: "“We share one ocean,”",
          attribution: [text("Ana Moreira", "strong"), text(", "), link("two", "We share")],
        },
      ],
      detail: [
        { type: "heading", text: "Meetings" },
        { type: "actions", actions: [{ label: "More", intent: { kind: "quotes", about: "moreira", page: 2 } }] },
      ],
    };
    expect(render(document, options)).toBe(`Briefing: Portugal

  • The ministers met in Lisbon. [1] [2]
  • They spoke of fish. [1]

  │ “We share one ocean,”
    — Ana Moreira, [2]

Meetings

Next: /quotes moreira page 2

Sources

  [1] Paper one https://a.example/one#:~:text=The%20ministers%20met
  [2] Paper two https://a.example/two#:~:text=They%20met
`);
  });

  it("counts wide characters as two columns", () => {
    const shown = render({ title: "t", audience: "asker", blocks: [paragraph(text("東京 ".repeat(40)))], detail: [] }, options);
    for (const line of shown.split("\n"))
      expect([...line].reduce((sum, character) => sum + (/[東京]/.test(character) ? 2 : 1), 0)).toBeLessThanOrEqual(60);
  });

  it("lets nothing of an article move the cursor, set a colour or turn the text round", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        const hostile = `${a}\u001b[31m\u0007\u202e${b}`;
        const document: Document = {
          title: hostile,
          audience: "asker",
          blocks: [
            { type: "heading", text: hostile },
            paragraph(text(hostile, "strong")),
            { type: "quote", text: hostile, attribution: [text(hostile)] },
            { type: "fields", fields: [{ label: hostile, value: [text(hostile)] }] },
            { type: "notice", tone: "info", text: hostile },
          ],
          detail: [
            {
              type: "list",
              items: [[{ type: "source", link: { label: hostile, url: `https://a.example/${hostile}`, citation: null } }]],
            },
          ],
        };
        expect(render(document, options)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
