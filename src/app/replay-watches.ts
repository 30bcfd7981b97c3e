import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../adapters/prisma/open-store.ts";
import { standing, toldJson } from "../digest/watches/compose-watch.ts";
import { createWatchMatcher } from "../digest/watches/create-watch-matcher.ts";
import type { Watch, WatchHit } from "../domain/digests/watch.ts";
import { AppError } from "../domain/errors.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { Extraction } from "../domain/evidence/extraction.ts";
import { storeArticle } from "../ingest/store-article.ts";

/** An article that gives no more than its day came at noon. */
const NOON_MS = 12 * 3_600_000;

interface Replay {
  watches: Watch[];
  articles: Article[];
  extract(article: Article): Promise<Extraction>;
  signal: AbortSignal;
}

/**
 * What watches would have told of articles, had they been set before the first of them, in the order in which they were published; those without
 * a date are no news to any watch. Works in a store of its own, which is deleted at the end.
 */
export async function* replayWatches({ watches, articles, extract, signal }: Replay): AsyncGenerator<object> {
  const folder = mkdtempSync(join(tmpdir(), "attache-replay-"));
  const store = await openStore({ url: `file:${join(folder, "replay.db")}` });
  try {
    const ids = new Map<number, string>();
    for (const watch of watches) {
      const { id, paused: _paused, ...given } = watch;
      ids.set((await store.watches.add({ ...given, createdAtMs: 0, quiet: null, remindMs: null })).id, String(id));
    }
    let nowMs = 0;
    const hits: WatchHit[] = [];
    const matcher = createWatchMatcher(store, { now: () => nowMs }, (found) => hits.push(...found));
    for (const article of inOrder(articles)) {
      if (signal.aborted) return;
      nowMs = Math.max(nowMs, cameAt(article));
      const workspaceId = watches[0]?.workspaceId ?? "terminal";
      await storeArticle(store.evidence, workspaceId, {
        article,
        extraction: await extract(article),
        seenAtMs: nowMs,
        sourceKey: null,
      });
      await matcher.match();
      for (const told of await standing(store, workspaceId, hits.splice(0)))
        yield { ...toldJson(told), watchId: ids.get(told.hit.watchId) };
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function inOrder(articles: Article[]): Article[] {
  return [...articles].sort((a, b) => cameAt(a) - cameAt(b));
}

function cameAt({ publishedAt }: Article): number {
  if (publishedAt === null) return 0;
  const atMs = Date.parse(publishedAt);
  if (Number.isNaN(atMs)) throw new AppError("bad-input", `“${publishedAt.slice(0, 40)}” is no date of publication.`);
  return publishedAt.length <= 10 ? atMs + NOON_MS : atMs;
}
