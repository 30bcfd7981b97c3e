import { describe, expect, it } from "vitest";
import { meetingsIn, readTold, type ToldMeetings } from "./told-meetings.ts";

const told = readTold("held-or-planned.jsonl");

describe("plans that are told in the present or the past, and what was held beside them", () => {
  const read = told.map((each) => ({ each, found: meetingsIn(each) }));

  it("are few that are told with another status, or between others", () => {
    const wrong = read.flatMap(({ each, found }) =>
      found.filter((meeting) => !each.meetings.some((line) => isOf(meeting, line))),
    );
    expect(wrong.length / told.length).toBeLessThanOrEqual(0.11);
  });

  it("are most of them told", () => {
    const wanted = read.flatMap(({ each, found }) => each.meetings.map((line) => found.some((meeting) => isOf(meeting, line))));
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.65);
  });
});

function isOf({ status, participants }: ReturnType<typeof meetingsIn>[number], line: ToldMeetings["meetings"][number]): boolean {
  const [said, names = ""] = line.split(": ");
  return said === status && names.split(", ").every((name) => participants.some((participant) => participant.name === name));
}
