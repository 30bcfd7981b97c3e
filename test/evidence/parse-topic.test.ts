import { describe, expect, it } from "vitest";
import type { PersonRecord } from "../../src/domain/evidence/records.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";

const KNOWN = ["Ana Moreira", "Erik Solberg", "John Haddad"];

/** Finds whoever has the typed words in the name, as the store does. */
async function findPerson(typed: string): Promise<PersonRecord | null> {
  const words = typed.toLowerCase().split(" ");
  const name = KNOWN.find((each) => words.every((word) => each.toLowerCase().split(" ").includes(word)));
  return name === undefined ? null : { id: name, name, aliases: [], roles: [], articles: 1, articleIds: [] };
}

async function kinds(typed: string): Promise<string[]> {
  const topic = await parseTopic(typed, findPerson);
  if (topic?.kind !== "pair") return [topic?.kind ?? "none"];
  return topic.sides.map(({ kind, label }) => `${kind} ${label}`);
}

describe("parseTopic", () => {
  it.each([
    ["nato-norway", ["bloc NATO", "countries Norway"]],
    ["us-africa", ["countries United States", "bloc Africa"]],
    ["Norway and the Middle East", ["countries Norway", "bloc Middle East"]],
    ["moreira solberg", ["person Ana Moreira", "person Erik Solberg"]],
    ["ana moreira vs. solberg", ["person Ana Moreira", "person Erik Solberg"]],
    ["nato, eu", ["bloc NATO", "bloc European Union"]],
  ])("reads %j as a pair", async (typed, sides) => {
    expect(await kinds(typed)).toEqual(sides);
  });

  it.each([
    ["portugal-norway", "countries"],
    ["erik solberg", "person"],
    ["quad", "bloc"],
    ["fisheries", "words"],
    ["norway fisheries", "words"],
    ["moreira moreira", "person"],
    ["john solberg", "words"],
  ])("reads %j as one topic of another kind", async (typed, kind) => {
    expect(await kinds(typed)).toEqual([kind]);
  });
});
