import { createReaders, type Readers } from "../../src/adapters/feeds/create-readers.ts";
import { READS } from "../../src/adapters/feeds/reads.ts";

/** The readers without their threads, for tests of what is done with what they read. */
export function directReaders(): Readers {
  return createReaders(async (kind, given) => (READS[kind] as (given: unknown) => unknown)(given) as never);
}
