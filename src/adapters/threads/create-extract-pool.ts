import { AppError } from "../../domain/errors.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { Held } from "../../model/readings/hold-reading.ts";
import { createThreadPool, GivenUpError } from "./create-thread-pool.ts";
import type { ExtractTask } from "./extract-worker.ts";

/** A text that takes longer is given up. An article takes milliseconds, and the longest that is read a second. */
const LIMIT_MS = 10_000;

export interface ExtractPool {
  /** Throws an AppError ("bad-input") where the text takes too long, or ends the thread. */
  extract(article: Article): Promise<Extraction>;
  /** The same with what a model answered about the article. */
  hold(article: Article, reading: object | null): Promise<Held>;
  /** Ends the threads. What is under way fails. */
  close(): Promise<void>;
}

interface PoolOptions {
  limitMs?: number;
  worker?: URL;
}

/** Extraction on threads: it keeps one busy for as long as it takes, and the event loop has people to answer. */
export function createExtractPool({ limitMs = LIMIT_MS, worker = engineWorker() }: PoolOptions = {}): ExtractPool {
  const pool = createThreadPool<ExtractTask, Held>({ worker, limitMs, leastThreads: 1 });
  const hold = async (article: Article, reading: object | null) => {
    try {
      return await pool.run({ article, reading });
    } catch (error) {
      throw explain(error, article, limitMs);
    }
  };
  return {
    hold,
    extract: async (article) => (await hold(article, null)).extraction,
    close: () => pool.close(),
  };
}

function engineWorker(): URL {
  return new URL(`./extract-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
}

function explain(error: unknown, article: Article, limitMs: number): AppError {
  const isLate = error instanceof GivenUpError && error.why === "time";
  const reason = error instanceof Error ? error.message : String(error);
  const why = isLate ? `took longer than ${limitMs / 1000} seconds to read` : `could not be read (${reason})`;
  return new AppError("bad-input", `The text of ${article.id} ${why}. Nothing was stored: leave it out, or shorten it.`, {
    cause: error,
  });
}
