import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COPIED_TABLES } from "../../../../src/adapters/prisma/copy/copied-tables.ts";
import { type CopyProgress, copyStore } from "../../../../src/adapters/prisma/copy/copy-store.ts";
import { Prisma } from "../../../../src/adapters/prisma/generated/client.ts";
import { openStore, type Store } from "../../../../src/adapters/prisma/open-store.ts";
import { createTokenBox } from "../../../../src/adapters/tokens/token-box.ts";
import { ingestArticles } from "../../../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../../../fakes/evidence.ts";
import { temporaryFolder } from "../temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../temporary-postgresql.ts";

const BOX = createTokenBox([{ id: "a", secret: randomBytes(32) }]);
const PAGE = { limit: 50, offset: 0 };

describe("a copy of a store", () => {
  it("holds every table that the schema has, each after those that it points to", () => {
    expect(COPIED_TABLES.map(({ model }) => model).sort()).toEqual(Object.values(Prisma.ModelName).sort());
  });
});

describe("copying a store to a file", () => {
  it("says how many rows of how many are copied, and then compared", async () => {
    const place = temporaryFolder();
    try {
      const from = `file:${place.path("store.db")}`;
      const store = await openStore({ url: from });
      await ingest(store, 0, 3);
      await store.close();
      const told: CopyProgress[] = [];
      const onProgress = (progress: CopyProgress) => void told.push(progress);
      const copies = await copyStore({ from, to: `file:${place.path("copy.db")}`, say: () => undefined, onProgress });
      const total = copies.reduce((sum, { rows }) => sum + rows, 0);
      expect(total).toBeGreaterThan(10);
      expect(new Set(told.map((each) => each.total))).toEqual(new Set([total]));
      for (const doing of ["Copying", "Comparing"] as const) {
        const done = told.filter((each) => each.doing === doing).map((each) => each.done);
        expect(done).toEqual([...done].sort((a, b) => a - b));
        expect(done.at(-1)).toBe(total);
      }
    } finally {
      place.remove();
    }
  });
});

describe.skipIf(postgresqlUrl === "")("copying a store to PostgreSQL", { timeout: 60_000 }, () => {
  let place: ReturnType<typeof temporaryFolder>;
  let database: TemporaryPostgresql;
  const told: string[] = [];
  const source = () => `file:${place.path("store.db")}`;
  const copy = (from = source(), to = database.url) => copyStore({ from, to, say: (sentence) => told.push(sentence) });

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    told.length = 0;
    await database.empty();
    place = temporaryFolder();
    const store = await openStore({ url: source() });
    await ingest(store, 0, 5);
    await store.conversations.open("terminal", "T1", "quad");
    await store.actions.put("terminal", [{ kind: "briefing", topic: "z", since: "2024-01-01" }]);
    await store.events.claim("E1");
    const sealed = BOX.seal("xoxb-1", "slack:T1");
    await store.installations.save({ workspaceId: "slack:T1", ...sealed, installedAtMs: 1_700_000_000_000 });
    await store.close();
  });

  afterEach(() => place.remove());

  it("brings every row over, searchable, and new rows find free numbers", async () => {
    const copies = await copy();
    expect(copies.find(({ table }) => table === "Article")?.rows).toBe(5);
    expect(copies.find(({ table }) => table === "Revision")?.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(told).toContain("Article: copied 5 rows.");
    const store = await openStore({ url: database.url });
    expect(await store.articles.find("terminal", { terms: ["fisheries"], limit: 9 })).toHaveLength(5);
    expect(await store.quotes.find("terminal", PAGE)).toHaveLength(10);
    const installation = await store.installations.find("slack:T1");
    expect(installation && BOX.open(installation, "slack:T1")).toBe("xoxb-1");
    await ingest(store, 3, 7);
    expect(await store.articles.count("terminal")).toBe(7);
    await store.close();
  });

  it("goes on after a break where it ended, and twice is once", async () => {
    const whole = await copy();
    await database.query('DELETE FROM "Quote" WHERE "id" > 4');
    await database.query('DELETE FROM "MeetingParticipant"');
    told.length = 0;
    expect(await copy()).toEqual(whole);
    expect(told).toEqual(["Quote: copied 6 rows.", expect.stringMatching(/^MeetingParticipant: copied \d+ rows\.$/)]);
    told.length = 0;
    expect(await copy()).toEqual(whole);
    expect(told).toEqual([]);
  });

  it("refuses a database that holds anything else, and leaves it as it is", async () => {
    await copy();
    await database.query(`UPDATE "Quote" SET "text" = 'changed' WHERE "id" = 3`);
    await expect(copy()).rejects.toThrow(/has different rows from .* \(table Quote, id 3\)\. Name an empty database/);
    await database.empty();
    await database.query(`INSERT INTO "SeenEvent" ("key") VALUES ('another')`);
    await expect(copy()).rejects.toThrow(/table SeenEvent, key another/);
    expect(await database.query('SELECT * FROM "Article"')).toEqual([]);
  });

  it("is of one moment while others write to the source, in either direction", async () => {
    const back = `file:${place.path("back.db")}`;
    for (const [from, to] of [
      [source(), database.url],
      [database.url, back],
    ] as const) {
      const writer = await openStore({ url: from });
      const articles = await writer.articles.count("terminal");
      let next = 100;
      // Told of a table, the source gets rows of that table and of those behind it.
      const writes: Promise<void>[] = [];
      await copyStore({ from, to, say: () => void writes.push(ingest(writer, next, ++next)) });
      await Promise.all(writes);
      expect(await writer.articles.count("terminal")).toBe(articles + writes.length);
      await writer.close();
      const copied = await openStore({ url: to });
      expect(await copied.articles.count("terminal")).toBe(articles);
      expect(await copied.quotes.find("terminal", PAGE)).toHaveLength(2 * articles);
      await copied.close();
    }
  });

  it("comes back to a file the same", async () => {
    const there = await copy();
    expect(await copy(database.url, `file:${place.path("back.db")}`)).toEqual(there);
  });

  it("refuses a store that is not there, and makes none", async () => {
    await expect(copy(`file:${place.path("nothing.db")}`)).rejects.toThrow(/There is no store at/);
    await expect(copy(`file:${place.path("nothing.db")}`)).rejects.toThrow(/There is no store at/);
  });
});

async function ingest(store: Store, from: number, to: number): Promise<void> {
  async function* read() {
    for (let at = from; at < to; at++) {
      const article = articleOf({ ...LISBON, id: `n${at}`, url: `https://a.example/${at}`, text: `${LISBON.text} Copy ${at}.` });
      yield { kind: "article" as const, article };
    }
  }
  const deps = { store: store.evidence, extract, clock: { now: () => Date.parse("2024-03-06T12:00:00Z") } };
  for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() }))
    expect(result.status).not.toBe("failed");
}
