import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { GivenRole, Person } from "../../src/domain/evidence/extraction.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";

const folder = new URL("../fixtures/people/", import.meta.url);

const roleSchema = z.strictObject({
  title: z.string().nullable(),
  country: z.string().nullable(),
  affiliation: z.string().nullable(),
});

const textsSchema = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    people: z.array(z.strictObject({ name: z.string(), roles: z.array(roleSchema), aliases: z.array(z.string()) })),
  }),
);

function peopleOf(text: string): Person[] {
  const none = { url: null, title: null, publisher: null, author: null, language: null };
  return extractArticle({ id: "one", ...none, publishedAt: "2024-03-05", text }).people;
}

/** One line a person, without regard to the order of their roles: "Ada Lund: Envoy, Kremlin, RU". */
function lineOf({ name, roles }: { name: string; roles: GivenRole[] }): string {
  const shown = roles.map(({ title, affiliation, country }) =>
    [title ?? "no office", affiliation, country].filter((part) => part !== null).join(", "),
  );
  return `${name}: ${shown.sort().join("; ")}`;
}

for (const file of readdirSync(folder)) {
  const texts = textsSchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  describe(`texts on ${file.replace(".json", "")}`, () => {
    test.each(texts)("$id: its people with their offices and states, and nobody else", ({ text, people }) => {
      const found = peopleOf(text);
      expect(found.map(lineOf).sort()).toEqual(people.map(lineOf).sort());
      for (const { name, aliases } of people)
        expect(found.find((person) => person.name === name)?.aliases).toEqual(expect.arrayContaining(aliases));
    });
  });
}
