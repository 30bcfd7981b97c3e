import { expect, it } from "vitest";
import { inSlices } from "../../src/ingest/in-slices.ts";

const never = new AbortController().signal;

function work(forMs: number): void {
  const began = performance.now();
  while (performance.now() - began < forMs);
}

it("takes fewer where a slice took long, more where it took little, and says how many it found in all", async () => {
  const limits: number[] = [];
  const slice = async (limit: number) => {
    limits.push(limit);
    if (limits.length === 2) work(120);
    return limits.length === 4 ? 1 : limit;
  };
  const sum = await inSlices(slice, { first: 10, most: 500, signal: never });
  const [first = 0, second = 0, third = 0, fourth = 0] = limits;
  expect([first, second]).toEqual([10, 20]);
  expect(third).toBeLessThan(10);
  expect(fourth).toBe(2 * third);
  expect(sum).toBe(first + second + third + 1);
});

it("has others heard between two slices, and begins none once the program is being stopped", async () => {
  const stopping = new AbortController();
  let slices = 0;
  const slice = async (limit: number) => {
    slices += 1;
    if (slices === 2) setTimeout(() => stopping.abort(), 0);
    // Unheard, the timer would never stop it.
    return slices > 9 ? 0 : limit;
  };
  await inSlices(slice, { first: 1, most: 500, signal: stopping.signal });
  expect(slices).toBe(2);
});

it("takes no more at once than it may", async () => {
  const limits: number[] = [];
  const slice = async (limit: number) => limits.push(limit) && (limits.length < 4 ? limit : 0);
  await inSlices(slice, { first: 2, most: 5, signal: never });
  expect(limits).toEqual([2, 4, 5, 5]);
});
