import { expect, test } from "vitest";
import { withinLimit } from "../../../src/commands/evidence/within-limit.ts";

function sentence(articleId: string, start: number, text: string) {
  return { text, citations: [{ articleId, start, end: start + text.length, text }] };
}

test("copied prose quotes no more of an article than the limit, and what stands first stays", () => {
  const [first, second, third] = [
    sentence("a", 0, "one two three"),
    sentence("a", 20, "four five six"),
    sentence("b", 0, "one two three four"),
  ];
  expect(withinLimit([first, second, third], 5)).toEqual([first, third]);
  expect(withinLimit([first, second, third], 6)).toEqual([first, second, third]);
  expect(withinLimit([first, first, third], 4)).toEqual([first, first, third]);
});

test("of a language without spaces every two signs count as a word", () => {
  const summit = sentence("c", 0, "日本首相与印度总理举行会谈");
  expect(withinLimit([summit], 6)).toEqual([]);
  expect(withinLimit([summit], 7)).toEqual([summit]);
});
