import { describe, expect, it } from "vitest";
import { shownDate } from "../shown-date.ts";
import { meetingsIn, readTold, type ToldMeetings } from "./told-meetings.ts";

/** "held 2026-03-08: Alda Reyes, Jonas Falk"; "-" for no day. Lines with a "?" may be told or not. */
const LINE = /^(\? )?(\S+) (\S+): (.+)$/;

const told = readTold("true-or-not.jsonl");

describe("what is told of a meeting in a dozen styles of news", () => {
  it.each(told)("$text", (each) => {
    expect(untrueIn(each)).toEqual([]);
  });

  it("is most of what the sentences say", () => {
    const wanted = told.flatMap((each) => each.meetings.filter((line) => !line.startsWith("?")).map((line) => ({ each, line })));
    const seen = wanted.filter(({ each, line }) => meetingsIn(each).some((meeting) => isOf(meeting, line)));
    expect(seen.length / wanted.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** What the engine tells that is not so: another meeting, another status, another day. A day that is left out is not untrue. */
function untrueIn(each: ToldMeetings): string[] {
  return meetingsIn(each).flatMap((meeting) => {
    const shown = `${meeting.status} ${shownDate(meeting.date) ?? "-"}: ${meeting.participants.map(({ name }) => name).join(", ")}`;
    const isSo = each.meetings.some((line) => {
      const [, , status, date] = LINE.exec(line) ?? [];
      return isOf(meeting, line) && status === meeting.status && (meeting.date === null || date === shownDate(meeting.date));
    });
    return isSo ? [] : [shown];
  });
}

function isOf({ participants }: ReturnType<typeof meetingsIn>[number], line: string): boolean {
  const names = LINE.exec(line)?.[4]?.split(", ") ?? [];
  return names.every((name) => participants.some((participant) => participant.name === name));
}
