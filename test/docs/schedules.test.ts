import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSchedule } from "../../src/digest/read-schedule.ts";
import { AppError } from "../../src/domain/errors.ts";

const page = readFileSync(new URL("../../docs/digests.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| ([a-z ]+?) +\| (.*)\|$/gm)].map(([, kind = "", cell = ""]) => ({
  kind,
  phrases: [...cell.matchAll(/`([^`]+)`/g)].map(([, phrase = ""]) => phrase),
}));
const refused = rows.filter(({ kind }) => kind === "refused").flatMap(({ phrases }) => phrases);
const read = rows.filter(({ kind }) => kind !== "refused").flatMap(({ phrases }) => phrases);

describe("the schedules that docs/digests.md names", () => {
  it("are there", () => {
    expect(rows.map(({ kind }) => kind)).toContain("refused");
    expect(read.length).toBeGreaterThan(20);
  });

  it.each(read)("is understood: %j", (phrase) => {
    expect(readSchedule(phrase, "UTC").timeZone).toBe("UTC");
  });

  it.each(refused)("is refused by its name: %j", (phrase) => {
    expect(() => readSchedule(phrase, "UTC")).toThrow(AppError);
  });
});
