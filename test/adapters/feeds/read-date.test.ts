import { expect, test } from "vitest";
import { readDate } from "../../../src/adapters/feeds/read-date.ts";

test.each([
  ["Tue, 24 Nov 2026 10:00:00 GMT", "2026-11-24T10:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 +0530", "2026-11-24T04:30:00Z"],
  ["24 Nov 26 10:00 EST", "2026-11-24T15:00:00Z"],
  ["24-Nov-2026", "2026-11-24"],
  ["2026-11-24", "2026-11-24"],
  ["2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z"],
  ["2026-11-24T10:00:00.123+01:00", "2026-11-24T09:00:00Z"],
  ["2026-11-24 10:00", "2026-11-24T10:00:00Z"],
  ["November 24, 2026 3:15 pm", "2026-11-24T15:15:00Z"],
  ["Tuesday, November 24, 2026", "2026-11-24"],
  ["Di, 24 Nov 2026 10:00:00 +0100", "2026-11-24T09:00:00Z"],
  ["1795514400", "2026-11-24T10:00:00.000Z"],
])("%s is %s", (written, iso) => expect(readDate(written)).toBe(iso));

test.each([
  ["11/12/2026", "day and month could be either"],
  ["2026-02-30", "the calendar has no such day"],
  ["Tue, 24 Smarch 2026", "there is no such month"],
  ["2026-11-24T99:00:00Z", "there is no such hour"],
  ["yesterday", "it is no date"],
  ["", "it is nothing"],
])("%s is no date, because %s", (written) => expect(readDate(written)).toBe(null));
