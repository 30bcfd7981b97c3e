import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JOB_TIMINGS, type JobKind, type JobLedger, type JobQueue, type JobTimings } from "../../src/domain/job-queue.ts";
import { until } from "../servers/until.ts";

export interface QueueUnderTest {
  queue: JobQueue & JobLedger;
  /** The same jobs as another process sees them, or this one after a restart. */
  reopen(): Promise<JobQueue & JobLedger>;
  /** Each try that failed. */
  failures: { kind: JobKind; rowId: number; tries: number; isDead: boolean }[];
  close(): Promise<void>;
}

/** Pauses that a test can wait for. */
export const QUICK: JobTimings = {
  ...JOB_TIMINGS,
  retries: 2,
  retryMs: { fetch: 20, extract: 20, digest: 20, deliver: 20 },
  pollMs: 30,
};

/** What every queue owes to those who send jobs and those who work them. */
export function describeJobQueue(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`jobs ${name}`, () => {
    let under: QueueUnderTest;
    let queue: JobQueue & JobLedger;

    beforeEach(async () => {
      under = await open();
      queue = under.queue;
    });

    afterEach(() => under.close());

    /** Works a kind and notes the rows in the order in which they come. */
    function work(
      kind: JobKind,
      handle: (rowId: number, signal: AbortSignal) => Promise<void> = async () => undefined,
      concurrency = 4,
    ) {
      const worked: number[] = [];
      let dry = 0;
      queue.work(kind, {
        concurrency,
        async handle(rowId, signal) {
          worked.push(rowId);
          await handle(rowId, signal);
        },
        onDry: () => {
          dry += 1;
        },
      });
      return { worked, dried: () => dry };
    }

    it("come to whoever works their kind, each once, and what was sent earlier first", async () => {
      for (const rowId of [3, 1, 2]) expect(await queue.send("fetch", [rowId])).toBe(1);
      expect(await queue.send("extract", [9])).toBe(1);
      expect((await queue.depth()).fetch).toEqual({ waiting: 3, active: 0, dead: 0 });
      const { worked, dried } = work("fetch", undefined, 1);
      await until(() => expect(worked).toEqual([3, 1, 2]));
      await until(async () => expect((await queue.depth()).fetch).toEqual({ waiting: 0, active: 0, dead: 0 }));
      await until(() => expect(dried()).toBeGreaterThan(0));
      expect((await queue.depth()).extract.waiting).toBe(1);
    });

    it("are sent once for a row, however often it is told of, and again once they were worked", async () => {
      expect(await queue.send("fetch", [1, 2])).toBe(2);
      expect(await queue.send("fetch", [1, 2, 3])).toBe(1);
      expect(await queue.send("fetch", [])).toBe(0);
      const { worked } = work("fetch");
      await until(() => expect(worked).toHaveLength(3));
      await until(async () => expect((await queue.depth()).fetch.active).toBe(0));
      expect(await queue.send("fetch", [1])).toBe(1);
      await until(() => expect(worked).toHaveLength(4));
    });

    it("tell for how long they have waited for somebody to take one, and nothing of it where somebody does", async () => {
      expect(await queue.untakenMs()).toBe(0);
      await queue.send("extract", [1], Date.now() + 60_000);
      expect(await queue.untakenMs()).toBe(0);
      await queue.send("fetch", [1]);
      await until(async () => expect(await queue.untakenMs()).toBeGreaterThan(50));
      work("fetch");
      await until(async () => expect(await queue.untakenMs()).toBe(0));
    });

    it("are under way so many at once, and no more", async () => {
      let active = 0;
      let most = 0;
      const release: (() => void)[] = [];
      const { worked } = work(
        "extract",
        async () => {
          active += 1;
          most = Math.max(most, active);
          await new Promise<void>((resolve) => release.push(resolve));
          active -= 1;
        },
        2,
      );
      await queue.send("extract", [1, 2, 3, 4, 5]);
      for (let done = 0; done < 5; done++) {
        await until(() => expect(release.length).toBeGreaterThan(done));
        release[done]?.();
      }
      await until(() => expect(active).toBe(0));
      expect(worked.sort()).toEqual([1, 2, 3, 4, 5]);
      expect(most).toBe(2);
    });

    it("wait for their time, where they have one", async () => {
      const { worked } = work("deliver");
      await queue.send("deliver", [1], Date.now() + 400);
      await queue.send("deliver", [2]);
      await until(() => expect(worked).toEqual([2]));
      await until(() => expect(worked).toEqual([2, 1]));
    });

    it("are tried again after a fault, and are done when one try goes well", async () => {
      const { worked } = work("fetch", async () => {
        if (worked.length === 1) throw new Error("Once.");
      });
      await queue.send("fetch", [7]);
      await until(() => expect(worked).toEqual([7, 7]));
      await until(async () => expect((await queue.depth()).fetch).toEqual({ waiting: 0, active: 0, dead: 0 }));
      expect(under.failures).toMatchObject([{ kind: "fetch", rowId: 7, tries: 1, isDead: false }]);
    });

    it("are dead after so many tries, with the reason, are not sent again by a tick, and can be revived from elsewhere", async () => {
      let isBroken = true;
      const { worked } = work("extract", async () => {
        if (isBroken) throw new Error("The row is broken.\nwith more that nobody needs");
      });
      await queue.send("extract", [5]);
      await until(() => expect(under.failures.at(-1)?.isDead).toBe(true));
      expect(worked).toHaveLength(QUICK.retries + 1);
      await until(async () => expect((await queue.depth()).extract).toEqual({ waiting: 0, active: 0, dead: 1 }));
      const [dead] = await queue.dead(10);
      expect(dead).toMatchObject({ kind: "extract", rowId: 5, reason: "Error: The row is broken.", tries: 3 });
      expect(Math.abs((dead?.diedAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
      expect(await queue.send("extract", [5, 6])).toBe(1);
      isBroken = false;
      const elsewhere = await under.reopen();
      expect(await elsewhere.dead(10)).toHaveLength(1);
      expect(await elsewhere.revive(["of-nobody"])).toBe(0);
      expect(await elsewhere.revive([dead?.id ?? ""])).toBe(1);
      expect(await elsewhere.dead(10)).toEqual([]);
      await queue.send("extract", [5]);
      await until(() => expect(worked.filter((rowId) => rowId === 5)).toHaveLength(QUICK.retries + 2));
    });

    it("hear that the process stops, and what waits is not begun any more", async () => {
      const heard: number[] = [];
      const { worked } = work(
        "fetch",
        (rowId, signal) =>
          new Promise((resolve) => {
            signal.addEventListener("abort", () => {
              heard.push(rowId);
              resolve();
            });
          }),
        1,
      );
      await queue.send("fetch", [1]);
      await queue.send("fetch", [2]);
      await until(() => expect(worked).toEqual([1]));
      await queue.stop(5000);
      expect(heard).toEqual([1]);
      expect(worked).toEqual([1]);
    });

    it("do not keep the process from stopping longer than its deadline", async () => {
      let release: () => void = () => undefined;
      const { worked } = work(
        "fetch",
        () =>
          new Promise((resolve) => {
            release = resolve;
          }),
      );
      await queue.send("fetch", [1]);
      await until(() => expect(worked).toEqual([1]));
      await queue.stop(50);
      release();
    });
  });
}
