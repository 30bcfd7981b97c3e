import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../domain/clock.ts";
import { AppError } from "../domain/errors.ts";
import type { Article, IngestStatus } from "../domain/evidence/article.ts";
import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../domain/evidence/extraction.ts";
import { sightArticle, storeArticle } from "./store-article.ts";

/** The extraction engine. It returns a promise so that it can run on another thread. */
type Extractor = (article: Article, extracting: Extracting) => Promise<Extraction>;

export interface IngestDeps {
  store: EvidenceStore;
  extract: Extractor;
  clock: Clock;
}

/** An article, or why there is none: an unreadable line keeps its place in the results. `draft` is a model's reading given by hand. */
export type ReadArticle =
  | { kind: "article"; article: Article; draft?: unknown }
  | { kind: "unreadable"; id: string; reason: string };

export interface IngestResult {
  id: string;
  status: IngestStatus;
  /** One sentence if the status is "failed". */
  reason?: string;
}

export interface IngestRun {
  workspaceId: string;
  articles: AsyncIterable<ReadArticle>;
  /** Stops between two articles; the current one is stored completely. */
  signal?: AbortSignal;
}

/** Turns of the event loop between two articles: a command takes several to be accepted, read, verified and acknowledged. */
const TURNS_BETWEEN = 8;

/**
 * Extracts and stores articles one by one, in order. A failing article is reported and the rest go on; a store that cannot be used
 * ends the run, since every further article would fail in the same way.
 */
export async function* ingestArticles(deps: IngestDeps, run: IngestRun): AsyncGenerator<IngestResult> {
  for await (const read of untilAborted(run.articles, run.signal)) {
    // An embedded database answers within microtasks: without this pause, signals and sockets would starve.
    for (let turn = 0; turn < TURNS_BETWEEN; turn++) await nextTurn();
    if (run.signal?.aborted === true) return;
    yield read.kind === "article" ? await ingestOne(deps, run.workspaceId, read.article) : failed(read.id, read.reason);
  }
}

/** The same articles, up to the signal: a reading under way, which may hang, is then left. */
async function* untilAborted(articles: AsyncIterable<ReadArticle>, signal: AbortSignal | undefined): AsyncGenerator<ReadArticle> {
  const reading = articles[Symbol.asyncIterator]();
  let isLeft = false;
  try {
    for (;;) {
      const next = reading.next();
      const read = await orAborted(next, signal);
      isLeft = read === null;
      // What becomes of it is nobody's any more.
      if (isLeft) next.catch(() => undefined);
      if (read === null || read.done === true) return;
      yield read.value;
    }
  } finally {
    const ended = Promise.resolve(reading.return?.());
    if (isLeft) ended.catch(() => undefined);
    else await ended;
  }
}

/** Null at the signal. One promise of the signal for all would keep every article until the end. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(null);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

async function ingestOne(deps: IngestDeps, workspaceId: string, article: Article): Promise<IngestResult> {
  try {
    const sighting = await sightArticle(deps, article, { workspaceId, sourceKey: null });
    return { id: article.id, status: await storeArticle(deps.store, workspaceId, sighting) };
  } catch (error) {
    if (error instanceof AppError && (error.code === "store-unusable" || error.code === "store-busy")) throw error;
    return failed(article.id, error instanceof AppError ? error.message : `Could not store the article: ${String(error)}`);
  }
}

function failed(id: string, reason: string): IngestResult {
  return { id, status: "failed", reason };
}
