import { describe, expect, it } from "vitest";
import { readTypedDate } from "../../../src/commands/typed/read-typed-date.ts";

/** Wednesday, 6 March 2024. */
const NOW_MS = Date.UTC(2024, 2, 6, 12);
const read = (typed: string | undefined) => readTypedDate(typed, "from", NOW_MS);

describe("a typed date", () => {
  it.each([
    [undefined, undefined],
    ["2024-02-29", "2024-02-29"],
    [" 2022-09-08 ", "2022-09-08"],
    ["monday", "2024-03-04"],
    ["yesterday", "2024-03-05"],
  ])("reads %s as %s", (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each(["2024-13-01", "2023-02-29", "20240101", "", "soon", "monday or tuesday"])("refuses %j in a sentence", (typed) => {
    expect(() => read(typed)).toThrow(/^".*" is not a date\. Write from as YYYY-MM-DD, for example 2022-09-08\.$/);
  });
});
