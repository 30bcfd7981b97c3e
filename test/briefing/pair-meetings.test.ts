import { expect, test } from "vitest";
import { pairMeetings } from "../../src/briefing/pair-meetings.ts";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";

function met(...[id, start, names, more]: [string, string, string[], Partial<MeetingRecord>?]): MeetingRecord {
  return {
    id,
    kind: "meeting",
    title: "",
    date: { start, end: start, precision: "day" },
    place: null,
    participants: names.map((name) => ({ name, kind: "person" })),
    topics: [],
    status: "held",
    evidence: [],
    articleIds: [],
    countries: [],
    reportedDates: [],
    ...more,
  };
}

const BY_NAME = {
  sidesOf: ({ participants }: MeetingRecord) => participants.map(({ name }) => name),
  isOneSide: () => false,
  most: 8,
};

test("two are counted as often as they met, and their last meeting comes first", () => {
  const meetings = [met("m1", "2026-01-05", ["Solberg", "Moreira"]), met("m2", "2026-02-05", ["Moreira", "Solberg"])];
  const { names, pairs } = pairMeetings(meetings, BY_NAME);
  expect(names).toEqual(["Moreira", "Solberg"]);
  expect(pairs.map(({ sides, meetings: theirs }) => [sides, theirs.map(({ id }) => id)])).toEqual([
    [
      ["Moreira", "Solberg"],
      ["m2", "m1"],
    ],
  ]);
});

test("what is planned, and who was at a large gathering, is no meeting of two", () => {
  const six = ["A", "B", "C", "D", "E", "F"];
  const meetings = [met("m1", "2026-01-05", ["A", "B"], { status: "planned" }), met("m2", "2026-01-06", six)];
  expect(pairMeetings(meetings, BY_NAME)).toEqual({ names: [], pairs: [], leftOut: 1 });
});

test("two of one side are no pair", () => {
  const { pairs } = pairMeetings([met("m1", "2026-01-05", ["Solberg", "Aas", "Moreira"])], {
    ...BY_NAME,
    isOneSide: (a, b) => a === "Aas" && b === "Solberg",
  });
  expect(pairs.map(({ sides }) => sides.join(" "))).toEqual(["Aas Moreira", "Moreira Solberg"]);
});

test("of many names those with most meetings stay", () => {
  const meetings = [
    met("m1", "2026-01-05", ["A", "B"]),
    met("m2", "2026-01-06", ["A", "B"]),
    met("m3", "2026-01-07", ["C", "D"]),
  ];
  expect(pairMeetings(meetings, { ...BY_NAME, most: 2 })).toMatchObject({ names: ["A", "B"], pairs: [{ sides: ["A", "B"] }] });
});

test("who went to a conference did not meet there by that", () => {
  const cop = met("m1", "2026-01-06", ["Solberg", "Moreira"], { kind: "summit" });
  cop.participants.push({ name: "Kelp Forum", kind: "organisation" });
  expect(pairMeetings([cop], BY_NAME)).toEqual({ names: [], pairs: [], leftOut: 1 });
});
