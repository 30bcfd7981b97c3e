import { expect, it } from "vitest";
import { meetingInlines, sourcesOf } from "../../src/documents/blocks.ts";
import type { MeetingRecord } from "../../src/domain/evidence/records.ts";

const PLAN: MeetingRecord = {
  id: "m1",
  kind: "meeting",
  title: "Meeting of Ana Moreira and Erik Solberg",
  date: { start: "2024-03-04", end: "2024-03-05", precision: "day" },
  place: null,
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
};

const line = (meeting: MeetingRecord, today: string | null) =>
  meetingInlines(meeting, sourcesOf([]), today)
    .map((inline) => (inline.type === "text" ? inline.text : ""))
    .join("");

it("says of a plan whose last day is past that no article tells that it took place", () => {
  const past =
    "4 to 5 March 2024: Meeting of Ana Moreira and Erik Solberg (was planned; no stored article says that it took place). ";
  expect(line(PLAN, "2024-03-06")).toBe(past);
  expect(line(PLAN, "2024-03-05")).toContain("(planned)");
  expect(line({ ...PLAN, date: null }, "2024-03-06")).toContain("(planned)");
  expect(line({ ...PLAN, status: "cancelled" }, "2024-03-06")).toContain("(cancelled)");
});

it("says only that it was planned where another stored meeting may be the report of it", () => {
  expect(line({ ...PLAN, maybeHeld: true }, "2024-03-06")).toContain("(was planned). ");
  expect(line({ ...PLAN, maybeHeld: true }, "2024-03-04")).toContain("(planned)");
});
