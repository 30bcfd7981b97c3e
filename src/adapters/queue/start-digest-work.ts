import type { Logger } from "pino";
import type { DigestWorker } from "../../digest/create-digest-worker.ts";
import type { SlotResult } from "../../digest/work-slot.ts";
import type { DueSlot } from "../../domain/digests/digest-store.ts";
import type { JobQueue } from "../../domain/job-queue.ts";

/** Has digests worked in this process; one that has to wait is a job again, at its time. */
export function startDigestWork(queue: JobQueue, worker: DigestWorker, concurrency: number): void {
  const handle = async (slotId: number) => {
    const againAtMs = await worker.work(slotId);
    if (againAtMs !== null) await queue.send("deliver", [slotId], againAtMs);
  };
  // Both are one kind of work: those that were begun have waited longest.
  for (const kind of ["digest", "deliver"] as const) queue.work(kind, { concurrency, handle, onDry: () => undefined });
}

export function logDigest(logger: Logger, due: DueSlot, result: SlotResult): void {
  const { slot, subscription } = due;
  const ids = { slotId: slot.id, subscriptionId: subscription.id, channelId: subscription.channelId, key: slot.key };
  switch (result.kind) {
    case "done":
      if (result.state === "failed") logger.warn({ ...ids, reason: result.trouble?.sentence }, "A digest failed");
      else logger.info({ ...ids, state: result.state }, "A digest is done");
      return;
    case "waits":
      logger.warn({ ...ids, failure: result.failure }, "Retrying a digest");
      return;
    case "lost":
      logger.info(ids, "Another process took over a digest");
  }
}
