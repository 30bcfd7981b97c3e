import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderDocument as discordDocument } from "../../../src/adapters/discord/documents/render.ts";
import { readOpml, writeOpml } from "../../../src/adapters/feeds/opml.ts";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { escapeMarkup } from "../../../src/adapters/slack/documents/plain-text.ts";
import { renderSection, renderDocument as slackDocument } from "../../../src/adapters/slack/documents/render.ts";
import { createOutput } from "../../../src/adapters/terminal/output.ts";
import { PLAIN_STYLE, render } from "../../../src/adapters/terminal/render.ts";
import { calendarFile } from "../../../src/commands/evidence/calendar-file.ts";
import type { Document, SourceLink } from "../../../src/domain/chat/document.ts";
import type { MeetingRecord } from "../../../src/domain/evidence/records.ts";
import { disguiseIn } from "../../fakes/disguises.ts";
import { anyDocument, hostileText } from "../../fakes/documents.ts";
import { fakeTerminal } from "../terminal/fake-terminal.ts";

/** Every string that a payload brings, as the platform gets it. */
function stringsOf(payload: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(payload, (_, value) => {
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

const RENDERERS: [string, (document: Document) => unknown][] = [
  ["Slack", (document) => slackDocument(document, () => "id", { followUp: true })],
  ["Slack's Home", (document) => renderSection(document, { blocks: 30, json: 20_000 }, () => "id")],
  ["Discord", (document) => discordDocument(document, () => "id", { followUp: true })],
  ["the terminal", (document) => render(document, { width: 80, style: PLAIN_STYLE })],
];

const UNSEEN = /(?!\n)[\p{Cc}\p{DI}\u2028\u2029]/u;
const SECRET_LINKS = /user:secret|reuters\.com@|javascript:|\/\/pаypal/;

describe("what is seen is what is written", () => {
  it.each(RENDERERS)("in %s, whatever the document holds", (_, rendered) => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const shown of stringsOf(rendered(document))) expect(disguiseIn(shown)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it.each(RENDERERS)("in %s: a link has no user name in it, and its label names no other website", (_, rendered) => {
    const links: SourceLink[] = [
      { label: "Reuters", url: "https://reuters.com@evil.example/", citation: null },
      { label: "Paper", url: "https://user:secret@evil.example:8443/a", citation: null },
      { label: "reuters.com, 4 March", url: "https://www.evil.example/b", citation: null },
      { label: "Reuters.com", url: "https://feeds.reuters.com/c", citation: null },
      { label: "bad", url: "javascript:alert(1)", citation: null },
      { label: "long", url: `https://${"a.".repeat(130)}example/`, citation: null },
      { label: "mixed", url: "https://pаypal.example/d", citation: null },
      { label: "pаypal.example", url: "https://pаypal.example/f", citation: null },
      { label: `reuters.com ${"x ".repeat(200)}`, url: "https://evil.example/g", citation: null },
      { label: "reuters.com", url: `https://reuters.com.${"a.".repeat(60)}evil.example/h`, citation: null },
      { label: "turned", url: "https://a\u202E.example/e", citation: null },
    ];
    const items = links.map((link) => [{ type: "source" as const, link }]);
    const shown = stringsOf(rendered({ title: "t", audience: "asker", blocks: [{ type: "list", items }], detail: [] }))
      .join("\n")
      .replace(/\\/g, "");
    expect(shown).not.toMatch(SECRET_LINKS);
    for (const expected of ["https://evil.example/", "https://evil.example:8443/a", "reuters.com, 4 March (evil.example)"])
      expect(shown).toContain(expected);
    expect(shown).not.toContain("Reuters.com (");
    for (const label of [
      /p.ypal\.example \(xn--pypal-4ve\.example\)/,
      /x… \(evil\.example\)/,
      /reuters\.com \(….*evil\.example\)/,
    ])
      expect(shown).toMatch(label);
    expect(shown).toContain("https://xn--pypal-4ve.example/d");
    expect(shown).not.toContain("a.".repeat(130));
  });

  it("in a calendar, in a sentence for one person, in OPML, in the log and on the terminal's lines", () => {
    const terminal = fakeTerminal();
    const output = createOutput(terminal);
    const paper = fakeTerminal();
    const printed = createOutput(paper);
    fc.assert(
      fc.property(hostileText, (text) => {
        const meeting: MeetingRecord = {
          id: "m1",
          kind: "talks",
          title: text,
          date: { start: "2026-03-04", end: "2026-03-04", precision: "day" },
          place: text,
          participants: [{ name: text, kind: "person" }],
          topics: [text],
          status: "held",
          evidence: [{ articleId: "a", start: 0, end: text.length, text }],
          articleIds: ["a"],
          countries: [],
          reportedDates: [],
        };
        const calendar =
          calendarFile([meeting], { stampMs: 0, sources: new Map() })?.content.replace(/\r\n /g, "").replace(/\r\n/g, "\n") ?? "";
        const opml = writeOpml(text, [
          { url: "https://a.example/", title: text, publisher: null, language: null, kind: "feed", checked: null },
        ]);
        const lines: string[] = [];
        createLogger("info", [], { write: (line) => void lines.push(line) }).info({ text }, text);
        output.say(text);
        output.json({ text });
        printed.text(text);
        for (const shown of [calendar, escapeMarkup(text), opml]) expect(disguiseIn(shown)).toBeNull();
        // Data keeps its exact characters, as escapes.
        expect(lines.join("")).not.toMatch(UNSEEN);
        expect(JSON.parse(lines[0] ?? "").text.toWellFormed()).toBe(text.toWellFormed());
        expect(readOpml(opml)).not.toBeNull();
      }),
    );
    for (const shown of [terminal.err(), paper.out()]) expect(disguiseIn(shown)).toBeNull();
    expect(terminal.out()).not.toMatch(UNSEEN);
  });
});
