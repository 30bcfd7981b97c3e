import { describe, expect, it } from "vitest";
import { readWatch } from "../../../src/evidence/watches/read-watch.ts";
import type { WatchSide } from "../../../src/evidence/watches/watch-condition.ts";

function shownSide(side: WatchSide): string {
  if (side.kind === "country") return side.code;
  if (side.kind === "bloc") return side.bloc.name;
  return `${side.words.join(" ")}${side.country === null ? "" : `/${side.country}`}`;
}

/** What was understood, in one line. */
function shown(typed: string): string {
  const read = readWatch(typed);
  if (read === null) return "unclear";
  const { condition } = read;
  if (condition.kind === "said") {
    const { about } = condition;
    const subject = about === null ? "anything" : about.kind === "words" ? about.terms.join(" ") : shownSide(about);
    return `said: ${shownSide(condition.who)} on ${subject}`;
  }
  const { sides, kinds, terms, happenings } = condition;
  const parts = [
    sides.map(shownSide).join(" + "),
    kinds?.join("/") ?? "",
    terms.join(" "),
    happenings.length === 4 ? "" : happenings.join("/"),
  ];
  return `meeting: ${parts.filter((part) => part !== "").join("; ")}`;
}

const LINES: [string, string][] = [
  ["tell me when Lund meets Solberg", "meeting: lund + solberg"],
  ["Lund meets Solberg", "meeting: lund + solberg"],
  ["Please let me know when Lund and Solberg meet again.", "meeting: lund + solberg"],
  ["Anna Lund holds talks with Norway", "meeting: anna lund + NO"],
  ["any meeting of India and Japan", "meeting: IN + JP"],
  ["india-japan", "meeting: IN + JP"],
  ["India, Japan", "meeting: IN + JP"],
  ["lund-solberg", "meeting: lund + solberg"],
  ["Lund-Norway", "meeting: lund + NO"],
  ["Anna Lund meets Ola Berg-Hansen", "meeting: anna lund + ola berg hansen"],
  ["Park Min-ho meets Lee Do-in", "meeting: park min ho + lee do in"],
  ["any meeting of Ola Berg-Hansen", "meeting: ola berg hansen"],
  ["any meeting of Guinea-Bissau and Timor-Leste", "meeting: GW + TL"],
  ["Ola Berg-Hansen on fish", "said: ola berg hansen on fish"],
  ["when the US talks to North Korea", "meeting: US + KP"],
  ["calls between Lund and Solberg", "meeting: lund + solberg; call/video"],
  ["Lund phones Solberg", "meeting: lund + solberg; call/video"],
  ["any meeting of Lund", "meeting: lund"],
  ["Lund meets anybody", "meeting: lund"],
  ["Lund visits India", "meeting: lund + IN; visit/meeting/talks/summit"],
  ["any meeting of Trinidad and Tobago", "meeting: TT"],
  ["when the 2+2 is announced, moved or cancelled", "meeting: twoplustwo; planned/moved/cancelled"],
  ["the India-Japan two-plus-two is held", "meeting: IN + JP; twoplustwo; held"],
  ["the Quad summit is announced", "meeting: Quad; summit; planned"],
  ["the meeting of Lund and Solberg is called off", "meeting: lund + solberg; cancelled"],
  ["the Harbour Security Conference takes place", "meeting: harbour security; held"],
  ["when Lund says anything on fisheries", "said: lund on fisheries"],
  ["Lund on fisheries", "said: lund on fisheries"],
  ["Lund on Norway", "said: lund on NO"],
  ["Norway's foreign minister says anything about NATO", "said: foreign minister/NO on NATO"],
  ["the Norwegian foreign minister meets Solberg", "meeting: foreign minister/NO + solberg"],
  ["what Lund says", "said: lund on anything"],
  ["statements by Lund", "said: lund on anything"],
  ["Lund", "unclear"],
  ["", "unclear"],
  ["the", "unclear"],
  ["oil prices rise sharply", "unclear"],
];

describe("the words of a watch", () => {
  it.each(LINES)("%s", (typed, understood) => {
    expect(shown(typed)).toBe(understood);
  });

  it("may say how it is told, in any order", () => {
    expect(readWatch("Lund meets Solberg by dm, quiet 22:00 to 7am Europe/Oslo, remind 2 days before")).toMatchObject({
      words: "Lund meets Solberg",
      isDirect: true,
      quiet: { fromMinute: 1320, toMinute: 420 },
      timeZone: "Europe/Oslo",
      remindMs: 172_800_000,
    });
    expect(readWatch("tell me when Lund meets Solberg with a reminder")).toMatchObject({ remindMs: 86_400_000, isDirect: false });
    expect(readWatch("Lund on fisheries not between 21.30 and 6")).toMatchObject({ quiet: { fromMinute: 1290, toMinute: 360 } });
  });

  it("has no quiet hours where there are no such times", () => {
    expect(readWatch("Lund meets Solberg quiet 25:00 to 7:00")).toMatchObject({ quiet: null, unread: "quiet 25:00 to 7:00" });
  });

  it.each([
    ["Lund meets Solberg, quiet 22:00 to 22:00", "quiet 22:00 to 22:00"],
    ["Lund meets Solberg, quiet 13pm to 6", "quiet 13pm to 6"],
    ["Lund meets Solberg, quiet hours", "quiet hours"],
    ["Lund meets Solberg, remind 999 weeks before", "999 weeks before"],
    ["Lund meets Solberg, remind -1 day before", "-1 day before"],
    ["Lund says anything, at most 1 an hour", "at most 1 an hour"],
    ["Lund meets Solberg at most 2 times a day", "at most 2 times a day"],
    ["Lund on fish, hourly", "hourly"],
    ["Lund meets Solberg, every hour", "every hour"],
    ["Lund on the weekly cabinet meeting", null],
    ["Lund by the Daily Kelp on at most two islands", null],
    ["Lund meets Solberg, by dm, quiet 22:00 to 7:00", null],
    ["Lund says anything on the days before the vote", null],
  ])("says which option it did not understand: %s", (typed, unread) => {
    expect(readWatch(typed)?.unread).toBe(unread);
  });
});
