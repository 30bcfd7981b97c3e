import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { readQuestion } from "../../../src/commands/typed/read-line.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { typed } from "../../fakes/typed.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

const LINES = [
  "briefing india-japan",
  "briefing quad",
  "briefing maritime security",
  "briefing modi since 2022-04-01",
  "meetings",
  "meetings japan",
  "person jaishankar",
  "person kishida",
  "people",
  "quotes",
  "quotes quad",
  "stories",
  "ask When did Singh meet Hamada?",
  "ask Who signed the agreement on semiconductors?",
  "ask What is the price of tea in Lisbon?",
  "digest preview india-japan",
  "digest preview quad",
  "nosuchtopicatall",
];
const clock = { now: () => Date.parse("2022-09-12T08:00:00Z") };

describe.skipIf(postgresqlUrl === "")("over the demo's articles", { timeout: 60_000 }, () => {
  let place: ReturnType<typeof temporaryFolder>;
  let database: TemporaryPostgresql;
  let sqlite: Store;
  let postgresql: Store;

  beforeAll(async () => {
    place = temporaryFolder();
    database = await temporaryPostgresql();
    sqlite = await openStore({ url: `file:${place.path("store.db")}` });
    postgresql = await openStore({ url: database.url });
    for (const store of [sqlite, postgresql]) await ingestDemo(store);
  }, 60_000);

  afterAll(async () => {
    await sqlite.close();
    await postgresql.close();
    await database.drop();
    place.remove();
  });

  async function answer(store: Store, line: string): Promise<unknown> {
    const reply = await createCommands({ store, clock }).answer(
      "terminal",
      line.startsWith("/") ? typed(line) : readQuestion(line),
    );
    return JSON.parse(JSON.stringify(reply));
  }

  it.each(LINES)("PostgreSQL answers %j as SQLite does, word for word", async (line) => {
    expect(await answer(postgresql, line)).toEqual(await answer(sqlite, line));
  });
});

async function ingestDemo(store: Store): Promise<void> {
  async function* read() {
    for (const name of readdirSync("demo/articles").sort()) {
      yield { kind: "article" as const, article: JSON.parse(readFileSync(`demo/articles/${name}`, "utf8")) };
    }
  }
  const extract = async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article);
  const deps = { store: store.evidence, extract, clock };
  for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) {
    expect(result.status).toBe("new");
  }
}
