import { expect, it } from "vitest";
import type { PersonRecord } from "../../src/domain/evidence/records.ts";
import { lastNameOf, mayBeSame } from "../../src/evidence/may-be-same.ts";

function person(name: string, ...countries: (string | null)[]): PersonRecord {
  const roles = countries.map((country) => ({ title: "Minister", affiliation: null, country, firstSeen: null, lastSeen: null }));
  return { id: name, name, aliases: [], roles, articles: 1, articleIds: [] };
}

it.each([
  ["Solberg", "Erik Solberg", true],
  ["Ottilie", "Ottilie II", true],
  ["Erik", "Erik Solberg", false],
  ["Erik Solberg", "Ola Solberg", false],
  ["Solberg", "Solberg", false],
])("%s and %s: %s", (one, other, may) => {
  expect(mayBeSame(person(one), person(other))).toBe(may);
  expect(mayBeSame(person(other), person(one))).toBe(may);
});

it("takes two countries for two people, and an unknown one for nothing", () => {
  expect(mayBeSame(person("Solberg", "NO"), person("Erik Solberg", "CL"))).toBe(false);
  expect(mayBeSame(person("Solberg", "NO"), person("Erik Solberg", "CL", "NO"))).toBe(true);
  expect(mayBeSame(person("Solberg", null), person("Erik Solberg", "CL"))).toBe(true);
});

it("finds the last name before a number", () => {
  expect(["Ottilie II", "Ana Moreira", "Jö"].map(lastNameOf)).toEqual(["ottilie", "moreira", "jo"]);
});
