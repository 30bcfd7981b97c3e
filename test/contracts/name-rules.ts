import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { splitPerson } from "../../src/ingest/split-person.ts";
import { articleOf, extract } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";
import { mergeNames, PAGE, storeArticles, WORKSPACE } from "./store-work.ts";

const TALKS = articleOf({
  id: "talks",
  text:
    "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4. " +
    '"We share one ocean," Moreira said.',
});
/** The same meeting, by a paper that knows the minister under another name. */
const WIRE = articleOf({
  id: "wire",
  text:
    "Norwegian Foreign Minister Erik Solberg met Anita Queiroz in Lisbon on March 4. " +
    '"Nobody drew a line through it," Queiroz said. They spoke about cables.',
});
/** Both names in one text. */
const PROFILE = articleOf({
  id: "profile",
  publishedAt: "2024-04-02",
  text:
    'Anita Queiroz sat down with a guest on Monday. "I have kept every notebook," Queiroz said.\n\n' +
    'Foreign Minister Ana Moreira listened. "So have I," Moreira said.',
});
const LATER = articleOf({
  id: "later",
  publishedAt: "2024-05-02",
  text: 'Portuguese Foreign Minister Anita Queiroz flew to Oslo. "It is colder than I thought," Queiroz said.',
});

/** What every implementation of the store owes to whoever mends a name. */
export function describeNameRules(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`names that an admin mends, on ${name}`, () => {
    let store: StoreUnderTest;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    const ingest = (...articles: Article[]) => storeArticles(store, articles);
    const merge = (merged: string, kept: string) => mergeNames(store, merged, kept);

    async function split(alias: string, from: string): Promise<boolean> {
      const people = await store.people.all(WORKSPACE, PAGE);
      return store.evidence.write(WORKSPACE, async (writer) => {
        const person = await writer.people.byId(people.find((each) => each.name === from)?.id ?? "");
        if (person === null) throw new Error(`nobody is called ${from}`);
        return splitPerson(writer, { person, alias, setBy: "terminal" });
      });
    }

    /** Names, and what each is held to have said and where to have been. */
    async function everybody() {
      const people = await store.people.all(WORKSPACE, PAGE);
      const told = new Map<string, { articles: string[]; quotes: number; meetings: number }>();
      for (const { id, name: known, articleIds } of people) {
        const quotes = await store.quotes.find(WORKSPACE, { ...PAGE, personId: id });
        const meetings = await store.meetings.find(WORKSPACE, { ...PAGE, personId: id });
        told.set(known, { articles: [...articleIds].sort(), quotes: quotes.length, meetings: meetings.length });
      }
      return told;
    }

    it("makes two people one: articles, quotes, roles and aliases are the kept one's, and two meetings that were one are one", async () => {
      await ingest(TALKS, WIRE);
      expect([...(await everybody()).keys()].sort()).toEqual(["Ana Moreira", "Anita Queiroz", "Erik Solberg"]);
      expect(await store.meetings.find(WORKSPACE, PAGE)).toHaveLength(2);
      await merge("Anita Queiroz", "Ana Moreira");
      const told = await everybody();
      expect([...told.keys()].sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
      expect(told.get("Ana Moreira")).toEqual({ articles: ["talks", "wire"], quotes: 2, meetings: 1 });
      const [person] = await store.people.byName(WORKSPACE, "Anita Queiroz", 5);
      expect(person?.aliases).toEqual(expect.arrayContaining(["Anita Queiroz", "Moreira", "Queiroz"]));
      expect(person?.roles.map((role) => [role.title, role.country])).toEqual([["Foreign Minister", "PT"]]);
      const [meeting] = await store.meetings.find(WORKSPACE, PAGE);
      expect(meeting?.articleIds.toSorted()).toEqual(["talks", "wire"]);
      expect(meeting?.participants.map((each) => each.name).sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
    });

    it("finds the one person under the merged name in later articles, in both names' article, and when a text is read again", async () => {
      await ingest(TALKS, WIRE);
      await merge("Anita Queiroz", "Ana Moreira");
      await ingest(PROFILE, LATER, { ...WIRE, text: `${WIRE.text} A crowd waited outside.` });
      const told = await everybody();
      expect([...told.keys()].sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
      // The talks, and the visit to Oslo, which the later article tells under the merged name.
      expect(told.get("Ana Moreira")).toEqual({ articles: ["later", "profile", "talks", "wire"], quotes: 5, meetings: 2 });
    });

    it("goes by the name that was kept, even where more articles use the other", async () => {
      await ingest(TALKS, WIRE, LATER, { ...LATER, id: "again", text: `${LATER.text} Nobody met her.` });
      await merge("Anita Queiroz", "Ana Moreira");
      expect((await store.people.byName(WORKSPACE, "queiroz", 5)).map((person) => person.name)).toEqual(["Ana Moreira"]);
    });

    it("takes a name apart again with all that is said under it, in an article of both as well", async () => {
      await ingest(TALKS, WIRE, PROFILE);
      const before = await everybody();
      const rolesBefore = (await store.people.byName(WORKSPACE, "Ana Moreira", 1))[0]?.roles;
      await merge("Anita Queiroz", "Ana Moreira");
      expect(await split("Anita Queiroz", "Ana Moreira")).toBe(true);
      expect(await everybody()).toEqual(before);
      expect((await store.people.byName(WORKSPACE, "Ana Moreira", 1))[0]?.roles).toEqual(rolesBefore);
      expect((await store.people.byName(WORKSPACE, "Queiroz", 5)).map((person) => person.name)).toEqual(["Anita Queiroz"]);
    });

    it("never joins a split name by itself, in a later article or when a text is read again", async () => {
      const shorter = { ...TALKS, text: TALKS.text.replace("Ana Moreira", "Ana Moreira Lopes") };
      const other = articleOf({
        id: "other",
        publishedAt: "2024-06-02",
        text: 'Portuguese Foreign Minister Ana Moreira opened a school. "Read more," Moreira said.',
      });
      await ingest(shorter, other);
      expect([...(await everybody()).keys()].sort()).toEqual(["Ana Moreira Lopes", "Erik Solberg"]);
      expect(await split("Ana Moreira", "Ana Moreira Lopes")).toBe(true);
      await ingest({ ...other, id: "third", text: `${other.text} It rained.` }, { ...other, text: `${other.text} It snowed.` });
      const told = await everybody();
      expect([...told.keys()].sort()).toEqual(["Ana Moreira", "Ana Moreira Lopes", "Erik Solberg"]);
      expect(told.get("Ana Moreira")).toEqual({ articles: ["other", "third"], quotes: 2, meetings: 0 });
      expect(told.get("Ana Moreira Lopes")).toEqual({ articles: ["talks"], quotes: 1, meetings: 1 });
    });

    it("splits nothing where every article uses the one name", async () => {
      await ingest(TALKS);
      const before = await everybody();
      expect(await split("Ana Moreira", "Ana Moreira")).toBe(false);
      expect(await everybody()).toEqual(before);
    });

    it("keeps a workspace's word on names to itself", async () => {
      await ingest(TALKS, WIRE);
      await merge("Anita Queiroz", "Ana Moreira");
      async function* read() {
        for (const article of [TALKS, WIRE]) yield { kind: "article" as const, article };
      }
      const deps = { store: store.evidence, extract, clock: { now: () => 0 } };
      for await (const _ of ingestArticles(deps, { workspaceId: "slack:T1", articles: read() }));
      expect(await store.people.all("slack:T1", PAGE)).toHaveLength(3);
    });
  });
}
