// Run by postgresql.ts: ingests its share of the generated articles into a store, once it is told to go.
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { generateArticles } from "./generate-articles.ts";

const [url = "", articles = "0", worker = "0", workers = "1"] = process.argv.slice(2);
const mine = [...generateArticles(Number(articles))].filter((_, at) => at % Number(workers) === Number(worker));
const store = await openStore({ url });
async function* read() {
  for (const article of mine) yield { kind: "article" as const, article };
}
const extract = async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article);
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
const deps = { store: store.evidence, extract, clock: { now: () => Date.now() } };
for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) {
  if (result.status !== "new") throw new Error(`${result.id}: ${result.reason}`);
}
await store.close();
process.exit(0);
