import { expect, it } from "vitest";
import { type IngestResult, ingestArticles, type ReadArticle } from "../../src/ingest/ingest-articles.ts";

const DEPS = {
  store: { write: () => expect.fail("Nothing is to be stored.") },
  extract: () => expect.fail("Nothing is to be extracted."),
  clock: { now: () => 0 },
};

async function ingest(articles: AsyncIterable<ReadArticle>, signal: AbortSignal): Promise<IngestResult[]> {
  const results: IngestResult[] = [];
  for await (const result of ingestArticles(DEPS, { workspaceId: "w", articles, signal })) results.push(result);
  return results;
}

it("leaves a reading that hangs, or that fails after the signal, and has what came before it", async () => {
  const stop = new AbortController();
  let fail: (error: Error) => void = () => undefined;
  async function* hanging(): AsyncGenerator<ReadArticle> {
    yield { kind: "unreadable", id: "a", reason: "It is empty." };
    stop.abort();
    await new Promise((_, reject) => {
      fail = reject;
    });
  }
  expect(await ingest(hanging(), stop.signal)).toEqual([{ id: "a", status: "failed", reason: "It is empty." }]);
  fail(new Error("The connection was closed."));
});

it("ends a reading properly where whoever asked wants no more", async () => {
  let isEnded = false;
  async function* endless(): AsyncGenerator<ReadArticle> {
    try {
      for (;;) yield { kind: "unreadable", id: "a", reason: "It is empty." };
    } finally {
      isEnded = true;
    }
  }
  const signal = new AbortController().signal;
  for await (const _ of ingestArticles(DEPS, { workspaceId: "w", articles: endless(), signal })) break;
  expect(isEnded).toBe(true);
});
