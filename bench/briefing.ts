import { sqlitePath } from "../src/adapters/prisma/database-url.ts";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../src/adapters/prisma/sqlite/open-database.ts";
import { inFilledStore } from "./corpus/filled-store.ts";
import { type BareSearch, createGrowth, measureRequests } from "./corpus/measure-requests.ts";
import { askRequests, briefingRequests } from "./corpus/requests.ts";

const ROUNDS = 20;

/** Warm briefings in one process over stored articles, beside a bare full-text query for twenty articles in the same file. */
export async function benchBriefing(sizes: number[]): Promise<void> {
  const growth = createGrowth("briefing");
  for (const articles of sizes) {
    const run = { name: `briefing over ${articles}`, requests: briefingRequests(articles), rounds: ROUNDS };
    await onSqlite(articles, async (store, bare) => growth.add(articles, await measureRequests(store, { ...run, bare })));
  }
  growth.tell();
}

/** Answers in one process over a small and a large store, beside the same. */
export async function benchAnswers(sizes: number[]): Promise<void> {
  const growth = createGrowth("ask");
  for (const articles of sizes) {
    const run = { name: `ask over ${articles}`, requests: askRequests(articles), rounds: ROUNDS };
    await onSqlite(articles, async (store, bare) => growth.add(articles, await measureRequests(store, { ...run, bare })));
  }
  growth.tell();
}

type Work = (store: Awaited<ReturnType<typeof openStore>>, bare: BareSearch) => Promise<void>;

async function onSqlite(articles: number, work: Work): Promise<void> {
  await inFilledStore({ articles, workspaceId: "terminal" }, null, async (url) => {
    const store = await openStore({ url });
    const database = openDatabase(sqlitePath(url), { readOnly: true });
    const query = database.prepare(
      'SELECT a."id", a."title", a."text" FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid WHERE s."article_search" MATCH ? ORDER BY bm25("article_search") LIMIT 20',
    );
    try {
      await work(store, async (words) => query.all(words.map((word) => `"${word}"`).join(" AND ")) as never);
    } finally {
      database.close();
      await store.close();
    }
  });
}
