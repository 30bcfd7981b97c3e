import { describe, expect, it } from "vitest";
import { showPeriod, withPeriod } from "../../../src/commands/typed/show-period.ts";

describe("the time that was understood", () => {
  it.each([
    [{ since: "2026-11-22" }, "since 22 November 2026", "seit dem 22. November 2026", "depuis le 22 novembre 2026"],
    [{ until: "2026-06-30" }, "until 30 June 2026", "bis zum 30. Juni 2026", "jusqu’au 30 juin 2026"],
    [{ since: "2026-07-01", until: "2026-07-31" }, "in July 2026", "im Juli 2026", "en juillet 2026"],
    [{ since: "2025-01-01", until: "2025-12-31" }, "in 2025", "im Jahr 2025", "en 2025"],
    [{ since: "2026-05-01", until: "2026-05-01" }, "on 1 May 2026", "am 1. Mai 2026", "le 1er mai 2026"],
    [
      { since: "2026-03-01", until: "2026-05-31" },
      "from 1 March 2026 to 31 May 2026",
      "vom 1. März 2026 bis zum 31. Mai 2026",
      "du 1er mars 2026 au 31 mai 2026",
    ],
  ])("%o is shown in every language", (period, ...shown) => {
    expect([showPeriod(period), showPeriod(period, "de"), showPeriod(period, "fr")]).toEqual(shown);
  });

  it("stands behind what was asked for, and nothing stands there where no time was", () => {
    expect(withPeriod("NATO", { since: "2026-11-22" })).toBe("NATO, since 22 November 2026");
    expect(withPeriod("NATO", { since: "2026-11-22" }, "de")).toBe("NATO, seit dem 22. November 2026");
    expect(withPeriod("NATO", {})).toBe("NATO");
  });
});
