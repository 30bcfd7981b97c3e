import { expect, test } from "vitest";
import {
  isOnDays,
  isWeekAhead,
  type WeekAhead,
  weekAheadDocument,
  weekAheadOf,
  weekFrom,
} from "../../../src/digest/plans/week-ahead.ts";
import type { Document } from "../../../src/domain/chat/document.ts";
import type { MeetingRecord } from "../../../src/domain/evidence/records.ts";

function plan(id: string, start: string, more: Partial<MeetingRecord> = {}): MeetingRecord {
  return {
    id,
    kind: "meeting",
    title: "",
    date: { start, end: start, precision: "day" },
    place: "Lisbon",
    participants: [
      { name: "Ana Moreira", kind: "person" },
      { name: "Erik Solberg", kind: "person" },
    ],
    topics: [],
    status: "planned",
    evidence: [],
    articleIds: [],
    countries: [],
    reportedDates: [],
    ...more,
  };
}

const WEEK: WeekAhead = { labels: ["Quad"], from: "2024-03-11", to: "2024-03-17", meetings: [], articles: [], reason: null };

/** Headings and lines as they are read. */
function read({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block.text];
    if (block.type !== "list") return [];
    return block.items.map((item) => item.map((inline) => ("text" in inline ? inline.text : "")).join(""));
  });
}

test("the week ahead is asked for by its name, of a topic or of all", () => {
  expect(weekAheadOf("The week ahead on quad")).toBe("quad");
  expect(weekAheadOf("week ahead: india-japan")).toBe("india-japan");
  expect(weekAheadOf("week ahead")).toBe("");
  expect(weekAheadOf("a busy week ahead of the summit")).toBeNull();
  expect(isWeekAhead(["week ahead: quad", "nato"])).toBe(false);
  expect(isWeekAhead([])).toBe(false);
});

test("a week is seven days, over a month's end", () => {
  expect(weekFrom("2024-02-26")).toEqual({ from: "2024-02-26", to: "2024-03-03" });
});

test("only what has a day stands on one", () => {
  expect(isOnDays(plan("m1", "2024-03-12"))).toBe(true);
  expect(isOnDays(plan("m1", "", { date: { start: "2024-03-01", end: "2024-03-31", precision: "month" } }))).toBe(false);
  expect(isOnDays(plan("m1", "", { date: null }))).toBe(false);
});

test("each day has its meetings, and what goes on since before stands first", () => {
  const meetings = [
    plan("m2", "2024-03-12"),
    plan("m1", "2024-03-09", {
      kind: "visit",
      date: { start: "2024-03-09", end: "2024-03-13", precision: "day" },
      topics: ["trade"],
    }),
  ];
  const document = weekAheadDocument({ ...WEEK, meetings }, "en");
  expect(document.title).toBe("The week ahead: Quad (11 March 2024 – 17 March 2024)");
  expect(read(document)).toEqual([
    "Monday, 11 March 2024",
    expect.stringMatching(/^Visit .* \(until 13 March 2024\); topics: trade\. $/),
    "Tuesday, 12 March 2024",
    "Meeting of Ana Moreira and Erik Solberg in Lisbon. ",
  ]);
});

test("its frame is in the language of the digest", () => {
  const week = { ...WEEK, labels: [], meetings: [plan("m1", "2024-03-12")] };
  expect(weekAheadDocument(week, "de").title).toBe("Die kommende Woche (11. März 2024 – 17. März 2024)");
  expect(read(weekAheadDocument(week, "de"))).toEqual([
    "Dienstag, 12. März 2024",
    "Treffen: Ana Moreira, Erik Solberg; in Lisbon. ",
  ]);
  expect(read(weekAheadDocument(week, "fr"))[0]).toBe("mardi, 12 mars 2024");
});

test("a week without plans says so", () => {
  expect(JSON.stringify(weekAheadDocument(WEEK, "en").blocks)).toContain("no meeting that is planned for a day of this week");
});
