import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { sightArticle, storeArticle } from "../../../src/ingest/store-article.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf } from "../../fakes/evidence.ts";

const told = z.object({ on: z.string(), title: z.string(), text: z.string() });
type Told = z.infer<typeof told>;
/** An event in another language, the same in English, and another event of the same people. */
const triples = z
  .array(z.object({ language: z.string(), people: z.array(z.string()), foreign: told, same: told, other: told }))
  .parse(JSON.parse(readFileSync(new URL("../../fixtures/languages/triples.json", import.meta.url), "utf8")));

describe("a report in a language that is not read", () => {
  const place = temporaryFolder();
  let store: Store;

  beforeAll(async () => {
    store = await openStore({ url: `file:${place.path("store.db")}` });
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  async function read(workspaceId: string, id: string, { on, title, text, language }: Told & { language: string }) {
    const article = articleOf({ id, title, text, language, publishedAt: on });
    const seeing = {
      extract: async (each: Parameters<typeof extractArticle>[0]) => extractArticle(each),
      clock: { now: () => 0 },
    };
    await storeArticle(store.evidence, workspaceId, await sightArticle(seeing, article, { workspaceId, sourceKey: null }));
  }

  async function storiesOf(workspaceId: string): Promise<string[]> {
    const stories = await store.stories.find(workspaceId, { limit: 10, offset: 0 });
    return stories.map(({ articleIds }) => [...articleIds].sort().join("+"));
  }

  describe.each(triples.map((triple, at) => ({ at, name: triple.foreign.title, ...triple })))(
    "$language: $name",
    ({ at, language, people, foreign, same, other }) => {
      test("names the people by their known forms, and says nothing else", () => {
        const found = extractArticle(articleOf({ ...foreign, language, publishedAt: foreign.on }));
        expect(found.people.map(({ name }) => name).sort()).toEqual([...people].sort());
        expect(found.people.flatMap(({ roles }) => roles)).toEqual([]);
        expect([found.quotes, found.meetings]).toEqual([[], []]);
        for (const { mentions } of found.people)
          for (const { start, end } of mentions) expect(foreign.text.slice(start, end).trim()).not.toBe("");
      });

      const orders = [
        ["foreign first", [foreign, same, other]],
        ["foreign last", [same, other, foreign]],
      ] as const;

      test.each(orders)("is of the story of its event, %s", async (order, told) => {
        const workspaceId = `same ${order} ${at}`;
        for (const each of told)
          if (each !== other)
            await read(workspaceId, each === same ? "same" : "foreign", {
              ...each,
              language: each === foreign ? language : "en",
            });
        expect(await storiesOf(workspaceId)).toEqual(["foreign+same"]);
      });

      test.each(orders)("is of no story of another event of the same people, %s", async (order, told) => {
        const workspaceId = `other ${order} ${at}`;
        for (const each of told)
          if (each !== same)
            await read(workspaceId, each === other ? "other" : "foreign", {
              ...each,
              language: each === foreign ? language : "en",
            });
        expect((await storiesOf(workspaceId)).sort()).toEqual(["foreign", "other"]);
      });
    },
  );
});
