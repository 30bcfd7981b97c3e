import { expect, it } from "vitest";
import { isRetraction } from "../../../../src/extract/en/pages/walls.ts";

const NEWS =
  "The ministers of both countries spoke of fisheries, offshore wind and cables, and meet again before the summer. ".repeat(8);

it.each([
  [null, "This article has been withdrawn because it named the wrong minister."],
  ["Talks in Lisbon", `This story was removed after a complaint. ${NEWS}`],
  ["RETRACTED: Talks in Lisbon", NEWS],
  ["Retracted article: Talks in Lisbon", NEWS],
  ["Talks in Lisbon [Withdrawn]", NEWS],
  ["Withdrawn: Talks in Lisbon", "The press release was withdrawn by the ministry's press office on Tuesday."],
  [null, "We have removed the article while we look into it."],
])("is a notice: %s, %s", (title, text) => {
  expect(isRetraction(title, text)).toBe(true);
});

it.each([
  ["Ministry takes its statement back", `The statement was withdrawn within an hour. ${NEWS}`],
  ["Minister deletes a post", `The post was deleted on Tuesday, and the report was removed from the ministry's site. ${NEWS}`],
  ["A journal and its mistakes", `"This article has been retracted," the journal wrote. ${NEWS}`],
  ["Withdrawn: the last troops leave the harbour", NEWS],
  ["Retraction: how journals mend what they break", NEWS],
  ["Talks in Lisbon", NEWS],
])("is news: %s, %s", (title, text) => {
  expect(isRetraction(title, text)).toBe(false);
});
