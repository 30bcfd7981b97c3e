import { expect, it } from "vitest";
import { differingDates, sourcesOf } from "../../src/documents/blocks.ts";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";

const day = (date: string) => ({ start: date, end: date, precision: "day" as const });
const source = (id: string, publisher: string, publishedAt: string) => ({
  id,
  publisher,
  publishedAt,
  url: null,
  title: "t",
  language: "en",
});
const SOURCES = sourcesOf([
  source("a1", "Harbour Post", "2024-09-06"),
  source("a2", "Delta Wire", "2024-09-06"),
  source("a3", "Delta Wire", "2024-09-09"),
]);

function meeting(...says: [articleId: string, date: string][]): MeetingRecord {
  const reportedDates = says.map(([articleId, date]) => ({ articleId, date: day(date), status: "held" as const }));
  const known: Partial<MeetingRecord> = { kind: "meeting", date: day("2024-09-05"), reportedDates };
  return known as MeetingRecord;
}

it("names the day that only earlier reports give as theirs", () => {
  expect(differingDates(meeting(["a3", "2024-09-05"], ["a1", "2024-09-06"]), SOURCES)).toBe(
    "An earlier report, by Harbour Post, says 6 September 2024.",
  );
});

it("takes no side between reports of one day", () => {
  expect(differingDates(meeting(["a2", "2024-09-05"], ["a1", "2024-09-06"]), SOURCES)).toBe(
    "The articles differ on the day: Delta Wire says 5 September 2024, Harbour Post says 6 September 2024.",
  );
});

it("says of one publisher what it says now and said before", () => {
  expect(differingDates(meeting(["a2", "2024-09-05"], ["a3", "2024-09-06"]), SOURCES)).toBe(
    "Delta Wire says 6 September 2024 now, and said 5 September 2024 before.",
  );
});

it("says nothing where all agree", () => {
  expect(differingDates(meeting(["a2", "2024-09-05"], ["a1", "2024-09-05"]), SOURCES)).toBe(null);
});

it("gives the date, and never the id, of an earlier report without publisher and address", () => {
  const unnamed = { ...source("secret-id", "", "2024-09-06"), publisher: null };
  const sources = sourcesOf([unnamed, source("a3", "Delta Wire", "2024-09-09")]);
  expect(differingDates(meeting(["a3", "2024-09-05"], ["secret-id", "2024-09-06"]), sources)).toBe(
    "An earlier report, the article of 6 September 2024, says 6 September 2024.",
  );
});
