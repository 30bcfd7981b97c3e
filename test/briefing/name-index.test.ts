import { expect, test } from "vitest";
import { indexNames } from "../../src/briefing/name-index.ts";
import type { PersonRecord } from "../../src/domain/evidence/records.ts";

function person(name: string, aliases: string[], articleIds: string[]): PersonRecord {
  return { id: name, name, aliases, roles: [], articles: articleIds.length, articleIds };
}

const ANA = person("Ana Moreira", ["Moreira"], ["a"]);
const CLARA = person("Clara Moreira", ["Moreira"], ["b"]);
const ERIK = person("Erik Dahl", ["Dahl"], ["a", "b"]);
const SIDES = new Map([
  [ANA, 0],
  [CLARA, 1],
  [ERIK, 1],
]);
const index = indexNames(
  [ANA, CLARA, ERIK],
  new Map([
    [ANA.id, ["Ana Moreira"]],
    [CLARA.id, ["Clara Moreira"]],
    [ERIK.id, ["Erik Dahl", "Dahl"]],
  ]),
);

function named(text: string, articleId: string): [string, number][] {
  return index
    .find(text, articleId, (each) => SIDES.get(each) ?? null)
    .map(({ start, end, side }) => [text.slice(start, end), side]);
}

test("a name means in each article whom that article names, and elsewhere whoever is called so alone", () => {
  expect(named("Moreira met Dahl.", "a")).toEqual([
    ["Moreira", 0],
    ["Dahl", 1],
  ]);
  expect(named("Moreira met Dahl.", "b")).toEqual([
    ["Moreira", 1],
    ["Dahl", 1],
  ]);
  expect(named("Moreira met Dahl.", "c")).toEqual([["Dahl", 1]]);
});

test("the longest name counts, over any blanks, and no part of a word does", () => {
  expect(named("Ana\n Moreira called; Dahlgren did not, nor Moreiras.", "a")).toEqual([["Ana\n Moreira", 0]]);
});

test("a name of both sides means neither", () => {
  const both = indexNames([person("Ana Kim", ["Kim"], ["a"]), person("Bo Kim", ["Kim"], ["a"])], new Map());
  const found = both.find("Kim spoke before Bo Kim did.", "a", ({ name }) => (name === "Ana Kim" ? 0 : 1));
  expect(found.map(({ start, side }) => [start, side])).toEqual([[17, 1]]);
});
