import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLazyClient } from "../../../src/adapters/prisma/lazy-client.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { Prisma } from "../../../src/adapters/prisma/sql.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { createPrismaClient } from "../../../src/adapters/prisma/sqlite/prisma-client.ts";
import { createReadingConnection } from "../../../src/adapters/prisma/sqlite/reading-connection.ts";
import { temporaryFolder } from "./temporary-database.ts";

const TABLE = `CREATE TABLE "Row" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT, "big" BIGINT, "real" REAL, "flag" BOOLEAN, "at" DATETIME, "json" JSONB, "bytes" BLOB, "text" TEXT
)`;
const ROW = `INSERT INTO "Row" ("big", "real", "flag", "at", "json", "bytes", "text")
  VALUES (9007199254740993, 0.5, 1, '2026-11-29T18:00:00.120+00:00', '{"a":[1]}', X'00ff', 'text')`;

describe("statements that go past Prisma's client", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let file: string;

  beforeEach(() => {
    place = temporaryFolder();
    file = place.path("store.db");
  });

  afterEach(() => place.remove());

  it("give what they give through it, whatever the type", async () => {
    const database = openDatabase(file);
    database.exec(`${TABLE}; ${ROW}; INSERT INTO "Row" DEFAULT VALUES`);
    database.close();
    const client = createPrismaClient(file, 0);
    const reading = createReadingConnection(file, 0);
    const of = Prisma.sql`"id" < ${3} AND (${new Date(0)} < "at" OR "text" IS NULL OR ${"\ud800"} = "text")`;
    for (const statement of [
      Prisma.sql`SELECT * FROM "Row" WHERE ${of} ORDER BY "id"`,
      Prisma.sql`SELECT count(*) AS "count", max("at") AS "at", sum("real") AS "sum", NULL AS "nothing", ${7} / 2 AS "whole" FROM "Row"`,
    ]) {
      const rows = await reading.query(statement);
      expect(rows).toEqual(await client.$queryRaw(statement));
      expect(rows).not.toEqual([]);
    }
    reading.close();
    await client.$disconnect();
  });

  it("do not load it, and everything else does, once", async () => {
    const asked: Prisma.Sql[] = [];
    let loaded = 0;
    const lazy = createLazyClient(
      async () => {
        loaded++;
        return createPrismaClient(file, 0);
      },
      async (statement) => {
        asked.push(statement);
        return [{ one: 1n }];
      },
      async () => undefined,
    );
    expect(await lazy.client.$queryRaw`SELECT ${1} AS "one" WHERE ${Prisma.sql`1 = ${2}`}`).toEqual([{ one: 1n }]);
    expect(await lazy.client.$queryRaw(Prisma.sql`SELECT 1`)).toEqual([{ one: 1n }]);
    expect(asked.map(({ sql, values }) => [sql, values])).toEqual([
      ['SELECT ? AS "one" WHERE 1 = ?', [1, 2]],
      ["SELECT 1", []],
    ]);
    expect(loaded).toBe(0);
    await expect(lazy.client.article.count()).rejects.toThrow("does not exist");
    expect(await lazy.client.$transaction((transaction) => transaction.$queryRaw`SELECT 2 AS "two"`)).toEqual([{ two: 2n }]);
    expect(loaded).toBe(1);
    await lazy.close();
  });

  it("are all that a store needs to remember when somebody asked last", async () => {
    const store = await openStore({ url: `file:${file}` });
    expect(await store.lastBriefings.at("terminal", "user", "topic")).toBeNull();
    await store.lastBriefings.note("terminal", { askedBy: "user", topicKey: "topic", atMs: 1000 });
    await store.lastBriefings.note("terminal", { askedBy: "user", topicKey: "topic", atMs: 2000 });
    expect(await store.lastBriefings.at("terminal", "user", "topic")).toBe("1970-01-01T00:00:02.000Z");
    await store.close();
  });
});
