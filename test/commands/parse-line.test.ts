import { describe, expect, it } from "vitest";
import { parseLine } from "../../src/commands/parse-line.ts";

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
  ])("%s", (line, intent) => expect(parseLine(line)).toEqual(intent));

  it("is refused in a sentence where there is no such command", () => {
    expect(() => parseLine("/frobnicate all")).toThrow("There is no command /frobnicate: /help lists what there is.");
  });
});
