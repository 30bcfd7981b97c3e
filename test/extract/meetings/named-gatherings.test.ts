import { describe, expect, it } from "vitest";
import { meetingsIn } from "./told-meetings.ts";

const ON_MONDAY = "2026-03-09T10:00:00Z";
const CALL = "President Alda Reyes spoke today with Prime Minister Jonas Falk of Norway. ";

/** "held 2026-03-09: …" for each gathering that a text tells of. */
function gatheringsIn(text: string): string[] {
  return meetingsIn({ text, publishedAt: ON_MONDAY, meetings: [] })
    .filter(({ kind }) => kind === "summit")
    .map(({ status, date, title }) => `${status} ${date?.start.slice(0, date.precision === "day" ? 10 : 7) ?? "-"}: ${title}`);
}

describe("a gathering by its own name", () => {
  it("has its number, however that is written, and one name where both stand", () => {
    expect(gatheringsIn("The ministers met at COP 31 in Lima in 2025.")).toEqual(["held 2025-01: COP31 in Lima"]);
    expect(
      gatheringsIn(`${CALL}They met on the margins of the 31st United Nations Climate Change Conference (COP31) in Lima.`).join(),
    ).toContain("COP31");
  });

  it("keeps its name before a dash and behind many leaders", () => {
    expect(gatheringsIn(`${CALL}He thanked her for taking part in the U.S.-Africa Leaders’ Summit.`)).toEqual([
      "held -: U.S.-Africa Leaders’ Summit",
    ]);
    expect(gatheringsIn(`${CALL}They spoke of the outcomes of the June U.S.-EU Summit.`)).toEqual([
      "held 2025-06: U.S.-EU Summit",
    ]);
  });

  it("has no day out of the news of another meeting", () => {
    expect(gatheringsIn(`${CALL}The leaders reflected on the recent East Asia Summit.`)).toEqual(["held -: East Asia Summit"]);
    expect(
      gatheringsIn("President Alda Reyes spoke today with Jonas Falk of Norway in advance of the Summit of the Americas."),
    ).toEqual(["planned -: Summit of the Americas"]);
  });

  it("is to come where somebody looks forward to it", () => {
    expect(gatheringsIn(`${CALL}They looked forward to meeting again at the June Summit of the Americas.`)).toEqual([
      "planned 2026-06: Summit of the Americas",
    ]);
    expect(gatheringsIn(`${CALL}They discussed their upcoming participation in the Summit of the Americas in June.`)).toEqual([
      "planned 2026-06: Summit of the Americas",
    ]);
    expect(gatheringsIn(`${CALL}Both underscored their dedication to achieve much at the COP31 Summit in Lima in June.`)).toEqual(
      ["planned 2026-06: COP31 in Lima"],
    );
  });

  it("is none where it only describes another thing", () => {
    expect(gatheringsIn(`${CALL}They committed to advancing the Summit of the Americas objectives.`)).toEqual([]);
  });
});
