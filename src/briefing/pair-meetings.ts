import type { MeetingRecord } from "../domain/evidence/records.ts";

/** At a gathering of more, being there is not meeting. */
export const MOST_SIDES = 5;

/** Two who met, and when: newest first. */
export interface MetPair {
  /** In order of the alphabet. */
  sides: [string, string];
  meetings: MeetingRecord[];
}

export interface WhoMetWhom {
  /** Those who met others most often first. */
  names: string[];
  /** Those who met most often first, and of these who met last. */
  pairs: MetPair[];
  /** Meetings of more than five, and conferences that go by a body's name: they say nothing of who met whom. */
  leftOut: number;
}

interface Sides {
  /** Who was there, in the names that are to be shown. */
  sidesOf(meeting: MeetingRecord): string[];
  /** Two of one side sit beside each other: they are no pair. */
  isOneSide(a: string, b: string): boolean;
  /** So many names, of those with most meetings. */
  most: number;
}

/** Who met whom in held meetings. */
export function pairMeetings(meetings: readonly MeetingRecord[], { sidesOf, isOneSide, most }: Sides): WhoMetWhom {
  const pairs = new Map<string, MetPair>();
  const counts = new Map<string, number>();
  let leftOut = 0;
  for (const meeting of meetings) {
    const sides = [...new Set(sidesOf(meeting))].sort();
    if (meeting.status !== "held" || sides.length < 2) continue;
    if (sides.length > MOST_SIDES || isConference(meeting)) {
      leftOut += 1;
      continue;
    }
    for (const [at, one] of sides.entries()) {
      for (const other of sides.slice(at + 1)) {
        if (isOneSide(one, other)) continue;
        for (const each of [one, other]) counts.set(each, (counts.get(each) ?? 0) + 1);
        const key = `${one}\n${other}`;
        const pair = pairs.get(key) ?? { sides: [one, other], meetings: [] };
        pairs.set(key, { ...pair, meetings: [...pair.meetings, meeting] });
      }
    }
  }
  const names = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b)).slice(0, most);
  const shown = new Set(names.map(([name]) => name));
  const kept = [...pairs.values()].filter(({ sides }) => sides.every((side) => shown.has(side)));
  for (const pair of kept) pair.meetings.sort((a, b) => dayOf(b).localeCompare(dayOf(a)));
  kept.sort((a, b) => b.meetings.length - a.meetings.length || lastOf(b).localeCompare(lastOf(a)));
  return { names: names.map(([name]) => name), pairs: kept, leftOut };
}

/** "Cop27", of which the articles name three who went: where a body gathers, many more were there. */
function isConference({ kind, participants }: MeetingRecord): boolean {
  return kind === "summit" && participants.some((each) => each.kind === "organisation");
}

function lastOf({ meetings }: MetPair): string {
  return dayOf(meetings[0]);
}

function dayOf(meeting: MeetingRecord | undefined): string {
  return meeting?.date?.start ?? "";
}
