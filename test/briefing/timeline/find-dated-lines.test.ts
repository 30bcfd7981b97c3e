import { describe, expect, it } from "vitest";
import { composeTimeline } from "../../../src/briefing/timeline/compose-timeline.ts";
import { dayToldBy } from "../../../src/briefing/timeline/find-dated-lines.ts";
import { findMeetingDays } from "../../../src/briefing/timeline/find-meeting-days.ts";
import type { MeetingRecord } from "../../../src/domain/evidence/records.ts";

const dayOf = (text: string) =>
  dayToldBy({ article: { publishedAt: "2026-03-10", firstSeenAt: "2026-03-10T08:00:00.000Z" }, text });

describe("the day of a line", () => {
  it("is the one that readers see beside its weekday", () => {
    expect(dayOf("Norway and Portugal signed the accord on Monday.")).toBe("2026-03-09");
    // Thursday is to come, as the line itself will say.
    expect(dayOf("The dinner of Norway and Portugal, which is scheduled for Thursday, has 40 guests.")).toBeNull();
  });
});

function meeting(kind: MeetingRecord["kind"], start: string, end: string): MeetingRecord {
  const participants = ["Norway", "Portugal"].map((name) => ({ name, kind: "country" as const }));
  const evidence = [{ articleId: "a", start: 0, end: 5, text: "They" }];
  const date = { start, end, precision: "day" as const };
  const rest = { title: "", place: null, topics: [], status: "planned" as const, countries: [], reportedDates: [] };
  return { id: "m", kind, participants, date, evidence, articleIds: ["a"], ...rest };
}

describe("the day of a meeting", () => {
  it("is none where articles say only “this week”, and the first of a visit", () => {
    expect(findMeetingDays([meeting("talks", "2026-03-09", "2026-03-15")], new Map())).toEqual([]);
    const [visit] = findMeetingDays([meeting("visit", "2026-03-09", "2026-03-15")], new Map());
    expect(visit?.date).toBe("2026-03-09");
    expect(
      composeTimeline(
        [visit].filter((each) => each !== undefined),
        { today: "2026-03-01" },
      ),
    ).toHaveLength(1);
  });
});
