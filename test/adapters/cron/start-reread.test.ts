import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startReread } from "../../../src/adapters/cron/start-reread.ts";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ENGINE_VERSION } from "../../../src/extract/engine-version.ts";
import { storeArticle } from "../../../src/ingest/store-article.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const NEWER = ENGINE_VERSION + 1;
const clock = { now: () => Date.parse("2024-03-31T12:00:00Z") };

let place: ReturnType<typeof temporaryFolder>;
let store: Store;
let lines: string[];

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
  lines = [];
});

afterEach(async () => {
  await store.close();
  place.remove();
});

async function storeSome(articles: number): Promise<void> {
  for (let at = 0; at < articles; at++) {
    const article = { ...LISBON, id: `n${at}`, url: null, text: `${LISBON.text} Wire ${at}.` };
    await storeArticle(store.evidence, "terminal", {
      article,
      extraction: await extract(article),
      seenAtMs: at,
      sourceKey: null,
    });
  }
}

function start(read: (article: Article) => ReturnType<typeof extract> = extract) {
  const logger = createLogger("info", [], { write: (line) => void lines.push(line) });
  return startReread({ store, extract: read, engineVersion: NEWER, clock, logger });
}

it("reads articles of an older engine again, and says when it begins and ends", async () => {
  await storeSome(3);
  const waker = start();
  await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 20_000 });
  await waker.stop(1000);
  expect(await store.rereads.counts(NEWER)).toEqual({ done: 3, left: 0 });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ left: 3 }),
    expect.objectContaining({ reread: 3 }),
  ]);
});

it("rests between batches, and stops at once", async () => {
  await storeSome(12);
  const waker = start();
  await vi.waitFor(async () => expect((await store.rereads.counts(NEWER)).done).toBe(10), { timeout: 20_000 });
  await waker.stop(5000);
  expect(await store.rereads.counts(NEWER)).toEqual({ done: 10, left: 2 });
});

it("says nothing where there is nothing to read again", async () => {
  const read = vi.fn(extract);
  const waker = start(read);
  await waker.stop(5000);
  expect(read).not.toHaveBeenCalled();
  expect(lines).toEqual([]);
});
