import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { createCommands } from "../src/commands/create-commands.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, percentile, report, timed } from "./measure.ts";

const TOPICS = [
  "india-japan",
  "france-germany",
  "brazil",
  "japan",
  "semiconductors",
  "moreira",
  "grain exports",
  "norway-portugal",
  "quad",
  "ana moreira",
];
const QUESTIONS = [
  "When did Moreira meet Solberg?",
  "What did Castellan say about critical minerals?",
  "Where did the ministers discuss vaccines?",
  "Who called the plan a fair balance?",
];
const ROUNDS = 20;

/** Warm briefings and answers in one process over stored articles, beside a bare full-text query for twenty articles in the same file. */
export async function benchBriefing(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const path = join(folder, "store.db");
  const store = await openStore({ url: `file:${path}` });
  const clock = { now: () => Date.now() };
  async function* read() {
    for (const article of generateArticles(articles)) yield { kind: "article" as const, article };
  }
  let extracting = 0;
  const extract = async (article: Parameters<typeof extractArticle>[0]) => {
    const began = performance.now();
    const extraction = extractArticle(article);
    extracting += performance.now() - began;
    return extraction;
  };
  const took = await timed(async () => {
    for await (const result of ingestArticles(
      { store: store.evidence, extract, clock },
      { workspaceId: "terminal", articles: read() },
    )) {
      if (result.status !== "new") throw new Error(`${result.id}: ${result.reason}`);
    }
  });
  console.log(
    `ingest of ${articles} articles: ${(articles / (took / 1000)).toFixed(0)} a second, of which extraction takes ${((100 * extracting) / took).toFixed(0)} %`,
  );
  const commands = createCommands({ store, clock });
  const bare = new Database(path, { readonly: true });
  const query = bare.prepare(
    'SELECT a."id", a."title", a."text" FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid WHERE s."article_search" MATCH ? ORDER BY bm25("article_search") LIMIT 20',
  );
  const floor: number[] = [];
  const briefings: number[] = [];
  const answers: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const topic of TOPICS) {
      const words = topic
        .split(/[- ]/)
        .map((word) => `"${word}"`)
        .join(" AND ");
      const bareMs = await timed(() => query.all(words));
      const ours = await timed(() => commands.answer("terminal", { kind: "briefing", topic }));
      if (round > 0) floor.push(bareMs);
      if (round > 0) briefings.push(ours);
    }
    for (const question of QUESTIONS) {
      const ours = await timed(() => commands.answer("terminal", { kind: "ask", question }));
      if (round > 0) answers.push(ours);
    }
  }
  const p95 = percentile(floor, 0.95);
  for (const [name, values] of [
    ["briefing", briefings],
    ["ask", answers],
  ] as const) {
    report(`${name} over ${articles} articles, p50 (floor: bare top 20)`, {
      figure: ms(percentile(values, 0.5)),
      floor: ms(percentile(floor, 0.5)),
      ratio: percentile(values, 0.5) / percentile(floor, 0.5),
    });
    report(`${name} over ${articles} articles, p95`, {
      figure: ms(percentile(values, 0.95)),
      floor: ms(p95),
      ratio: percentile(values, 0.95) / p95,
    });
  }
  bare.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
