import type { Logger } from "pino";
import type { Watch } from "../adapters/operations/create-watch.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { ModelDeps } from "../commands/evidence/watched-writer.ts";
import type { Role } from "../config/role.ts";
import { DIGEST_TIMINGS, type DigestTimings } from "../digest/digest-timings.ts";
import type { Clock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import type { JobQueue } from "../domain/job-queue.ts";
import { stopwatch } from "../domain/stopwatch.ts";

interface DigestsStarted {
  store: Store;
  logger: Logger;
  roles: ReadonlySet<Role>;
  timings: { digests?: DigestTimings };
  clock: Clock;
}

interface DigestParts {
  posters: DigestPoster[];
  queue: JobQueue;
  model: ModelDeps;
  onDigest: Watch["work"]["digest"];
}

/** Looks for due digests if the roles say so, otherwise only when somebody asks for one. */
export async function startDigests({ store, logger, roles, timings, clock }: DigestsStarted, parts: DigestParts) {
  const { posters, queue, model, onDigest } = parts;
  const [{ createDigestWorker }, { createDigestSchedule }, { startDueDigests }, work, { createPostingComposer }, watches, days] =
    await Promise.all([
      import("../digest/create-digest-worker.ts"),
      import("../digest/create-digest-schedule.ts"),
      import("../adapters/cron/start-digests.ts"),
      import("../adapters/queue/start-digest-work.ts"),
      import("../commands/digests/compose-posting.ts"),
      import("../digest/watches/create-watch-matcher.ts"),
      import("../adapters/holidays/create-holiday-calendar.ts"),
    ]);
  const shared = { clock, holidays: days.createHolidayCalendar(), timings: timings.digests ?? DIGEST_TIMINGS };
  const worker = createDigestWorker({
    ...shared,
    stopwatch,
    store: store.digests,
    posters,
    createComposer: () => createPostingComposer(store, clock, model),
    onResult(due, result) {
      work.logDigest(logger, due, result);
      onDigest(due, result);
    },
  });
  if (roles.has("work")) work.startDigestWork(queue, worker, shared.timings.concurrency);
  const platforms = posters.map(({ platform }) => platform);
  const schedule = createDigestSchedule({
    ...shared,
    plans: store.digests.plans,
    notices: store.digests.notices,
    queue,
    platforms,
  });
  const matcher = watches.createWatchMatcher(store, clock);
  return { worker, looks: startDueDigests({ schedule, matcher }, roles.has("schedule"), logger) };
}
