import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import type { Article } from "../../domain/article.ts";
import { AppError } from "../../domain/errors.ts";
import type { Extraction } from "../../domain/extraction.ts";

/** A text that takes longer is given up: the thread that hangs on it is ended, and another takes its place. An article takes milliseconds. */
const LIMIT_MS = 30_000;
/** More would only take the processor from the thread that answers people. */
const MOST_THREADS = 4;
/** A thread without work ends after a while, and gives its memory back. */
const IDLE_MS = 60_000;
/** Of one thread, for its JavaScript: a hundred times what a long article needs. */
const MOST_MEMORY_MB = 512;

export interface ExtractPool {
  /** Throws an AppError ("bad-input") where the text takes too long, or ends the thread. */
  extract(article: Article): Promise<Extraction>;
  /** Ends the threads. What is under way fails. */
  close(): Promise<void>;
}

interface PoolOptions {
  limitMs?: number;
  /** The module whose `work` a thread runs. */
  worker?: URL;
}

/**
 * Extraction on threads of its own: it keeps a thread busy for as long as it takes, and the event loop has people to answer. No
 * thread is started before the first article.
 */
export function createExtractPool({ limitMs = LIMIT_MS, worker = engineWorker() }: PoolOptions = {}): ExtractPool {
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const pool = new Piscina<Article, Extraction>({
    filename: fileURLToPath(worker),
    name: "work",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // A checkout runs TypeScript as it is; what the process was started with may not say so.
    execArgv: worker.pathname.endsWith(".ts") ? ["--import", "tsx"] : [],
  });
  // A text's time begins when a thread takes it on, not while it waits for one.
  const whenFree = pLimit(threads);
  return {
    extract: (article) =>
      whenFree(async () => {
        try {
          return await pool.run(article, { signal: AbortSignal.timeout(limitMs) });
        } catch (error) {
          throw explain(error, article, limitMs);
        }
      }),
    close: () => pool.destroy(),
  };
}

function engineWorker(): URL {
  return new URL(`./extract-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
}

function explain(error: unknown, article: Article, limitMs: number): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  const aborted = error instanceof Error && error.name === "AbortError";
  const why = aborted ? `was given up after ${limitMs / 1000} seconds` : `could not be read through (${reason})`;
  return new AppError("bad-input", `The text of ${article.id} ${why}: nothing of it was stored; leave it out, or shorten it.`, {
    cause: error,
  });
}
