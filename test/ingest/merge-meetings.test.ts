import { describe, expect, it } from "vitest";
import type { KnownMeeting, MeetingReport, ReportParticipant } from "../../src/domain/evidence/evidence-store.ts";
import type { DateSpan } from "../../src/domain/evidence/extraction.ts";
import { findSameMeeting, mergeReports } from "../../src/ingest/merge-meetings.ts";

const who = (name: string, personKey: number | null, country: string | null = null): ReportParticipant => ({
  name,
  kind: personKey === null ? "country" : "person",
  personKey,
  country,
});
const day = (start: string, end = start): DateSpan => ({ start, end, precision: "day" });
const ANA = who("Ana", 1);
const ERIK = who("Erik", 2);
const report = (given: Partial<MeetingReport>): MeetingReport => ({
  kind: "meeting",
  title: "t",
  date: day("2024-03-04"),
  place: null,
  participants: [ANA, ERIK],
  topics: [],
  status: "held",
  evidence: [],
  filedOn: "2024-03-05",
  ...given,
});
const known = (given: Partial<KnownMeeting>): KnownMeeting => ({ key: 7, ...report({}), ...given });
const same = (a: Partial<MeetingReport>, b: Partial<KnownMeeting>) => findSameMeeting(report(a), [known(b)])?.key ?? null;

describe("two reports are of one meeting", () => {
  it("where people and day are the same, whatever the kind of meeting is called", () =>
    expect(same({ kind: "talks" }, {})).toBe(7));
  it("where the day differs by one", () => expect(same({ date: day("2024-03-05") }, {})).toBe(7));
  it("where countries stand for the people", () =>
    expect(
      same(
        { participants: [who("Portugal", null, "PT"), who("Norway", null, "NO")] },
        { participants: [who("Portugal", null, "PT"), who("Norway", null, "NO")] },
      ),
    ).toBe(7));
});

describe("two reports are of two meetings", () => {
  it("where the days are further apart", () => expect(same({ date: day("2024-03-07") }, {})).toBe(null));
  it("where the casts differ and so does the day: a meeting, and a visit on the day after", () => {
    const visit = { kind: "visit" as const, date: day("2024-03-05"), participants: [ANA, ERIK, who("Ines", 3)] };
    expect(same(visit, { participants: [ANA, ERIK, who("Hugo", 4)] })).toBe(null);
  });
  it("where one is a call", () => expect(same({ kind: "call" }, {})).toBe(null));
  it("where nobody is shared", () => expect(same({ participants: [who("Ines", 3), who("Hugo", 4)] }, {})).toBe(null));
  it("where one person met two others on one day", () =>
    expect(same({ participants: [ANA, who("Ines", 3)] }, { participants: [ANA, ERIK] })).toBe(null));
  it("where a date is missing", () => expect(same({ date: null }, {})).toBe(null));
});

describe("a meeting out of its reports", () => {
  it("has the day that most give, and of equally many the first", () => {
    const [first, second] = [report({}), report({ date: day("2024-03-05") })];
    expect(mergeReports([first, second, second]).date).toEqual(day("2024-03-05"));
    expect(mergeReports([first, second]).date).toEqual(day("2024-03-04"));
  });

  it("prefers a day to a month, and keeps everyone and every topic once", () => {
    const month = report({
      date: { start: "2024-03-01", end: "2024-03-31", precision: "month" },
      participants: [ANA],
      topics: ["Trade"],
    });
    const merged = mergeReports([month, report({ topics: ["trade", "fish"] })]);
    expect(merged.date).toEqual(day("2024-03-04"));
    expect(merged.participants).toEqual([ANA, ERIK]);
    expect(merged.topics).toEqual(["trade", "fish"]);
  });

  it("was held where any report says so, and is otherwise what the newest says", () => {
    expect(mergeReports([report({ status: "held" }), report({ status: "planned" })]).status).toBe("held");
    expect(mergeReports([report({ status: "planned" }), report({ status: "cancelled" })]).status).toBe("cancelled");
  });
});
