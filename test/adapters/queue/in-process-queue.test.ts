import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { createInProcessQueue } from "../../../src/adapters/queue/create-in-process-queue.ts";
import { describeJobQueue, QUICK, type QueueUnderTest } from "../../contracts/job-queue.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

describeJobQueue("of one process", async (): Promise<QueueUnderTest> => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const failures: QueueUnderTest["failures"] = [];
  const open = () =>
    createInProcessQueue(store.deadJobs, {
      timings: QUICK,
      clock: { now: () => Date.now() },
      onFailure: (_error, job) => {
        if (job !== null) failures.push(job);
      },
    });
  const queue = open();
  return {
    queue,
    failures,
    reopen: async () => open(),
    async close() {
      await queue.stop(1000);
      await store.close();
      place.remove();
    },
  };
});
