import { expect, it } from "vitest";
import { createWorkerWatch } from "../../../src/adapters/cron/watch-workers.ts";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";

const MINUTE_MS = 60_000;

it("says once an hour that jobs wait and nobody takes them, and when somebody does again", async () => {
  const lines: { level: number; msg: string; minutes?: number }[] = [];
  const logger = createLogger("info", [], { write: (line) => void lines.push(JSON.parse(line)) });
  let [nowMs, untakenMs] = [0, 0];
  const watch = createWorkerWatch({ untakenMs: async () => untakenMs }, { logger, clock: { now: () => nowMs } });
  const lookAfter = async (minutes: number) => {
    nowMs += minutes * MINUTE_MS;
    await watch.look();
  };
  await lookAfter(1);
  untakenMs = 4 * MINUTE_MS;
  await lookAfter(1);
  expect(lines).toEqual([]);
  untakenMs = 6 * MINUTE_MS;
  await lookAfter(1);
  await lookAfter(59);
  expect(lines).toMatchObject([
    { level: 40, minutes: 6, msg: expect.stringContaining("no process takes them. Start one with --role work") },
  ]);
  await lookAfter(1);
  expect(lines).toHaveLength(2);
  untakenMs = 0;
  await lookAfter(1);
  await lookAfter(1);
  expect(lines.slice(2)).toMatchObject([{ level: 30, msg: "Jobs are being taken again" }]);
});
