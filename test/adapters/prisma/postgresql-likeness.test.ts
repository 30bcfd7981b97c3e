import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillCorpus } from "../../../bench/corpus/fill-corpus.ts";
import type { Clients } from "../../../src/adapters/prisma/clients.ts";
import { openPostgresqlClients } from "../../../src/adapters/prisma/postgresql/open-clients.ts";
import { indexWords } from "../../../src/adapters/prisma/search/index-words.ts";
import { statementsOf } from "../../../src/adapters/prisma/statements.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

const ARTICLES = 1500;
/** Of so many of the newest articles words are counted, and those that so many of them hold are common. */
const SAMPLED = 1000;
const COMMON = 40;
/** As large as the workspace is said to be. */
const TOTAL = 50_000;
/** Articles that came in the same moment may stand on either side of the sample's edge. */
const EDGE = 3;

describe.skipIf(postgresqlUrl === "")("common words of a large workspace on PostgreSQL", () => {
  let place: TemporaryPostgresql;
  let clients: Clients;
  /** In how many of the newest articles each word is, by reading them. */
  const held = new Map<string, number>();

  beforeAll(async () => {
    place = await temporaryPostgresql();
    await fillCorpus(place.url, ARTICLES);
    clients = await openPostgresqlClients(place.url);
    const newest = await clients.reads.article.findMany({
      orderBy: [{ firstSeenAt: "desc" }, { id: "desc" }],
      take: SAMPLED,
      select: { title: true, text: true },
    });
    for (const { title, text } of newest)
      for (const word of new Set(indexWords(`${title} ${text}`))) held.set(word, (held.get(word) ?? 0) + 1);
  });

  afterAll(async () => {
    await clients.close();
    await place.drop();
  });

  const countCommon = (workspaceId: string, total: number) =>
    clients.likeness.countCommon(statementsOf(clients.reads), workspaceId, total);

  it("are in as large a share of all its articles as of the newest thousand", async () => {
    const counts = await countCommon("terminal", TOTAL);
    const common = [...held].filter(([, count]) => count >= COMMON + EDGE);
    expect(common.length).toBeGreaterThan(20);
    for (const [word, count] of common) {
      const inSample = ((counts.get(word) ?? 0) * SAMPLED) / TOTAL;
      expect(Math.abs(inSample - count), word).toBeLessThanOrEqual(EDGE);
    }
  });

  it("are the only ones that the sample speaks of: rare words are counted by the index", async () => {
    const counts = await countCommon("terminal", TOTAL);
    const rare = [...held].filter(([, count]) => count < COMMON - EDGE);
    expect(rare.length).toBeGreaterThan(20);
    expect(rare.filter(([word]) => counts.has(word))).toEqual([]);
  });

  it("are counted by the index like all others where ten thousand articles can be counted", async () => {
    expect(await countCommon("terminal", 10_000)).toEqual(new Map());
    expect((await countCommon("terminal", 10_001)).size).toBeGreaterThan(20);
  });

  it("are not those of another workspace", async () => {
    expect(await countCommon("slack:T2", TOTAL)).toEqual(new Map());
  });
});
