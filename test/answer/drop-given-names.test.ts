import { expect, it } from "vitest";
import { readQuestion } from "../../src/answer/asked/read-question.ts";
import { dropGivenNames } from "../../src/answer/drop-given-names.ts";
import type { PeopleReader } from "../../src/domain/sources/readers.ts";

const known = [
  { id: "p1", name: "Ama Owusu", aliases: ["Owusu"], roles: [] },
  { id: "p2", name: "Kofi Owusu", aliases: ["Owusu"], roles: [] },
  { id: "p3", name: "Peter Otieno", aliases: ["Otieno"], roles: [] },
];
const people = {
  byName: async (_: string, name: string) => known.filter((each) => each.name === name || each.name.split(" ").includes(name)),
} as unknown as PeopleReader;

async function needed(text: string) {
  return [...(await dropGivenNames(people, "desk", readQuestion(text))).mustName].sort();
}

it("needs a surname alone of somebody who is alone in bearing it", async () => {
  expect(await needed("Who reinstated Peter Otieno?")).toEqual(["otieno"]);
  expect(await needed("Who reinstated Kofi Owusu?")).toEqual(["kofi", "owusu"]);
});
