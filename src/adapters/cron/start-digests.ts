import type { Logger } from "pino";
import type { DigestSchedule } from "../../digest/create-digest-schedule.ts";
import type { WatchMatcher } from "../../digest/watches/create-watch-matcher.ts";
import { createWaker, type Waker } from "./create-waker.ts";

interface DueDigests {
  schedule: DigestSchedule;
  matcher: WatchMatcher;
}

/** Looks for due digests, and for what watches tell, from now on; where this process keeps no schedule, only when it is asked to. */
export function startDueDigests({ schedule, matcher }: DueDigests, isTicking: boolean, logger: Logger): Waker {
  const look = async () => {
    // Digests go on where watches can't be matched.
    await matcher.match().catch((error: unknown) => logger.error({ err: error }, "Could not match new articles against watches"));
    await schedule.look();
    return schedule.nextAtMs();
  };
  return createWaker(look, {
    isTicking,
    onFailure: (error) => logger.error({ err: error }, "Could not check for due digests"),
  });
}
