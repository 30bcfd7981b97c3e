import { describe, expect, it } from "vitest";
import { meetingsIn } from "./told-meetings.ts";

const CALL = "President Alda Reyes of Chile spoke today with Prime Minister Jonas Falk of Norway. ";

/** "held 2026-03-09: …" for each meeting behind the call. */
function behindCall(text: string): string[] {
  return meetingsIn({ text: `${CALL}${text}`, publishedAt: "2026-03-09T10:00:00Z", meetings: [] })
    .slice(1)
    .map(({ status, date, title }) => `${status} ${date?.start ?? "-"}: ${title}`);
}

describe("a meeting told of in the news of another", () => {
  it("has not the day of the news where others only talk", () => {
    expect(behindCall("They also discussed the recent talks between Ghana and Peru.")).toEqual([
      "held -: Talks between Ghana and Peru",
    ]);
  });

  it("is to come where somebody looks forward to it, or says that it is an opportunity", () => {
    expect(behindCall("The two leaders looked forward to meeting in person in Lima.")).toEqual([
      "planned -: Meeting of Alda Reyes and Jonas Falk in Lima",
    ]);
    expect(
      behindCall(
        "They noted that the meeting between Foreign Minister Nora Lind and Foreign Minister Ivo Roe is an opportunity to widen trade.",
      ),
    ).toEqual(["planned -: Meeting of Nora Lind and Ivo Roe"]);
    expect(
      behindCall("They noted that the meeting between Foreign Minister Nora Lind and Foreign Minister Ivo Roe was long.").join(),
    ).toMatch(/^held/);
  });

  it("has the month that stands behind the year", () => {
    expect(behindCall("They will meet twice more this year, in Lima in May and in Oslo in June.")).toEqual([
      "planned 2026-05-01: Meeting of Alda Reyes and Jonas Falk in Lima",
    ]);
  });

  it("gives a conference of weeks no day but its first", () => {
    expect(behindCall("Ministers signed a pledge at the COP31 climate summit on Saturday.")).toEqual(["held 2026-03-01: COP31"]);
    expect(behindCall("They said that Chile will host the COP31 climate summit starting on March 15.").join()).toContain(
      "2026-03-15",
    );
  });

  it("is not one of the two who speak of it", () => {
    expect(behindCall("They discussed plans for the G7 virtual leaders’ meeting tomorrow.").join()).not.toContain("Reyes");
    expect(behindCall("She also noted the visit by Foreign Minister Nora Lind to Oslo.").join()).not.toContain("Reyes");
    expect(behindCall("They agreed that Foreign Minister Nora Lind will visit Peru to follow up on their discussions.")).toEqual([
      "planned -: Visit of Nora Lind to Peru",
    ]);
  });
});
