import pg from "pg";
import { expect, it } from "vitest";
import { Prisma } from "../../../src/adapters/prisma/generated/client.ts";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openPostgresqlClients } from "../../../src/adapters/prisma/postgresql/open-clients.ts";
import { openSqliteClients } from "../../../src/adapters/prisma/sqlite/open-clients.ts";
import type { Statements } from "../../../src/adapters/prisma/statements.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { storeArticle } from "../../../src/ingest/store-article.ts";
import { articleOf } from "../../fakes/evidence.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

/** Each is a round trip during which no other writer of the workspace gets on. */
const MOST = 12;

const VISIT = [
  'Foreign Minister Ana Moreira of Portugal met Foreign Minister Erik Solberg of Norway in Lisbon on 3 March 2026. "The harbour stays open," Moreira said.',
  "On 5 March 2026 Moreira held talks with Defence Minister Hana Novak of Czechia in Prague.",
];

it.skipIf(postgresqlUrl === "")("an article with two meetings takes a dozen statements on PostgreSQL", async () => {
  const place = await temporaryPostgresql();
  const store = await openStore({ url: place.url });
  const keep = async (id: string, title: string) => {
    const article = articleOf({ id, title, publishedAt: "2026-03-06", text: VISIT.join("\n\n") });
    const extraction = extractArticle(article);
    expect(extraction.meetings).toHaveLength(2);
    await storeArticle(store.evidence, "terminal", { article, extraction, seenAtMs: Date.now(), sourceKey: null });
  };
  await keep("first", "Ministers meet");
  const { query } = pg.Client.prototype;
  let sent = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    sent += 1;
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await keep("second", "Ministers meet again");
  } finally {
    pg.Client.prototype.query = query;
  }
  // Of both meetings there are two reports now, which have to be read and merged: two statements more.
  expect(sent).toBeLessThanOrEqual(MOST + 2);
  expect(await store.meetings.find("terminal", { limit: 9, offset: 0 })).toHaveLength(2);
  await store.close();
  await place.drop();
});

const databases = [
  {
    name: "SQLite",
    make: async () => {
      const place = temporaryFolder();
      return { clients: openSqliteClients(`file:${place.path("store.db")}`), drop: async () => place.remove() };
    },
  },
  {
    name: "PostgreSQL",
    make: async () => {
      const place = await temporaryPostgresql();
      return { clients: await openPostgresqlClients(place.url), drop: place.drop };
    },
  },
];

it.each(databases.filter(({ name }) => name === "SQLite" || postgresqlUrl !== ""))(
  "work that goes on after its transaction has ended reaches nothing on $name",
  async ({ make }) => {
    const { clients, drop } = await make();
    const add = (statements: Statements, name: string) =>
      statements.execute(Prisma.sql`INSERT INTO "Person" ("workspaceId", "name", "uses") VALUES ('terminal', ${name}, 0)`);
    let late: Statements | null = null;
    await clients.workspaceTransaction("terminal", async (_, direct) => {
      await add(direct, "Ana Moreira");
      late = direct;
    });
    await expect(
      clients.workspaceTransaction("terminal", async (_, direct) => {
        await add(direct, "Erik Solberg");
        throw new Error("taken back");
      }),
    ).rejects.toThrow("taken back");
    await expect(add(late as unknown as Statements, "Hana Novak")).rejects.toThrow("ended");
    expect((await clients.reads.person.findMany()).map(({ name }) => name)).toEqual(["Ana Moreira"]);
    await clients.close();
    await drop();
  },
);
