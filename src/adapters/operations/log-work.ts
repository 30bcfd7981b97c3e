import type { Logger } from "pino";
import type { Asker, Desk, Reply } from "../../domain/chat/chat.ts";
import type { Clock } from "../../domain/clock.ts";
import type { JobQueue } from "../../domain/job-queue.ts";
import type { SourceJobsDeps } from "../../ingest/sources/create-source-jobs.ts";
import type { Admission } from "../chat/admit-work.ts";
import type { Trace } from "./create-trace.ts";

interface LogDeps {
  logger: Logger;
  trace: Trace;
  clock: Clock;
}

/** The same desk, each answer of which is one line of the log: what was asked for, how it ended, how long it took. No text and no name. */
export function logDesk(desk: Desk, { logger, trace, clock }: LogDeps): Desk {
  const logged = (asker: Asker, command: string, work: () => Promise<Reply>): Promise<Reply> =>
    trace.during(async () => {
      const beganAtMs = clock.now();
      const { platform, workspaceId, channelId } = asker;
      const line = { command, platform, workspaceId, channelId };
      try {
        const reply = await work();
        const outcome = "error" in reply.data ? "failed" : "answered";
        logger.info({ ...line, outcome, ms: clock.now() - beganAtMs }, "A command finished");
        return reply;
      } catch (error) {
        logger.info({ ...line, outcome: "threw", ms: clock.now() - beganAtMs }, "A command finished");
        throw error;
      }
    });
  return {
    ...desk,
    answer: (asker, intent) => logged(asker, intent.kind, () => desk.answer(asker, intent)),
    followUp: (asked) => logged(asked.asker, "follow-up", () => desk.followUp(asked)),
  };
}

/** The same queue, the lines of each of whose jobs carry one id. */
export function traceQueue(queue: JobQueue, trace: Trace): JobQueue {
  return {
    ...queue,
    work: (kind, terms) =>
      queue.work(kind, { ...terms, handle: (rowId, signal) => trace.begin(() => terms.handle(rowId, signal)) }),
  };
}

/** The same admission, the lines of each of whose pieces of work carry one id, from the claim to the last word that is posted. */
export function traceAdmission(admission: Admission, trace: Trace): Admission {
  return {
    reserve(workspaceId) {
      const place = admission.reserve(workspaceId);
      return place === null ? null : { ...place, begin: (work) => place.begin(() => trace.begin(work)) };
    },
  };
}

/** A source that brought news, failed or works again is a line that everybody gets; the looks that changed nothing, and each entry, are for whoever asks. */
export function logSources(logger: Logger): Pick<SourceJobsDeps, "onPolled" | "onRead"> {
  return {
    onPolled(source, { poll, failure }) {
      const { outcome, kept, updated, dropped } = poll;
      const line = { sourceId: source.id, workspaceId: source.workspaceId, outcome, new: kept, updated, dropped };
      if (failure !== null && outcome === "failed")
        logger.info({ ...line, failures: failure.count, reason: failure.reason }, "A source could not be read");
      else if (source.failure !== null && failure === null) logger.info(line, "A source works again");
      else if (kept + updated > 0) logger.info(line, "A source brought news");
      else logger.debug(line, "A source brought nothing new");
    },
    onRead({ id, sourceId, workspaceId }, { outcome, reason }) {
      logger.debug({ entryId: id, sourceId, workspaceId, outcome, reason }, "An entry was read");
    },
  };
}
