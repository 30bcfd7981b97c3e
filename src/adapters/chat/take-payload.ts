import type { Logger } from "pino";
import type { z } from "zod";
import type { ChatHealth, EventLog } from "../../domain/chat.ts";

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
  taking.logger.warn({ kind: expected.kind, fields }, "A payload could not be read and was dropped");
  return null;
}

/** Handles what has not been handled; a failure of the store or of the code ends here, in the log. */
export async function handleOnce(taking: Taking, key: string, handle: () => Promise<void>): Promise<void> {
  try {
    if (await taking.events.claim(key)) await handle();
    else taking.counts.repeated += 1;
  } catch (error) {
    taking.counts.failed += 1;
    taking.logger.error({ key, err: error }, "Something that came in could not be handled");
  }
}
