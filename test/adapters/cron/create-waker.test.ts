import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWaker, type Waker } from "../../../src/adapters/cron/create-waker.ts";

const AT = Date.parse("2026-03-02T07:59:30Z");

describe("the waker", () => {
  let looks: number[];
  let next: number | null;
  let failures: unknown[];
  let waker: Waker;
  let release: () => void;

  beforeEach(() => {
    vi.useFakeTimers({ now: AT });
    looks = [];
    next = null;
    failures = [];
    release = () => undefined;
  });

  afterEach(async () => {
    const stopped = waker.stop(1000);
    await vi.advanceTimersByTimeAsync(1000);
    await stopped;
    vi.useRealTimers();
  });

  function start(run: () => Promise<number | null> = async () => next, isTicking = true): void {
    waker = createWaker(
      () => {
        looks.push(Date.now() - AT);
        return run();
      },
      { isTicking, onFailure: (error) => failures.push(error) },
    );
  }

  it("looks at its start and at every full minute", async () => {
    start();
    await vi.advanceTimersByTimeAsync(150_000);
    expect(looks.map((at) => Math.round(at / 1000))).toEqual([0, 30, 90, 150]);
  });

  it("looks in between for what is to be tried again sooner", async () => {
    next = AT + 12_000;
    start(async () => {
      const at = next;
      next = null;
      return at;
    });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(looks).toEqual([0, 12_000]);
  });

  it("follows a look that is under way by one other, however often it is woken meanwhile", async () => {
    start(
      () =>
        new Promise((resolve) => {
          release = () => resolve(null);
        }),
    );
    waker.wake();
    waker.wake();
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toHaveLength(2);
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toHaveLength(2);
  });

  it("looks only when it is asked to where others keep the schedule", async () => {
    start(async () => next, false);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(looks).toEqual([]);
    waker.wake();
    await vi.advanceTimersByTimeAsync(61_000);
    expect(looks).toEqual([61_000]);
  });

  it("goes on after a look that failed", async () => {
    start(() => Promise.reject(new Error("The store is locked.")));
    await vi.advanceTimersByTimeAsync(31_000);
    expect(failures).toHaveLength(2);
  });
});
