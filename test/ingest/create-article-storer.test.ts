import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { EvidenceStore } from "../../src/domain/evidence/evidence-store.ts";
import { createArticleStorer } from "../../src/ingest/create-article-storer.ts";
import { forgetArticle } from "../../src/ingest/forget-article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";

describe("the storer of articles", () => {
  const { path, remove } = temporaryFolder();
  let databases = 0;
  let store: Store;
  /** The workspace of each transaction, in their order. */
  let transactions: string[];

  beforeEach(async () => {
    store = await openStore({ url: `file:${path(`${databases++}.db`)}` });
    transactions = [];
  });

  afterEach(async () => {
    await store.close();
  });

  afterAll(remove);

  const counted = (): EvidenceStore => ({
    write(workspaceId, work) {
      transactions.push(workspaceId);
      return store.evidence.write(workspaceId, work);
    },
  });
  const sightingOf = async (article: Article) => ({
    article,
    extraction: await extract(article),
    seenAtMs: Date.parse("2024-03-06T12:00:00Z"),
    sourceKey: null,
  });
  const copies = (count: number) =>
    Array.from({ length: count }, (_, at) => articleOf({ id: `copy-${at}`, text: `Copy ${at}.` }));

  it("gives articles that come together one transaction of their workspace, at most so many of them", async () => {
    const storeArticle = createArticleStorer(counted(), 4);
    const sightings = await Promise.all(copies(6).map(sightingOf));
    const stored = sightings.flatMap((sighting) => [storeArticle("slack:T1", sighting), storeArticle("slack:T2", sighting)]);
    expect(await Promise.all(stored)).toEqual(Array(12).fill("new"));
    expect(transactions.sort()).toEqual(["slack:T1", "slack:T1", "slack:T2", "slack:T2"]);
    expect(await store.articles.count("slack:T1")).toBe(6);
    expect(await store.articles.count("slack:T2")).toBe(6);
  });

  it("refuses an article that was forgotten, and stores those beside it", async () => {
    const storeArticle = createArticleStorer(store.evidence, 4);
    await storeArticle("slack:T1", await sightingOf(LISBON));
    await forgetArticle(store.evidence, "slack:T1", LISBON);
    const sightings = await Promise.all([LISBON, ...copies(2)].map(sightingOf));
    const [forgotten, ...others] = await Promise.allSettled(sightings.map((each) => storeArticle("slack:T1", each)));
    expect(forgotten).toMatchObject({ status: "rejected", reason: expect.any(AppError) });
    expect(others).toMatchObject([{ value: "new" }, { value: "new" }]);
    expect(await store.articles.count("slack:T1")).toBe(2);
  });

  it("stores the others where one cannot be stored", async () => {
    const storeArticle = createArticleStorer(counted(), 4);
    const sightings = await Promise.all(copies(3).map(sightingOf));
    const [first, second, third] = sightings;
    if (first === undefined || second === undefined || third === undefined) throw new Error("Three were made.");
    // No source has this key.
    const broken = { ...second, sourceKey: 404 };
    const stored = await Promise.allSettled([first, broken, third].map((each) => storeArticle("slack:T1", each)));
    expect(stored.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(transactions).toHaveLength(4);
    expect(await store.articles.find("slack:T1", { limit: 9 })).toHaveLength(2);
  });
});
