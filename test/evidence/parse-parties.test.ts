import { describe, expect, it } from "vitest";
import type { PersonRecord } from "../../src/domain/evidence/records.ts";
import { parseParties } from "../../src/evidence/parse-parties.ts";
import { parseTopic } from "../../src/evidence/parse-topic.ts";

const KNOWN = ["Ana Moreira", "Erik Solberg", "Han Jae-in"];

async function findPerson(typed: string): Promise<PersonRecord | null> {
  const name = KNOWN.find((each) => each.toLowerCase().endsWith(typed.toLowerCase()));
  return name === undefined ? null : { id: name, name, aliases: [], roles: [], articles: 1, articleIds: [] };
}

async function read(typed: string) {
  const topic = await parseTopic(typed, findPerson);
  const parties = topic === null ? null : await parseParties(topic, findPerson);
  return parties === null ? null : [...parties.people.map(({ name }) => name), ...parties.countries];
}

describe("parseParties", () => {
  it.each([
    ["Moreira and Solberg", ["Ana Moreira", "Erik Solberg"]],
    ["Moreira, Han Jae-in", ["Ana Moreira", "Han Jae-in"]],
    ["solberg with Portugal", ["Erik Solberg", "PT"]],
  ])("reads %j as those who must all have been there", async (typed, parties) => {
    expect(await read(typed)).toEqual(parties);
  });

  it.each(["Solberg", "Portugal and Norway", "Moreira and fisheries", "trade and fisheries"])(
    "leaves %j to the topics",
    async (typed) => {
      expect(await read(typed)).toBeNull();
    },
  );
});
