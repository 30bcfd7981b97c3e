import { once } from "node:events";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createExtractPool, type ExtractPool } from "../../../src/adapters/threads/create-extract-pool.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { articleOf, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

/** Long enough for a thread to begin and read an article. */
const LIMIT_MS = 3_000;
const WAIT_MS = 90_000;
const reader = new URL("./reader-child.ts", import.meta.url);

describe("extraction on threads", () => {
  let pool: ExtractPool;

  afterEach(async () => {
    await pool.close();
  });

  it("finds what the engine finds on this thread, and gives it back to the asker of each text", {
    timeout: WAIT_MS,
  }, async () => {
    pool = createExtractPool();
    const articles = Array.from({ length: 12 }, (_, at) => articleOf({ ...LISBON, id: `a${at}`, text: `${at}. ${LISBON.text}` }));
    const found = await Promise.all(articles.map((article) => pool.extract(article)));
    expect(found).toEqual(articles.map((article) => extractArticle(article)));
  });

  it("does not hold the event loop while a text is read", { timeout: WAIT_MS }, async () => {
    pool = createExtractPool({ limitMs: LIMIT_MS, worker: reader });
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    await expect(pool.extract(articleOf({ text: "hang" }))).rejects.toThrow("took longer");
    clearInterval(turning);
    // A thread that is held takes no turn at all.
    expect(turns).toBeGreaterThan(10);
  });

  it("gives up a text that hangs or ends its thread, in a sentence that names it, and reads the others", {
    timeout: WAIT_MS,
  }, async () => {
    pool = createExtractPool({ limitMs: LIMIT_MS, worker: reader });
    const texts = [LISBON.text, "hang", "end", "throw", LISBON.text];
    const settled = await Promise.allSettled(texts.map((text, at) => pool.extract(articleOf({ id: `a${at}`, text }))));
    expect(settled.map((each) => each.status)).toEqual(["fulfilled", "rejected", "rejected", "rejected", "fulfilled"]);
    const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    for (const failure of failures) expect(failure).toBeInstanceOf(AppError);
    expect(failures.map((failure) => failure.code)).toEqual(["bad-input", "bad-input", "bad-input"]);
    expect(failures[0]?.message).toBe(
      "The text of a1 took longer than 3 seconds to read. Nothing was stored: leave it out, or shorten it.",
    );
    expect(failures[1]?.message).toContain("The text of a2 could not be read");
  });

  it.runIf(process.platform === "linux")(
    "counts what processors spend on a text, and not how long others keep them",
    {
      timeout: WAIT_MS,
    },
    async () => {
      pool = createExtractPool({ limitMs: 500, worker: reader });
      // The thread sleeps for three times the limit, as it would wait for a processor.
      const { quotes } = await pool.extract(articleOf({ ...LISBON, text: `sleep${LISBON.text}` }));
      expect(quotes.length).toBeGreaterThan(0);
      const began = performance.now();
      await expect(pool.extract(articleOf({ text: "sleep for ever" }))).rejects.toThrow("took longer");
      expect(performance.now() - began).toBeGreaterThan(6 * 500);
    },
  );

  it("goes by the clock where the system does not say what processors spend", { timeout: WAIT_MS }, async () => {
    pool = createExtractPool({ limitMs: 500, worker: reader });
    await expect(pool.extract(articleOf({ text: "sleep unknown to the system" }))).rejects.toThrow("took longer");
  });

  it("lets an ingest go on in order past the article that hangs", { timeout: WAIT_MS }, async () => {
    pool = createExtractPool({ limitMs: LIMIT_MS, worker: reader });
    const place = temporaryFolder();
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    async function* read() {
      for (const article of [LISBON, articleOf({ id: "slow", text: "hang" }), articleOf({ id: "last", text: "The end came." })])
        yield { kind: "article" as const, article };
    }
    const results = [];
    const deps = { store: store.evidence, extract: pool.extract, clock: { now: () => 0 } };
    for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) results.push(result);
    expect(results.map((result) => [result.id, result.status])).toEqual([
      ["lisbon", "new"],
      ["slow", "failed"],
      ["last", "new"],
    ]);
    expect(results[1]?.reason).toContain("took longer than 3 seconds");
    expect(await store.articles.count("terminal")).toBe(2);
    await store.close();
    place.remove();
  });
});

it("outlives a thread that fails just as its text is given up", { timeout: WAIT_MS }, async () => {
  const pool = createExtractPool({ limitMs: 100, worker: reader });
  const channel = new BroadcastChannel("fail when told");
  const isAtWork = once(channel, "message");
  const late = expect(pool.extract(articleOf({ text: "fail when told" }))).rejects.toThrow("took longer");
  await isAtWork;
  await sleep(50);
  channel.postMessage("fail");
  // After this turn of the event loop timers come first.
  await setImmediate();
  // Held for so long, this thread sees that the time is over before it hears of the failure, which nobody waits for any more: unheard it
  // would end the process, and the run of tests reports it as an error.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  await late;
  await sleep(50);
  channel.close();
  await pool.close();
});
