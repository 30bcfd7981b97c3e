import { expect, test } from "vitest";
import { markDays } from "../../src/documents/mark-days.ts";

test.each([
  [
    "Ministers will meet on Monday, he said on Thursday.",
    "2022-09-15",
    "Ministers will meet on Monday [19 September 2022], he said on Thursday [15 September 2022].",
  ],
  ["Friday's announcement capped eight days.", "2018-06-01", "Friday's [1 June 2018] announcement capped eight days."],
  ["She spoke to him on Tuesday night.", "2022-09-14", "She spoke to him on Tuesday night [13 September 2022]."],
  ["The ministers met\ntoday in Oslo.", "2022-12-19", "The ministers met today [19 December 2022] in Oslo."],
  [
    "They had sought to mend ties, meeting in Bali on Monday.",
    "2022-11-16",
    "They had sought to mend ties, meeting in Bali on Monday [14 November 2022].",
  ],
])("%s (%s)", (words, publishedAt, marked) => {
  expect(markDays(words, publishedAt)).toBe(marked);
});

test.each([
  ["The ministers met on Monday, March 4, and will meet on 9 May.", "2024-03-05"],
  ["“We will meet tomorrow,” the minister said.", "2024-03-05"],
  ["A summit in Central Asia Monday.", "2024-03-05"],
  ["They met on Monday.", null],
])("leaves alone what is dated, what somebody says of a day of their own, and what is not certain: %s", (words, publishedAt) => {
  expect(markDays(words, publishedAt)).toBe(words);
});

test("writes the date in the language of a digest, and each day once", () => {
  expect(markDays("She came on Monday and left on Monday.", "2024-03-05", "de")).toBe(
    "She came on Monday [4. März 2024] and left on Monday.",
  );
});
