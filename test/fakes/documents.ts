import fc from "fast-check";
import type { Action, Block, Document, Inline } from "../../src/domain/chat/document.ts";

/** Documents of any shape and length with text that tries to be more than text: what every renderer is tried with. */

const HOSTILE = [
  "<!channel>",
  "<@U012AB3CD>",
  "@everyone",
  "@here",
  "<#C024BE7LR|general>",
  "<https://evil.example|click>",
  "[click](https://evil.example)",
  "*bold* _it_ ~no~ `code` ```block```",
  "> quoted\n# heading\n- item\n1. item",
  ":tada: ||spoiler|| __u__",
  "&lt;!here&gt; & < >",
  "</briefing:1> <t:0:R> <@&5> <:a:1>",
  "\u202Eevil\u0000\u0007",
  "He is \u2067not\u2069\u202B guilty\u202C\u200E\u200F\u061C.",
  "no\u200Bt\u00AD \u2060a\u200Cb\uFEFF\u{E0041}\u{E007F}\uFE0F\u{E0100}\u115F\u3164\uFFF9x\uFFFAy\uFFFB",
  "one\u2028two\u2029three\u0085four\u009B31m\u001B]0;title\u0007",
  "\u0301\u0301\u0301Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u034F\u0308",
  "می\u200Cخواهم क\u094D\u200Dष 🏳\uFE0F\u200D🌈 👩🏽\u200D🚀 1\uFE0F\u20E3 葛\u{E0100}城",
  "\uD800",
  "https://evil.example/a_(b)",
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.lorem()), {
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));

/** Mostly short; now and then as long as nothing that a platform allows. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => `${text}. A sentence of the article. `.repeat(300)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("x".repeat(20_000), "字".repeat(5000), "\n".repeat(4000), "é👩‍👩‍👧‍👦".repeat(2000), ""),
  },
);

const anyUrl: fc.Arbitrary<string | null> = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    null,
    "javascript:alert(1)",
    "https://reuters.com@evil.example/",
    "https://user:secret@evil.example/a",
    "https://pаypal.example/",
    "not a url",
    `https://a.example/${"p".repeat(5000)}`,
    'https://a.example/(b)|c>d<e"f',
  ),
);

const source: fc.Arbitrary<Inline> = fc
  .record({ label: anyText, url: anyUrl, passage: fc.option(anyText) })
  .map(({ label, url, passage }) => ({
    type: "source",
    link: { label, url, citation: passage === null ? null : { articleId: "a", text: passage, start: 0, end: passage.length } },
  }));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  source,
  anyText.map((text): Inline => ({ type: "text", text })),
  fc
    .tuple(anyText, fc.constantFrom("strong" as const, "soft" as const))
    .map(([text, emphasis]): Inline => ({ type: "text", text, emphasis })),
);
const inlines = fc.array(inline, { maxLength: 5 });

const action: fc.Arbitrary<Action> = hostileText.map((label) => ({ label, intent: { kind: "quotes", about: label } }));

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyText.map((text): Block => ({ type: "heading", text })),
  inlines.map((items): Block => ({ type: "paragraph", inlines: items })),
  fc.array(inlines, { maxLength: 40 }).map((items): Block => ({ type: "list", items })),
  fc.tuple(anyText, inlines).map(([text, attribution]): Block => ({ type: "quote", text, attribution })),
  fc.array(fc.record({ label: anyText, value: inlines }), { maxLength: 6 }).map((fields): Block => ({ type: "fields", fields })),
  fc
    .tuple(fc.constantFrom("info" as const, "warning" as const), anyText)
    .map(([tone, text]): Block => ({ type: "notice", tone, text })),
  inlines.map((items): Block => ({ type: "footer", inlines: items })),
  fc
    .record({
      caption: anyText,
      columns: fc.array(anyText, { maxLength: 4 }),
      rows: fc.array(fc.array(inlines, { maxLength: 4 }), { maxLength: 6 }),
    })
    .map((table): Block => ({ type: "table", ...table })),
  fc.constant<Block>({ type: "divider" }),
  fc.array(action, { maxLength: 40 }).map((actions): Block => ({ type: "actions", actions })),
);

export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    title: anyText,
    headline: fc.option(anyText),
    audience: fc.constantFrom("channel" as const, "asker" as const),
    blocks: fc.array(anyBlock, { maxLength: 60 }),
    detail: fc.array(anyBlock, { maxLength: 20 }),
  })
  .map(({ headline, ...document }) => (headline === null ? document : { ...document, notification: headline }));
