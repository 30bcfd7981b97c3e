import { AppError } from "../../domain/errors.ts";

type Attempt<T> = { kind: "read"; found: T } | { kind: "too-much"; sentence: string };

/** What a reading gives, or one sentence where it was too much for its budget: the same the next time, and no fault of the program. */
export async function tryReading<T>(reading: Promise<T>): Promise<Attempt<T>> {
  try {
    return { kind: "read", found: await reading };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "bad-input") throw error;
    return { kind: "too-much", sentence: error.message };
  }
}
