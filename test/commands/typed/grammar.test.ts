import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLine } from "../../../src/commands/typed/command-line.ts";
import { readCommand, readSlashLine } from "../../../src/commands/typed/read-command.ts";
import { readLine, readQuestion } from "../../../src/commands/typed/read-line.ts";
import { TYPED_COMMANDS } from "../../../src/commands/typed/typed-commands.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { typedLines } from "../../contracts/typed-lines.ts";
import { understood } from "../../contracts/understood.ts";
import { hostileText } from "../../fakes/documents.ts";
import { SUNDAY } from "../../fakes/typed.ts";

const { withSlash, without } = typedLines();
const read = (line: string, moment = SUNDAY) => readLine(line, moment) ?? readQuestion(line);

describe("a typed line", () => {
  it.each([...withSlash, ...without])("$typed", ({ typed, understood: meaning }) => {
    expect(understood(read(typed))).toBe(meaning);
  });

  it("is one of many in the documentation, each once", () => {
    const lines = [...withSlash, ...without].map(({ typed }) => typed);
    expect(lines.length).toBeGreaterThanOrEqual(240);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("goes by the calendar of whoever types it", () => {
    const nowMs = Date.UTC(2026, 10, 29, 22);
    const since = (timeZone: string | null) => read("/briefing nato since today", { nowMs, timeZone });
    expect(since("America/New_York")).toMatchObject({ since: "2026-11-29" });
    expect(since(null)).toMatchObject({ since: "2026-11-29" });
    expect(since("Asia/Tokyo")).toMatchObject({ since: "2026-11-30" });
    expect(since("Mars/Olympus")).toMatchObject({ since: "2026-11-29" });
  });

  it.each([
    ["2026-03-31", "since 1mo", "2026-02-28"],
    ["2024-03-31", "since 1 month", "2024-02-29"],
    ["2026-01-01", "since yesterday", "2025-12-31"],
    ["2026-01-01", "this week", "2025-12-29"],
    ["2026-01-15", "since december", "2025-12-01"],
    ["2026-01-15", "since last month", "2025-12-01"],
    ["2026-02-10", "since q4", "2025-10-01"],
    ["2026-11-30", "since monday", "2026-11-30"],
    ["2026-11-30", "since last monday", "2026-11-23"],
    ["2027-06-01", "since 29 february", "2024-02-29"],
  ])("on %s has %s begin on %s", (day, words, since) => {
    expect(read(`/briefing nato ${words}`, { nowMs: Date.parse(`${day}T09:00:00Z`), timeZone: "UTC" })).toMatchObject({ since });
  });

  it("takes white space for one however long it is, in time that grows with it", () => {
    const about = `japan${" ".repeat(1_000_000)}india`;
    expect(read(`/meetings ${about}`)).toEqual({ kind: "meetings", about: "japan india" });
  });

  it.each(["since ", '"', "“a ", "1-5 ", "the ", "mid-", "start of the ", "--since ", "<#C1|", "- ", "page "])(
    "is read in no time where it says %j a thousand times",
    (part) => {
      const started = performance.now();
      readSlashLine(`/meetings ${part.repeat(1000)}`, SUNDAY);
      expect(performance.now() - started).toBeLessThan(2000);
    },
  );

  it("is some intent, whatever it says", () => {
    const commands = fc.constantFrom(...Object.keys(TYPED_COMMANDS), "x");
    fc.assert(
      fc.property(commands, hostileText, (command, text) => {
        expect(typeof readCommand(command, text, SUNDAY).kind).toBe("string");
        expect(typeof read(text).kind).toBe("string");
      }),
    );
  });
});

const TOPICS = [
  "nato",
  "india-japan",
  "since june",
  "page 2",
  "on trade",
  "U.S.",
  "the --json format",
  "help",
  "may 2026",
  "brics",
];
const day = fc.integer({ min: 0, max: 1200 }).map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10));
const times = fc.oneof(
  fc.constant({}),
  day.map((since) => ({ since })),
  day.map((until) => ({ until })),
  fc.tuple(day, day).map((days) => ({ since: [...days].sort()[0] as string, until: [...days].sort()[1] as string })),
);
const page = fc.option(fc.integer({ min: 2, max: 9999 }), { nil: undefined });
const topic = fc.constantFrom(...TOPICS);

const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.tuple(topic, times).map(([each, time]): Intent => ({ kind: "briefing", topic: each, ...time })),
  fc.tuple(topic, times, page).map(([about, time, number]): Intent => ({ kind: "quotes", about, ...time, page: number })),
  fc.tuple(topic, times, page).map(([about, time, number]): Intent => {
    const { since, until } = time as { since?: string; until?: string };
    return { kind: "meetings", about, from: since, to: until, page: number };
  }),
  page.map((number): Intent => ({ kind: "people", page: number })),
  page.map((number): Intent => ({ kind: "sources-manage", action: "list", page: number })),
  fc
    .tuple(
      topic.filter((each) => each !== "help"),
      page,
    )
    .map(([about, number]): Intent => ({ kind: "sources", about, page: number })),
);

describe("the line of an intent", () => {
  it("is the same intent when it is typed", () => {
    fc.assert(
      fc.property(anyIntent, (intent) => {
        expect(JSON.parse(JSON.stringify(readSlashLine(commandLine(intent), SUNDAY)))).toEqual(
          JSON.parse(JSON.stringify(intent)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
