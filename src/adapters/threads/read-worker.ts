import { AppError } from "../../domain/errors.ts";
import { READS, type Reads } from "../feeds/reads.ts";
import { type Assigned, takeOn } from "./assigned.ts";

/** A kind of reading, and what is to be read. */
export interface ReadTask {
  kind: keyof Reads;
  given: unknown;
}

/** An error that people are told of passes between threads as its sentence: its class would not. */
export type ReadResult = { found: unknown } | { refused: string };

/** What a thread of the pool runs: it holds the parsers, so that the thread that answers people need not. */
export function work(assigned: Assigned<ReadTask>): ReadResult {
  const { kind, given } = takeOn(assigned);
  // What is given has the type of its kind: createReaders alone puts the two together.
  const read = READS[kind] as (given: unknown) => unknown;
  try {
    return { found: read(given) };
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-input") return { refused: error.message };
    throw error;
  }
}
