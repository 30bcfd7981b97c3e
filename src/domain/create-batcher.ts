import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { AppError } from "./errors.ts";

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Groups the work submitted within one turn of the event loop, or while a batch is running: the busier the process, the larger the
 * batch, and an idle process never waits. Work that nobody waits for can gather a little longer (`gatherMs`): fewer batches, for less of
 * the processor. `run` returns results in the order of its input. If a batch fails, it runs each item alone, so that only the bad ones
 * fail; an unusable store fails all of them.
 */
export function createBatcher<Asked, Answer>(
  run: (batch: Asked[]) => Promise<Answer[]>,
  most: number,
  gatherMs = 0,
): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let isRunning = false;
  const work = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await (gatherMs === 0 ? nextTurn() : sleep(gatherMs));
      await settle(run, waiting.splice(0, most));
    }
    isRunning = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!isRunning) void work();
    });
}

async function settle<Asked, Answer>(run: (batch: Asked[]) => Promise<Answer[]>, batch: Waiting<Asked, Answer>[]): Promise<void> {
  try {
    const answers = await run(batch.map((each) => each.asked));
    for (const [at, answer] of answers.entries()) batch[at]?.resolve(answer);
  } catch (error) {
    if (batch.length > 1 && !(error instanceof AppError)) for (const each of batch) await settle(run, [each]);
    else for (const each of batch) each.reject(error);
  }
}
