import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createHostLanes } from "../../../../src/ingest/sources/hosts/create-host-lanes.ts";

interface Job {
  id: number;
  host: string;
}

/** Takes jobs from a list as a poller does, some of each host at a time. */
async function runAll(jobs: Job[], work: (job: Job) => Promise<void>, slowMs = 1000): Promise<Set<number>> {
  const left = new Set(jobs);
  const lanes = createHostLanes({ hostsAtOnce: 8, slowMs }, async (job: Job) => {
    await work(job);
    left.delete(job);
  });
  do {
    const counts = new Map<string, number>();
    for (const job of left) {
      const count = counts.get(job.host) ?? 0;
      counts.set(job.host, count + 1);
      if (count < 5 && !lanes.taken.has(job.id)) lanes.add(job.host, job);
    }
  } while (await lanes.wantMore());
  return new Set([...left].map(({ id }) => id));
}

const jobsOf = (host: string, count: number, from: number) => Array.from({ length: count }, (_, at) => ({ id: from + at, host }));

it("a host that does not answer holds up no other host's entries, however many those have", async () => {
  const jobs = [...jobsOf("slow", 20, 0), ...jobsOf("fast", 60, 100)];
  const done: string[] = [];
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const left = await runAll(jobs, async ({ host }) => {
    if (host === "slow") await answered;
    done.push(host);
    if (done.filter((each) => each === "fast").length === 60) answer();
  });
  expect(left.size).toBe(0);
  expect(done.slice(0, 60).every((host) => host === "fast")).toBe(true);
});

it("a host that is slow twice in a row keeps the rest for another time", async () => {
  const left = await runAll(
    [...jobsOf("slow", 6, 0), ...jobsOf("fast", 12, 100)],
    ({ host }) => (host === "slow" ? sleep(30) : Promise.resolve()),
    20,
  );
  expect([...left]).toEqual([2, 3, 4, 5]);
});

it("works one entry of a host at a time, in order", async () => {
  let active = 0;
  const order: number[] = [];
  await runAll(jobsOf("one", 12, 0), async ({ id }) => {
    expect(++active).toBe(1);
    await sleep(1);
    order.push(id);
    active -= 1;
  });
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

it("throws what the work threw", async () => {
  await expect(runAll(jobsOf("one", 3, 0), () => Promise.reject(new Error("The store is gone.")))).rejects.toThrow(
    "The store is gone.",
  );
});
