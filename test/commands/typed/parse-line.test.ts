import { describe, expect, it } from "vitest";
import { parseLine } from "../../../src/commands/typed/parse-line.ts";

describe("a line that people type", () => {
  it.each([
    ["/briefing india-japan", { kind: "briefing", topic: "india-japan" }],
    ["/briefing india japan since 2023-01-01", { kind: "briefing", topic: "india japan", since: "2023-01-01" }],
    ["/meetings", { kind: "meetings" }],
    ["/meetings quad from 2022-01-01 to 2022-12-31", { kind: "meetings", about: "quad", from: "2022-01-01", to: "2022-12-31" }],
    ["/meetings page 2", { kind: "meetings", page: 2 }],
    ["/quotes kishida page 3", { kind: "quotes", about: "kishida", page: 3 }],
    ["/person  s jaishankar ", { kind: "person", name: "s jaishankar" }],
    ["/help", { kind: "help" }],
    ["When did they meet?", { kind: "ask", question: "When did they meet?" }],
    ["/ask who met whom", { kind: "ask", question: "who met whom" }],
    ["/briefing nato --since 2026-01-01", { kind: "briefing", topic: "nato", since: "2026-01-01" }],
    ["/briefing --since=2026-01-01 nato", { kind: "briefing", topic: "nato", since: "2026-01-01" }],
    ["/briefing nato —since 2026-01-01 --explain", { kind: "briefing", topic: "nato", since: "2026-01-01", explain: true }],
    ["/briefing --explain nato summit", { kind: "briefing", topic: "nato summit", explain: true }],
    ["/briefing nato since 2026-01-01 --explain", { kind: "briefing", topic: "nato", since: "2026-01-01", explain: true }],
    ['/briefing nato --since "last week"', { kind: "briefing", topic: "nato", since: "last week" }],
    ["/briefing india–japan", { kind: "briefing", topic: "india–japan" }],
    [
      "/meetings --from 2022-01-01 quad --to=2022-12-31",
      { kind: "meetings", about: "quad", from: "2022-01-01", to: "2022-12-31" },
    ],
    ["/ask did they —after all— meet?", { kind: "ask", question: "did they —after all— meet?" }],
    ["/quotes kishida --page 3", { kind: "quotes", about: "kishida", page: 3 }],
    ["/people --page=2", { kind: "people", page: 2 }],
    ["/ask --explain who met whom", { kind: "ask", question: "who met whom", explain: true }],
    ["Who met whom? --explain", { kind: "ask", question: "Who met whom?", explain: true }],
    ["/attache briefing nato --since 2026-01-01", { kind: "briefing", topic: "nato", since: "2026-01-01" }],
    [
      "/sources add https://a.example/feed --backfill",
      { kind: "sources-manage", action: "add", target: "https://a.example/feed", backfill: true },
    ],
  ])("%s", (line, intent) => expect(parseLine(line)).toEqual(intent));

  it.each([
    ["/hlep", "There is no command /hlep: did you mean /help?"],
    ["/breifing quad", "There is no command /breifing: did you mean /briefing?"],
    ["/attache persn modi", "There is no command /persn: did you mean /person?"],
    ["/briefing nato --json", "There is no option --json for /briefing, which takes --since, --explain."],
    ["/person modi --page 2", "There is no option --page for /person, which takes none."],
    ["/briefing nato --since", "--since wants a date behind it, such as 2026-01-31."],
    ["/briefing nato --since --explain", "--since wants a date behind it, such as 2026-01-31."],
    ["/people --page two", "--page wants a number from 1 to 9999 behind it."],
    ["/people --page 1000000000", "--page wants a number from 1 to 9999 behind it."],
    ["/people --page 0", "Pages count from 1."],
    ["/meetings quad page 0", "Pages count from 1."],
  ])("%s is told with the way out", (line, says) => expect(() => parseLine(line)).toThrow(says));

  it("takes white space for one however long it is, in time that grows with it", () => {
    const about = `japan${" ".repeat(1_000_000)}india`;
    expect(parseLine(`/meetings ${about}`)).toEqual({ kind: "meetings", about: "japan india" });
    expect(parseLine(`/briefing ${about}`)).toEqual({ kind: "briefing", topic: "japan india" });
  });

  it("is refused in a sentence where there is no such command", () => {
    expect(() => parseLine("/frobnicate all")).toThrow("There is no command /frobnicate: /help lists what there is.");
  });
});
