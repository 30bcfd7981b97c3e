import { describe, expect, it } from "vitest";
import { composeTitle } from "../../../src/extract/meetings/compose-title.ts";

const pair = [
  { name: "Alda Reyes", kind: "person" as const },
  { name: "Jonas Falk", kind: "person" as const },
];

describe("a meeting's title", () => {
  it.each([
    ["Oslo", "Meeting of Alda Reyes and Jonas Falk in Oslo"],
    ["U.K.", "Meeting of Alda Reyes and Jonas Falk in the U.K."],
    ["White House", "Meeting of Alda Reyes and Jonas Falk at the White House"],
    ["Royal Palace", "Meeting of Alda Reyes and Jonas Falk at the Royal Palace"],
    ["Hague", "Meeting of Alda Reyes and Jonas Falk in The Hague"],
    ["United Nations", "Meeting of Alda Reyes and Jonas Falk at the United Nations"],
    ["Department of the Interior", "Meeting of Alda Reyes and Jonas Falk at the Department of the Interior"],
    ["Palace of Nations", "Meeting of Alda Reyes and Jonas Falk at the Palace of Nations"],
    ["Republic of Korea", "Meeting of Alda Reyes and Jonas Falk in the Republic of Korea"],
    ["Bellevue Palace", "Meeting of Alda Reyes and Jonas Falk at Bellevue Palace"],
  ])("says where, with the article that %s takes", (place, title) => {
    expect(composeTitle("meeting", pair, place)).toBe(title);
  });

  it.each([
    ["NATO", "NATO summit in Lima"],
    ["Ninth Summit of the Andes", "Ninth Summit of the Andes in Lima"],
    ["Climate Forum", "Climate Forum in Lima"],
  ])("says once that %s is a summit", (name, title) => {
    expect(composeTitle("summit", [{ name, kind: "organisation" }], "Lima")).toBe(title);
  });

  it("names the body whose talks they are", () => {
    const body = { name: "United Nations", kind: "organisation" as const };
    expect(composeTitle("talks", [body], "Lima")).toBe("United Nations talks in Lima");
  });

  it("says of two people on a visit neither who came nor who received", () => {
    expect(composeTitle("visit", pair, "Vienna")).toBe("Visit to Vienna: Alda Reyes and Jonas Falk");
    expect(composeTitle("visit", pair.slice(0, 1), "Vienna")).toBe("Visit of Alda Reyes to Vienna");
  });
});
