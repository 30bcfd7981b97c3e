import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

/** What the migration says beside the tables: how the rows of a store that is older are filled in. */
function fillingOf(folder: string): string[] {
  const name = readdirSync(folder).find((each) => each.endsWith("_role_articles"));
  const sql = readFileSync(`${folder}/${name}/migration.sql`, "utf8");
  return [...sql.matchAll(/^(?:INSERT INTO "RoleArticle"|UPDATE "Role")[^;]*;/gm)].map(([statement]) => statement);
}

const EMPTY = ['DELETE FROM "RoleArticle"', 'UPDATE "Role" SET "firstArticleId" = 0, "firstPlace" = 0'];
const SHOWN = ['SELECT * FROM "RoleArticle" ORDER BY "roleId", "articleId"', 'SELECT * FROM "Role" ORDER BY "id"'];

async function fill(url: string): Promise<void> {
  const second = {
    ...LISBON,
    id: "second",
    url: "https://a.example/second",
    publishedAt: "2024-03-09",
    text: "Prime Minister Ana Moreira, Foreign Minister until now, spoke. Portuguese Foreign Minister Ana Moreira left.",
  };
  const store = await openStore({ url });
  async function* read() {
    for (const article of [LISBON, articleOf(second)]) yield { kind: "article" as const, article };
  }
  for await (const _ of ingestArticles(
    { store: store.evidence, extract, clock: { now: () => 0 } },
    { workspaceId: "terminal", articles: read() },
  ));
  await store.close();
}

describe("a store of a version that did not know which article gives which role", () => {
  let close: () => unknown = () => undefined;

  afterEach(() => close());

  it("has the rows that ingest would have written, on SQLite", async () => {
    const place = temporaryFolder();
    await fill(`file:${place.path("store.db")}`);
    const database = openDatabase(place.path("store.db"));
    close = () => {
      database.close();
      place.remove();
    };
    const shown = () => SHOWN.map((sql) => database.prepare(sql).all());
    const before = shown();
    expect(before[0]?.length).toBeGreaterThan(3);
    for (const sql of EMPTY) database.exec(sql);
    expect(shown()).not.toEqual(before);
    for (const sql of fillingOf("prisma/migrations")) database.exec(sql);
    expect(shown()).toEqual(before);
  });

  it.skipIf(postgresqlUrl === "")("has the rows that ingest would have written, on PostgreSQL", async () => {
    const database = await temporaryPostgresql();
    close = () => database.drop();
    await fill(database.url);
    const shown = async () => [await database.query(SHOWN[0] ?? ""), await database.query(SHOWN[1] ?? "")];
    const before = await shown();
    expect(before[0]?.length).toBeGreaterThan(3);
    for (const sql of EMPTY) await database.query(sql);
    for (const sql of fillingOf("prisma/postgresql/migrations")) await database.query(sql);
    expect(await shown()).toEqual(before);
  });
});
