import { describe, expect, it } from "vitest";
import { readPeriod } from "../../../src/answer/asked/read-period.ts";

const TODAY = "2026-11-30";

describe("readPeriod", () => {
  it("takes a month off a question", () => {
    const { text, period } = readPeriod("How many leaders did Lund welcome in December 2022?", TODAY);
    expect(text).toBe("How many leaders did Lund welcome?");
    expect(period).toMatchObject({ start: "2022-12-01", end: "2022-12-31" });
  });

  it("takes a year off a question, wherever it stands", () => {
    const { text, period } = readPeriod("Who in 2019 led the talks?", TODAY);
    expect(text).toBe("Who led the talks?");
    expect(period).toMatchObject({ start: "2019-01-01", end: "2019-12-31" });
  });

  it("leaves a single day, and a year that names an event", () => {
    expect(readPeriod("What was said on 6 January 2021?", TODAY).period).toBeNull();
    expect(readPeriod("Where was the 2022 summit held?", TODAY).period).toBeNull();
  });
});
