import { AppError } from "../../domain/errors.ts";
import { createReaders, type Read, type Readers } from "../feeds/create-readers.ts";
import { createThreadPool, GivenUpError } from "./create-thread-pool.ts";
import type { ReadResult, ReadTask } from "./read-worker.ts";

/** Of one reading: the largest honest feed, page or sitemap takes a tenth of it. */
const LIMIT_MS = 5_000;
/** A document and its parse live as long as its reading: more room only keeps what is over. */
const YOUNG_MEMORY_MB = 8;

export interface ReadPool extends Readers {
  /** Ends the threads. What is under way fails. */
  close(): Promise<void>;
}

/** All reading of what strangers wrote, on threads: see WebReaders. */
export function createReadPool({ limitMs = LIMIT_MS }: { limitMs?: number } = {}): ReadPool {
  const pool = createThreadPool<ReadTask, ReadResult>({
    worker: readWorker(),
    limitMs,
    leastThreads: 2,
    youngMemoryMb: YOUNG_MEMORY_MB,
  });
  const read: Read = async (kind, given) => {
    const result = await pool.run({ kind, given }).catch((error: unknown) => {
      throw new AppError("bad-input", explain(error, limitMs), { cause: error });
    });
    if ("refused" in result) throw new AppError("bad-input", result.refused);
    // The worker reads as the kind says.
    return result.found as never;
  };
  return { ...createReaders(read), close: () => pool.close() };
}

function readWorker(): URL {
  return new URL(`./read-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
}

function explain(error: unknown, limitMs: number): string {
  if (!(error instanceof GivenUpError)) return `I could not read it (${String(error)}).`;
  switch (error.why) {
    case "time":
      return `It takes longer than ${limitMs / 1000} seconds to read.`;
    case "memory":
      return "It needs too much memory to read.";
    case "fault":
      return `I could not read it (${error.message}).`;
  }
}
