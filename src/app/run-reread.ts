import { openStore } from "../adapters/prisma/open-store.ts";
import type { RereadCommand } from "../adapters/terminal/program.ts";
import type { RereadCounts } from "../domain/evidence/reread-store.ts";
import { ENGINE_VERSION } from "../extract/engine-version.ts";
import { rereadArticles } from "../ingest/reread-articles.ts";
import { holdReading } from "../model/readings/hold-reading.ts";

/** Extracts all outdated articles of a store again at full speed, or only counts them. */
export async function runReread(databaseUrl: string, command: RereadCommand): Promise<RereadCounts> {
  const store = await openStore({ url: databaseUrl });
  try {
    const counts = await store.rereads.counts(ENGINE_VERSION);
    if (command.isStatus || counts.left === 0) return counts;
    command.onProgress(counts);
    let { done } = counts;
    await rereadArticles(
      {
        store,
        extract: async (article, { reading }) => ({
          ...holdReading(article, reading === "ask" ? null : reading).extraction,
          ...(reading === null || reading === "ask" ? {} : { reading }),
        }),
        engineVersion: ENGINE_VERSION,
        onFailure: (_error, articleId) => command.onFailure(articleId),
      },
      {
        signal: command.signal,
        onBatch({ reread }) {
          done += reread;
          command.onProgress({ done, left: Math.max(0, counts.done + counts.left - done) });
        },
      },
    );
    return await store.rereads.counts(ENGINE_VERSION);
  } finally {
    await store.close();
  }
}
