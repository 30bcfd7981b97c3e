import type { Logger } from "pino";
import type { DigestSchedule } from "../../digest/create-digest-schedule.ts";
import { createWaker, type Waker } from "./create-waker.ts";

/** Looks for due digests from now on; where this process keeps no schedule, only when it is asked to. */
export function startDueDigests(schedule: DigestSchedule, isTicking: boolean, logger: Logger): Waker {
  const look = async () => {
    await schedule.look();
    return schedule.nextAtMs();
  };
  return createWaker(look, {
    isTicking,
    onFailure: (error) => logger.error({ err: error }, "Could not check for due digests"),
  });
}
