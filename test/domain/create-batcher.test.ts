import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createBatcher } from "../../src/domain/create-batcher.ts";
import { AppError } from "../../src/domain/errors.ts";

describe("a batcher", () => {
  const batches: number[][] = [];
  const squares = async (numbers: number[]): Promise<number[]> => {
    batches.push(numbers);
    if (numbers.includes(0)) throw new Error("No zero, please.");
    return numbers.map((each) => each * each);
  };

  it("does together what is handed in at once, at most so much of it, and gives each its own answer", async () => {
    batches.length = 0;
    const square = createBatcher(squares, 3);
    expect(await Promise.all([1, 2, 3, 4, 5].map(square))).toEqual([1, 4, 9, 16, 25]);
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await square(6)).toBe(36);
  });

  it("takes up what is handed in while a batch is under way", async () => {
    const done: string[] = [];
    const note = createBatcher<string, string>(async (words) => {
      if (words.includes("first")) void note("second").then((word) => done.push(word));
      return words;
    }, 9);
    done.push(await note("first"));
    done.push(await note("third"));
    expect(done).toEqual(["first", "second", "third"]);
  });

  it("gathers what is handed in within its time", async () => {
    batches.length = 0;
    const square = createBatcher(squares, 9, { ms: 50, enough: 9 });
    const first = square(2);
    await nextTurn();
    await nextTurn();
    expect(await Promise.all([first, square(3)])).toEqual([4, 9]);
    expect(batches).toEqual([[2, 3]]);
  });

  it("waits no longer once there is enough", async () => {
    batches.length = 0;
    const square = createBatcher(squares, 9, { ms: 60_000, enough: 2 });
    const first = square(2);
    await nextTurn();
    expect(await Promise.all([first, square(3)])).toEqual([4, 9]);
    expect(await Promise.all([4, 5].map(square))).toEqual([16, 25]);
    expect(batches).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  it("lets what cannot be done fail alone", async () => {
    batches.length = 0;
    const settled = await Promise.allSettled([1, 0, 2].map(createBatcher(squares, 9)));
    expect(settled.map((each) => (each.status === "fulfilled" ? each.value : String(each.reason)))).toEqual([
      1,
      "Error: No zero, please.",
      4,
    ]);
    expect(batches).toEqual([[1, 0, 2], [1], [0], [2]]);
  });

  it("fails all of a batch with one try where the store cannot be used", async () => {
    let tries = 0;
    const ask = createBatcher<number, number>(async () => {
      tries += 1;
      throw new AppError("store-busy", "The database is locked.");
    }, 9);
    const settled = await Promise.allSettled([1, 2].map(ask));
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(tries).toBe(1);
  });
});
