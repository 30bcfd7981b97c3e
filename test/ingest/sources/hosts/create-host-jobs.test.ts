import { expect, it } from "vitest";
import { createHostJobs, type HostJobs } from "../../../../src/ingest/sources/hosts/create-host-jobs.ts";

interface Row {
  id: number;
  host: string;
}

const signal = new AbortController().signal;
const SLOW = Array.from({ length: 20 }, (_, at) => ({ id: at, host: "slow.example" }));
const FAST = Array.from({ length: 40 }, (_, at) => ({ id: 100 + at, host: `fast${at}.example` }));

/** Rows that are due until they are worked, and what became of them. */
function open(rows: Row[], work: (row: Row) => Promise<void>) {
  const due = new Map(rows.map((row) => [row.id, row]));
  const [held, again] = [new Set<number>(), [] as number[]];
  const jobs: HostJobs = createHostJobs<Row>({
    perHost: 2,
    async claim(id) {
      const row = due.get(id);
      if (row === undefined || held.has(id)) return null;
      held.add(id);
      return row;
    },
    async release({ id }) {
      held.delete(id);
    },
    hostOf: ({ host }) => host,
    async work(row) {
      await work(row).finally(() => held.delete(row.id));
      due.delete(row.id);
    },
    async queueAgain(ids) {
      again.push(...ids);
    },
  });
  return { jobs, due, held, again };
}

/** Takes the rows in order, so many at once, as a queue does. */
async function workAll(jobs: HostJobs, rows: Row[], atOnce: number): Promise<void> {
  const left = [...rows];
  const place = async () => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) await jobs.work(row.id, signal).catch(() => undefined);
  };
  await Promise.all(Array.from({ length: atOnce }, place));
}

it("a host that does not answer holds its own places of the queue, and no more", async () => {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const worked: string[] = [];
  const { jobs, due, held } = open([...SLOW, ...FAST], async ({ host }) => {
    if (host === "slow.example") await answered;
    else worked.push(host);
    if (worked.length === FAST.length) answer();
  });
  await workAll(jobs, [...SLOW, ...FAST], 3);
  expect(worked).toHaveLength(FAST.length);
  expect(due.size).toBe(0);
  expect(held.size).toBe(0);
  expect(jobs.waiting.size).toBe(0);
});

it("works so many of a host at once, each once, and holds none that waits", async () => {
  let active = 0;
  const worked: number[] = [];
  const { jobs, held } = open(SLOW, async ({ id }) => {
    active += 1;
    expect(active).toBeLessThanOrEqual(2);
    await Promise.resolve();
    expect(held.size).toBeLessThanOrEqual(3);
    active -= 1;
    worked.push(id);
  });
  // A row may be queued again while it waits.
  await workAll(jobs, [...SLOW, ...SLOW], 8);
  expect(worked.toSorted((one, other) => one - other)).toEqual(SLOW.map(({ id }) => id));
});

it("one that fails stops none that waits behind it, and gets a job of its own", async () => {
  const { jobs, due, again } = open(SLOW, async ({ id }) => {
    await Promise.resolve();
    if (id === 0 || id === 7) throw new Error("A bug.");
  });
  await expect(Promise.all(SLOW.map(({ id }) => jobs.work(id, signal)))).rejects.toThrow("A bug.");
  await workAll(jobs, [], 1);
  while (due.size > 2) await new Promise((resolve) => setImmediate(resolve));
  expect([...due.keys()]).toEqual([0, 7]);
  expect(again).toEqual([7]);
});

it("works nothing once the program stops", async () => {
  const stopping = new AbortController();
  const worked: number[] = [];
  const { jobs, due } = open(SLOW, async ({ id }) => {
    worked.push(id);
    stopping.abort();
    await Promise.resolve();
  });
  await Promise.all(SLOW.map(({ id }) => jobs.work(id, stopping.signal)));
  expect(due.size).toBe(SLOW.length - worked.length);
  expect(worked.length).toBeLessThanOrEqual(2);
});
