import { expect, it } from "vitest";
import { asInstant } from "../../../src/domain/evidence/as-instant.ts";
import { contentFingerprint } from "../../../src/ingest/fingerprint.ts";
import { LISBON } from "../../fakes/evidence.ts";

it.each([
  ["2026-11-24T21:30:00-05:00", "2026-11-25T02:30:00Z"],
  ["2026-11-25T02:30:00Z", "2026-11-25T02:30:00Z"],
  ["2026-11-24", "2026-11-24"],
  ["2026-99-99T99:00:00+01:00", "2026-99-99T99:00:00+01:00"],
  [null, ""],
])("compares %s as %s", (iso, instant) => {
  expect(asInstant(iso)).toBe(instant);
});

it("does not take an article for another because its time is written with an offset", () => {
  const [utc, own] = ["2026-11-25T02:30:00Z", "2026-11-24T21:30:00-05:00"];
  expect(contentFingerprint({ ...LISBON, publishedAt: own })).toBe(contentFingerprint({ ...LISBON, publishedAt: utc }));
});
