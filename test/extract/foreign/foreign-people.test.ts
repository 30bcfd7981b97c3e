import { expect, test } from "vitest";
import { foreignPeople } from "../../../src/extract/foreign/foreign-people.ts";
import { soughtPeople } from "../../../src/extract/foreign/sought-people.ts";

test.each([
  ["ja", "岸田首相は訪印した。岸田氏は歓迎された。", ["Fumio Kishida"]],
  ["ja", "岸田氏は歓迎された。アサド・アミン氏も来た。", []],
  ["zh", "副总统杜特尔特访问日本,亨特·拜登出庭。", []],
  ["zh", "美国总统拜登同莫迪总理通话。", ["Joe Biden", "Narendra Modi"]],
  ["hi", "ललित मोदी और नीरव मोदी लंदन में हैं।", []],
  ["hi", "पीएम मोदी ने राष्ट्रपति ज़ेलेंस्की से बात की।", ["Narendra Modi", "Volodymyr Zelenskyy"]],
  [
    "de",
    "Präsident Wolodymyr Selenskyj traf Olaf Scholz. Die Merkelschen Jahre sind vorbei.",
    ["Volodymyr Zelenskyy", "Olaf Scholz"],
  ],
  ["fr", "Vladimir Poutine a parlé à Emmanuel Macron.", ["Vladimir Putin", "Emmanuel Macron"]],
  ["pt", "Vladimir Putin falou.", []],
])("in %s, %s names its people and nobody else", (language, text, names) => {
  const people = foreignPeople(text, language);
  expect(people.map(({ name }) => name)).toEqual(names);
  for (const { aliases, mentions } of people)
    for (const alias of aliases) expect(mentions.map(({ start, end }) => text.slice(start, end))).toContain(alias);
});

test("whole names in Latin letters are sought, with what stands within them", () => {
  const found = soughtPeople("Ministerin Ana Moreira traf Erik von Solberg. Danach sprach Moreira.");
  expect(found.map(({ name }) => name)).toEqual(["Ministerin Ana", "Ministerin Ana Moreira", "Ana Moreira", "Erik von Solberg"]);
});
