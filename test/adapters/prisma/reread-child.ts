// Run by kill-during-reread.slow.test.ts: reads the outdated articles of the store at a URL again, a line on standard output for each.
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { ENGINE_VERSION } from "../../../src/extract/engine-version.ts";
import { rereadArticles } from "../../../src/ingest/reread-articles.ts";
import { extract } from "../../fakes/evidence.ts";

const store = await openStore({ url: process.argv[2] ?? "" });
await rereadArticles(
  {
    store,
    extract(article) {
      process.stdout.write(`${article.id}\n`);
      return extract(article);
    },
    engineVersion: ENGINE_VERSION + 1,
    onFailure: (error) => void process.stderr.write(`${String(error)}\n`),
  },
  { signal: new AbortController().signal, onBatch: () => undefined },
);
await store.close();
