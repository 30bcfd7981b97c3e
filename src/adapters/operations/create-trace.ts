import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** Four bytes: short enough to be read out over the telephone, and no two of one day are likely to be the same. */
const ID_BYTES = 4;

/** Ids that join the lines of one piece of work in the log: a command, a job. */
export interface Trace {
  /** Runs the work under an id of its own, whatever it was begun by. */
  begin<T>(work: () => T): T;
  /** The same, unless it is already part of some work. */
  during<T>(work: () => T): T;
  /** The id of the work that is under way here; null outside of any. */
  current(): string | null;
}

export function createTrace(): Trace {
  const ids = new AsyncLocalStorage<string>();
  const current = () => ids.getStore() ?? null;
  const begin: Trace["begin"] = (work) => ids.run(randomBytes(ID_BYTES).toString("hex"), work);
  return {
    begin,
    during: (work) => (current() === null ? begin(work) : work()),
    current,
  };
}
