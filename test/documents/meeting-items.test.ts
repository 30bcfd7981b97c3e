import { describe, expect, it } from "vitest";
import { meetingInlines, sourcesOf } from "../../src/documents/blocks.ts";
import { meetingItems } from "../../src/documents/meeting-items.ts";
import { latestMeeting } from "../../src/documents/newest-meeting.ts";
import type { MeetingRecord, MeetingWhole } from "../../src/domain/evidence/records.ts";

function meeting(id: string, names: string[], partOf?: MeetingWhole): MeetingRecord {
  return {
    id,
    kind: names.length === 1 ? "summit" : "meeting",
    title: "",
    date: { start: "2022-11-15", end: "2022-11-15", precision: "day" },
    place: null,
    participants: names.map((name) => ({ name, kind: names.length === 1 ? "organisation" : "person" })),
    topics: [],
    status: "held",
    evidence: [],
    articleIds: [],
    countries: [],
    reportedDates: [],
    ...(partOf === undefined ? {} : { partOf }),
  };
}

const DATE = { start: "2022-11-15", end: "2022-11-16", precision: "day" } as const;
const G20: MeetingWhole = { id: "m1", kind: "summit", title: "G20 summit in Bali", date: DATE, status: "held" };

function lines(meetings: MeetingRecord[]): string[] {
  const items = meetingItems(meetings, (each) => meetingInlines(each, sourcesOf([]), null));
  return items.map((item) => item.map((inline) => (inline.type === "text" ? inline.text : "")).join(""));
}

describe("a list of meetings", () => {
  it("has a summit's meetings under it, where the first of them would stand", () => {
    const listed = [
      meeting("m3", ["Ana Moreira", "Erik Solberg"], G20),
      meeting("m4", ["Rosa Quispe", "Tomás Araya"]),
      meeting("m1", ["G20"]),
    ];
    expect(lines(listed)).toEqual([
      "15 November 2022: G20 summit. ",
      "↳ 15 November 2022: Meeting of Ana Moreira and Erik Solberg. ",
      "15 November 2022: Meeting of Rosa Quispe and Tomás Araya. ",
    ]);
  });

  it("says of which summit or visit a meeting is a part where that is not listed", () => {
    const visit: MeetingWhole = { ...G20, id: "m9", kind: "visit", title: "Visit of Ana Moreira to Norway" };
    expect(
      lines([meeting("m3", ["Ana Moreira", "Erik Solberg"], G20), meeting("m5", ["Ana Moreira", "Kari Lund"], visit)]),
    ).toEqual([
      "15 November 2022: Meeting of Ana Moreira and Erik Solberg, on the sidelines of the G20 summit in Bali, 15 to 16 November 2022. ",
      "15 November 2022: Meeting of Ana Moreira and Kari Lund, during the visit of Ana Moreira to Norway, 15 to 16 November 2022. ",
    ]);
  });

  it("plans no summit any more of which a part took place", () => {
    const planned: MeetingRecord = { ...meeting("m1", ["G20"]), status: "planned" };
    expect(lines([planned, meeting("m3", ["Ana Moreira", "Erik Solberg"], G20)])[0]).toBe("15 November 2022: G20 summit. ");
    expect(lines([planned])[0]).toBe("15 November 2022: G20 summit (planned). ");
  });

  it("lists each once where two are each said to be in the other", () => {
    const other = { ...G20, id: "m3" };
    expect(lines([meeting("m1", ["G20"], other), meeting("m3", ["Ana Moreira", "Erik Solberg"], G20)])).toHaveLength(2);
  });
});

it("ends the line on the newest with one full stop, also behind an abbreviation", () => {
  const inWashington = { ...meeting("m1", ["Ana Moreira", "Erik Solberg"]), place: "the U.S." };
  const [line] = latestMeeting([inWashington], "2022-11-20");
  expect(JSON.stringify(line)).toMatch(/in the U\.S\."/);
});
