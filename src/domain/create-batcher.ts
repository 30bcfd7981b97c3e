import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "./errors.ts";

interface Waiting<Asked, Answer> {
  asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** How long work waits for more to be done with it, and how much of it waits no longer. */
interface Gathering {
  ms: number;
  enough: number;
}

/**
 * Groups the work submitted within one turn of the event loop, or while a batch is running: the busier the process, the larger the
 * batch, and an idle process never waits. Work that nobody waits for can gather for longer (`gather.ms`), or until there is enough of it
 * (`gather.enough`): fewer batches take less processor time. `run` returns results in the order of its input. If a batch fails, it runs
 * each item alone, so that only the bad ones fail; an unusable store fails all of them.
 */
export function createBatcher<Asked, Answer>(
  run: (batch: Asked[]) => Promise<Answer[]>,
  most: number,
  gather: Gathering = { ms: 0, enough: 1 },
): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let isRunning = false;
  let isEnough = () => {};
  const gathered = async () => {
    if (gather.ms === 0 || waiting.length >= gather.enough) return nextTurn();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gather.ms);
      isEnough = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };
  const work = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      await gathered();
      await settle(run, waiting.splice(0, most));
    }
    isRunning = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (waiting.length >= gather.enough) isEnough();
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
