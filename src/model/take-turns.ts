/** Runs so much at the same time and has the rest wait in line; what would wait longer than it may is not run at all. */
export type TakeTurns = <Result>(work: () => Promise<Result>, maxWaitMs: number) => Promise<Result | "busy">;

export function createTurns(concurrency: number): TakeTurns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const turn = (maxWaitMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        running++;
        resolve(true);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(go), 1);
        resolve(false);
      }, maxWaitMs);
      if (running < concurrency) go();
      else waiting.push(go);
    });
  return async (work, maxWaitMs) => {
    if (!(await turn(maxWaitMs))) return "busy";
    try {
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
