import { describe, expect, it } from "vitest";
import type { DateSpan } from "../../src/domain/evidence/extraction.ts";
import type { KnownMeeting, MeetingReport, ReportParticipant } from "../../src/domain/evidence/meeting-store.ts";
import { findSameMeeting, isToldTwice } from "../../src/ingest/find-same-meeting.ts";
import { mergeReports as merge } from "../../src/ingest/merge-meetings.ts";

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
/** Ana acts for Portugal and Erik for Norway; for whom Ines and Hugo act nobody knows. */
const HOMES = new Map([
  [1, "PT"],
  [2, "NO"],
]);
const same = (a: Partial<MeetingReport>, b: Partial<KnownMeeting>) => findSameMeeting(report(a), [known(b)], HOMES)?.key ?? null;
const mergeReports = (reports: [MeetingReport, ...MeetingReport[]]) => merge(reports, HOMES);
const body = (name: string): ReportParticipant => ({ name, kind: "organisation", personKey: null, country: null });
const month = (start: string, end: string): DateSpan => ({ start, end, precision: "month" });
const PORTUGAL = who("Portugal", null, "PT");
const NORWAY = who("Norway", null, "NO");

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

describe("people of whom nobody knows for which state they act", () => {
  const named = [ANA, ERIK, who("Ines", 3), who("Hugo", 4)];
  const JAPAN = who("Japan", null, "JP");

  it("are those of the state that another report names beside the same two", () =>
    expect(same({ participants: named }, { participants: [ANA, ERIK, JAPAN] })).toBe(7));
  it("are not those of two states", () =>
    expect(same({ participants: named }, { participants: [ANA, ERIK, JAPAN, who("Ghana", null, "GH")] })).toBe(null));
  it("are those of two states that met in one place on one day, where some of them are", () => {
    const states = { participants: [PORTUGAL, JAPAN], place: "Lisbon" };
    expect(same({ participants: [ANA, who("Ines", 3)], place: "Lisbon" }, states)).toBe(7);
    expect(same({ participants: [ANA, who("Ines", 3)], place: null }, states)).toBe(null);
    expect(same({ participants: [ERIK, who("Ines", 3)], place: "Lisbon" }, states)).toBe(null);
  });
});

describe("two reports are of two meetings", () => {
  it("where the days are further apart", () => expect(same({ date: day("2024-03-07") }, {})).toBe(null));
  it("where the casts differ and so does the day: a meeting, and a visit on the day after", () => {
    const visit = { kind: "visit" as const, date: day("2024-03-05"), participants: [ANA, ERIK, who("Ines", 3)] };
    expect(same(visit, { participants: [ANA, ERIK, who("Hugo", 4)] })).toBe(null);
  });
  it("where both articles tell of it as of today, on two days", () => {
    expect(same({ date: day("2024-03-05"), filedOn: "2024-03-05" }, { filedOn: "2024-03-04" })).toBe(null);
    expect(same({ date: day("2024-03-05"), filedOn: "2024-03-05" }, { filedOn: "2024-03-05" })).toBe(7);
  });
  it("where a plan of the next day has one guest more", () =>
    expect(same({ date: day("2024-03-05"), status: "planned", participants: [ANA, ERIK, who("Hugo", 4)] }, {})).toBe(null));
  it("where one is a call", () => expect(same({ kind: "call" }, {})).toBe(null));
  it("where nobody is shared", () => expect(same({ participants: [who("Ines", 3), who("Hugo", 4)] }, {})).toBe(null));
  it("where one person met two others on one day", () =>
    expect(same({ participants: [ANA, who("Ines", 3)] }, { participants: [ANA, ERIK] })).toBe(null));
  it("where a date is missing", () => expect(same({ date: null }, {})).toBe(null));
});

describe("a plan and its report are one", () => {
  it("where the plan has no day, and the meeting follows in its weeks", () => {
    const plan = { date: null, status: "planned" as const, filedOn: "2024-02-20" };
    expect(same({}, plan)).toBe(7);
    expect(same(plan, {})).toBe(7);
    expect(same({}, { ...plan, filedOn: "2023-10-20" })).toBe(null);
    expect(same({}, { ...plan, filedOn: "2024-03-20" })).toBe(null);
  });
  it("where the plan is older, and names the place", () => {
    const plan = { date: null, status: "planned" as const, filedOn: "2023-10-20", place: "Vienna" };
    expect(same({ place: "Vienna" }, plan)).toBe(7);
    expect(same({ place: "Spain" }, { ...plan, place: "Austria" })).toBe(null);
  });
  it("where the plan says the month", () =>
    expect(same({}, { date: month("2024-03-01", "2024-03-31"), status: "planned" })).toBe(7));
  it("where a state stands for its minister", () =>
    expect(same({ participants: [ANA, NORWAY] }, { participants: [ANA, ERIK], status: "planned" })).toBe(7));
  it("not where the one sees a second state's minister, and the other a third's", () =>
    expect(same({ participants: [ANA, NORWAY] }, { participants: [ANA, who("Sweden", null, "SE")] })).toBe(null));
  it("not where it was called off on another day", () =>
    expect(same({ status: "cancelled", date: day("2024-03-05") }, {})).toBe(null));
});

describe("the reports of a gathering are one", () => {
  it("where it has its number in its name, however far apart its days are told", () => {
    const cop = { kind: "summit" as const, participants: [body("COP27")] };
    expect(same({ ...cop, date: day("2024-03-18") }, { ...cop, date: day("2024-03-04") })).toBe(7);
    expect(same({ ...cop, date: day("2024-03-18") }, { ...cop, participants: [body("COP28")] })).toBe(null);
    const g20 = { kind: "summit" as const, participants: [body("G20")] };
    expect(same({ ...g20, date: day("2024-03-18") }, { ...g20, date: day("2024-03-04") })).toBe(null);
    expect(mergeReports([report(cop), report({ ...cop, date: day("2024-03-15") })]).date).toEqual(
      day("2024-03-04", "2024-03-15"),
    );
  });

  it("where a name of its own is told without a day, long before and long after", () => {
    const lakes = { kind: "summit" as const, participants: [body("Summit of the Lakes")] };
    const undated = { ...lakes, date: null };
    expect(same({ ...undated, filedOn: "2023-11-20" }, lakes)).toBe(7);
    expect(same({ ...undated, filedOn: "2024-06-01" }, lakes)).toBe(7);
    expect(same({ ...undated, filedOn: "2025-03-04" }, lakes)).toBe(null);
    expect(same({ ...lakes, date: month("2024-02-01", "2024-02-29") }, lakes)).toBe(7);
    const cop = { kind: "summit" as const, participants: [body("COP-27")], date: null, filedOn: "2023-10-01" };
    expect(same(cop, { kind: "summit", participants: [body("Cop27")] })).toBe(7);
  });

  it("which is held only where somebody tells so on its day or later", () => {
    const early = report({ date: null, filedOn: "2024-02-01" });
    const plan = report({ status: "planned", filedOn: "2024-02-20" });
    expect(mergeReports([early, plan]).status).toBe("planned");
    expect(mergeReports([early, plan, report({})]).status).toBe("held");
  });

  it("at the days of the plan where the report gives only the month", () => {
    const cop = { kind: "summit" as const, participants: [body("COP27")] };
    const days = day("2024-03-28", "2024-04-06");
    const told = report({ ...cop, date: month("2024-03-01", "2024-03-31") });
    expect(mergeReports([report({ ...cop, status: "planned", date: days }), told]).date).toEqual(days);
  });

  const summit = { kind: "summit" as const, participants: [body("Group of 20")] };
  it("whatever they call it, and whichever of its days they name", () => {
    expect(same({ ...summit, date: day("2024-03-06") }, { ...summit, participants: [ANA, body("G-20")] })).toBe(7);
    const named = { ...summit, participants: [body("US-Lake Leaders Summit")] };
    expect(same(named, { ...summit, participants: [body("Lake Leaders Summit")] })).toBe(7);
    expect(
      same(
        { ...summit, participants: [body("Ninth Summit of the Lakes")] },
        { ...summit, participants: [body("Summit of the Lakes")] },
      ),
    ).toBe(7);
  });
  it("where one of them gives no day", () => expect(same({ ...summit, date: null, filedOn: "2024-03-07" }, summit)).toBe(7));
  it("not of two bodies, and not with a talk beside it", () => {
    expect(same(summit, { ...summit, participants: [body("NATO")] })).toBe(null);
    expect(same({ ...summit, participants: [ANA, ERIK, body("NATO")] }, {})).toBe(null);
  });
});

describe("one article tells a meeting twice", () => {
  const told = (a: Partial<MeetingReport>) => isToldTwice(report(a), known({}), HOMES);
  it("where talks and a meeting are of the same sides on one day", () => {
    expect(told({ kind: "talks" })).toBe(true);
    expect(told({ kind: "talks", participants: [PORTUGAL, ERIK] })).toBe(true);
  });
  it("where it plans a day, and elsewhere its month", () => {
    const march = month("2024-03-01", "2024-03-31");
    const planned = known({ status: "planned" });
    expect(isToldTwice(report({ status: "planned", date: march }), planned, HOMES)).toBe(true);
    expect(told({ date: march })).toBe(false);
  });
  it("where two calls are of the same sides on one day, and no call and meeting", () => {
    const isToldAgain = (a: Partial<MeetingReport>) => isToldTwice(report(a), known({ kind: "call" }), HOMES);
    expect(isToldAgain({ kind: "call", participants: [PORTUGAL, NORWAY] })).toBe(true);
    expect(isToldAgain({})).toBe(false);
  });
  it("where one of them gives the month alone, in one place", () => {
    const march = month("2024-03-01", "2024-03-31");
    const isToldAgain = (a: Partial<MeetingReport>) => isToldTwice(report(a), known({ place: "Lisbon" }), HOMES);
    expect(isToldAgain({ date: march, place: "Lisbon" })).toBe(true);
    expect(isToldAgain({ date: march })).toBe(false);
    expect(isToldAgain({ date: month("2024-04-01", "2024-04-30"), place: "Lisbon" })).toBe(false);
  });
  it("not where somebody joins, or it is another day", () => {
    expect(told({ kind: "talks", participants: [ANA, ERIK, who("Ines", 3)] })).toBe(false);
    expect(told({ kind: "talks", date: day("2024-03-05") })).toBe(false);
    expect(told({ kind: "visit" })).toBe(false);
  });
});

describe("a meeting out of its reports", () => {
  it("has the date of those who tell that it took place, and the narrower of two", () => {
    const plan = report({ status: "planned", date: day("2024-03-06") });
    expect(mergeReports([plan, plan, report({})]).date).toEqual(day("2024-03-04"));
    expect(mergeReports([report({ date: day("2024-03-04", "2024-03-10") }), report({})]).date).toEqual(day("2024-03-04"));
    expect(mergeReports([plan, report({ date: month("2024-03-01", "2024-03-31") })]).date).toEqual(day("2024-03-06"));
  });

  it("is called what those call it who tell that it took place", () =>
    expect(mergeReports([report({ kind: "summit", status: "planned" }), report({ kind: "talks" })]).kind).toBe("talks"));

  it("has the newest date of a plan that moved", () => {
    const plan = (start: string) => report({ status: "planned", date: day(start) });
    expect(mergeReports([plan("2024-03-06"), plan("2024-03-08")]).date).toEqual(day("2024-03-08"));
  });

  it("lasts from its first day to its last where it is a visit or a gathering", () => {
    const visit = (start: string) => report({ kind: "visit", date: day(start) });
    expect(mergeReports([visit("2024-03-05"), visit("2024-03-04")]).date).toEqual(day("2024-03-04", "2024-03-05"));
    const plan = report({ kind: "visit", status: "planned", date: day("2024-03-04", "2024-03-06") });
    expect(mergeReports([plan, visit("2024-03-05")]).date).toEqual(plan.date);
  });

  it("names no state beside its minister, and a third state that nobody acts for", () => {
    const merged = mergeReports([report({ participants: [ANA, NORWAY, who("Sweden", null, "SE")] }), report({})]);
    expect(merged.participants.map(({ name }) => name)).toEqual(["Ana", "Sweden", "Erik"]);
    expect(merged.title).toBe("Meeting of Ana, Sweden and Erik");
  });

  it("keeps a state that a report names beside two of one delegation: they did not meet each other", () => {
    const delegation = report({ participants: [ANA, who("Ines", 3), NORWAY] });
    expect(mergeReports([delegation]).participants.map((each) => each.name)).toEqual(["Ana", "Ines", "Norway"]);
    const apart = [report({ participants: [ANA, who("Ines", 3)] }), report({ participants: [ANA, NORWAY] })] as const;
    expect(mergeReports([...apart]).participants.map((each) => each.name)).toEqual(["Ana", "Ines"]);
  });
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
