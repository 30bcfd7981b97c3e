import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { createCommands } from "../src/commands/create-commands.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { fillStore } from "./fill-store.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, percentile, report, timed } from "./measure.ts";

/** So many articles are read; the others are copies of their rows. */
const READ = 2000;
const ROUNDS = 15;
const QUESTIONS = [
  "When did Ana Moreira last meet Erik Solberg?",
  "When did Moreira meet Solberg?",
  "What did Castellan say about critical minerals?",
  "Where did the ministers discuss vaccines?",
  "Who called the plan a fair balance?",
  "By how many percent did trade between France and Brazil grow?",
  "Which fleets asked for clearer rules on offshore wind?",
  "How many submarines did Norway order from Sweden?",
];

/** Answers in one process over a small and a large store, beside the twenty best of a bare full-text query for the same words. */
export async function benchAnswers(): Promise<void> {
  for (const articles of process.env["BENCH_SIZES"]?.split(",").map(Number) ?? [10_000, 200_000]) await answerOver(articles);
}

async function answerOver(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const path = join(folder, "store.db");
  const clock = { now: () => Date.now() };
  const first = await openStore({ url: `file:${path}` });
  async function* read() {
    for (const article of generateArticles(READ)) yield { kind: "article" as const, article };
  }
  const extract = async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article);
  const ingesting = ingestArticles({ store: first.evidence, extract, clock }, { workspaceId: "terminal", articles: read() });
  for await (const result of ingesting) if (result.status !== "new") throw new Error(`${result.id}: ${result.reason}`);
  await first.close();
  fillStore(path, articles);
  const store = await openStore({ url: `file:${path}` });
  const commands = createCommands({ store, clock });
  const bare = new Database(path, { readonly: true });
  const query = bare.prepare(
    'SELECT a."id", a."text" FROM "article_search" s CROSS JOIN "Article" a ON a."id" = s.rowid WHERE s."article_search" MATCH ? ORDER BY bm25("article_search") LIMIT 20',
  );
  const floor: number[] = [];
  const figures = new Map<string, number[]>(QUESTIONS.map((question) => [question, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const question of QUESTIONS) {
      const words = question.match(/\p{Lu}?\p{L}{4,}/gu)?.slice(-2) ?? [];
      const bareMs = await timed(() => query.all(words.map((word) => `"${word}"`).join(" AND ")));
      const ours = await timed(() => commands.answer("terminal", { kind: "ask", question }));
      if (round === 0) continue;
      floor.push(bareMs);
      figures.get(question)?.push(ours);
    }
  }
  if (process.env["BENCH_EACH"] !== undefined)
    for (const [question, values] of figures) console.log(`  ${ms(percentile(values, 0.5))}  ${question}`);
  const all = [...figures.values()].flat();
  for (const share of [0.5, 0.95]) {
    const [figure, bareFigure] = [percentile(all, share), percentile(floor, share)];
    const name = `ask over ${articles} articles, p${share * 100} (floor: bare top 20)`;
    report(name, { figure: ms(figure), floor: ms(bareFigure), ratio: figure / bareFigure });
  }
  bare.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
