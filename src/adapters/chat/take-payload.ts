import type { Logger } from "pino";
import type { z } from "zod";
import type { ChatHealth, EventLog } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";

export interface Taking {
  counts: ChatHealth["counts"];
  events: EventLog;
  logger: Logger;
}

interface Expected<T> {
  schema: z.ZodType<T>;
  kind: string;
}

/** A payload that is not what its platform documents is dropped, counted and logged without its content. */
export function readPayload<T>(taking: Taking, expected: Expected<T>, payload: unknown): T | null {
  const parsed = expected.schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  taking.counts.malformed += 1;
  const fields = parsed.error.issues.map((issue) => issue.path.join("."));
  taking.logger.warn({ kind: expected.kind, fields }, "Dropped a payload that could not be read");
  return null;
}

export interface Handling {
  handle(): Promise<void>;
  /** Says to whoever waits for an answer that there is none, and why. */
  tell(error: unknown): Promise<void>;
}

/** Handles what has not been handled. A failure of the store or of the code ends here, in the log, and with a word to who asked. */
export async function handleOnce(taking: Taking, key: string, { handle, tell }: Handling): Promise<void> {
  try {
    if (await claimInTime(taking.events, key)) await handle();
    else taking.counts.repeated += 1;
  } catch (error) {
    taking.counts.failed += 1;
    taking.logger.error({ key, err: error }, "Could not handle an event");
    try {
      await tell(error);
    } catch (second) {
      taking.logger.error({ key, err: second }, "Could not tell the asker about a failure");
    }
  }
}

/** A store that does not answer fails as one that says no: who asked is told, and a claim that comes later is nobody's. */
const CLAIM_MS = 10_000;

export async function claimInTime(events: EventLog, key: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const sentence = `The store did not respond in ${CLAIM_MS / 1000} seconds. Check that its database is up.`;
    timer = setTimeout(() => reject(new AppError("store-unusable", sentence)), CLAIM_MS);
  });
  try {
    return await Promise.race([events.claim(key), late]);
  } finally {
    clearTimeout(timer);
  }
}

const TOLD_MS = 60_000;
const KEPT = 1000;

/** Whether nobody was told under a key for a minute. It stands in for the event log where that can't be asked. */
export function createNoticeLimit(clock: Clock): (key: string) => boolean {
  const told = new Map<string, number>();
  return (key) => {
    const now = clock.now();
    if ((told.get(key) ?? Number.NEGATIVE_INFINITY) > now - TOLD_MS) return false;
    // Map.clear now and then is simpler than an order of use, and costs one sentence more each.
    if (told.size >= KEPT) told.clear();
    told.set(key, now);
    return true;
  };
}
