// Run by kill-during-ingest.slow.test.ts: ingests the articles of a JSON-lines file into the store at a URL, a line on standard output for each.
import { readFileSync } from "node:fs";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";

const [database = "", file = ""] = process.argv.slice(2);
const articles = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): Article => JSON.parse(line));
const store = await openStore({ url: database });
async function* read() {
  for (const article of articles) yield { kind: "article" as const, article };
}
const deps = {
  store: store.evidence,
  extract: async (article: Article) => extractArticle(article),
  clock: { now: () => Date.now() },
};
for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() }))
  process.stdout.write(`${result.status}\n`);
await store.close();
