import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { nameKey } from "../../src/domain/evidence/fold-name.ts";
import type { PersonRecord } from "../../src/domain/evidence/records.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { sightArticle, storeArticle } from "../../src/ingest/store-article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";

const said = z.object({ on: z.string(), text: z.string() });
const pairs = z
  .array(
    z.object({
      id: z.string(),
      say: z.string(),
      verdict: z.enum(["same", "different"]),
      names: z.tuple([z.string(), z.string()]),
      articles: z.tuple([said, said]),
      before: said.extend({ times: z.number() }).optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL("../fixtures/people-across/pairs.json", import.meta.url), "utf8")));
type Pair = (typeof pairs)[number];

/**
 * Pairs that are one person and stay two: nobody is read under a surname alone without an office, and people are looked up by whole words.
 * To split one is bad, to merge two is worse.
 */
const STAY_APART = ["x31", "x58"];
/** Two who are merged all the same: one full name and one office of two countries is more often a country misread than a namesake. */
const ONE_ALL_THE_SAME = ["x66"];

describe("two articles name", () => {
  const place = temporaryFolder();
  let store: Store;

  beforeAll(async () => {
    store = await openStore({ url: `file:${place.path("store.db")}` });
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  async function read(workspaceId: string, id: string, { on, text }: { on: string; text: string }) {
    const article = { id, url: null, title: null, publisher: null, author: null, publishedAt: on, language: "en", text };
    const seeing = {
      extract: async (each: Parameters<typeof extractArticle>[0]) => extractArticle(each),
      clock: { now: () => 0 },
    };
    await storeArticle(store.evidence, workspaceId, await sightArticle(seeing, article, { workspaceId, sourceKey: null }));
  }

  /** Who bears the name in an article; null where nobody was read under it, who is then nobody else. */
  async function bearer(workspaceId: string, articleId: string, name: string): Promise<PersonRecord | null> {
    const people = await store.people.all(workspaceId, { limit: 100, offset: 0 });
    const words = nameKey(name).split(" ");
    const found = people.filter(
      (each) =>
        each.articleIds.includes(articleId) &&
        [each.name, ...each.aliases].some((known) => words.every((word) => nameKey(known).split(" ").includes(word))),
    );
    return found[0] ?? null;
  }

  async function areOne({ names, articles, before }: Pair, workspaceId: string, order: [0 | 1, 0 | 1]): Promise<boolean> {
    for (let time = 0; time < (before?.times ?? 0); time++)
      if (before !== undefined) await read(workspaceId, `before-${time}`, { ...before, text: `${before.text} Day ${time}.` });
    for (const at of order) await read(workspaceId, `article-${at}`, articles[at]);
    const [a, b] = [await bearer(workspaceId, "article-0", names[0]), await bearer(workspaceId, "article-1", names[1])];
    return a !== null && a.id === b?.id;
  }

  for (const pair of pairs)
    it(`${pair.verdict === "same" ? "one person" : "two people"}: ${pair.say}`, async () => {
      const wanted = ONE_ALL_THE_SAME.includes(pair.id) || (pair.verdict === "same" && !STAY_APART.includes(pair.id));
      expect(await areOne(pair, `${pair.id}-forward`, [0, 1]), "the first article first").toBe(wanted);
      expect(await areOne(pair, `${pair.id}-backward`, [1, 0]), "the second article first").toBe(wanted);
    });

  it("a surname alone, and the office of its bearer only later, when the two become one", async () => {
    await read("later", "article-0", { on: "2023-03-01", text: "Neil Garrick attended the concert. Garrick left early." });
    await read("later", "article-1", {
      on: "2023-03-02",
      text: "U.S. President Garrick met Norwegian Prime Minister Ina Solheim.",
    });
    expect(await bearer("later", "article-0", "Garrick")).not.toEqual(await bearer("later", "article-1", "Garrick"));
    await read("later", "article-2", { on: "2023-03-03", text: "U.S. President Neil Garrick vetoed the bill on Friday." });
    const ids = await Promise.all([0, 1, 2].map(async (at) => (await bearer("later", `article-${at}`, "Garrick"))?.id));
    expect(new Set(ids).size).toBe(1);
    const [meeting] = await store.meetings.find("later", { personId: ids[0], limit: 10, offset: 0 });
    expect(meeting?.participants.map(({ name }) => name)).toEqual(["Neil Garrick", "Ina Solheim"]);
  });
});
