import { expect, test } from "vitest";
import { readDate } from "../../../src/adapters/feeds/read-date.ts";
import { asInstant } from "../../../src/domain/evidence/as-instant.ts";

test.each([
  ["Tue, 24 Nov 2026 10:00:00 GMT", "2026-11-24T10:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 +0530", "2026-11-24T04:30:00Z"],
  ["24 Nov 26 10:00 EST", "2026-11-24T15:00:00Z"],
  ["24-Nov-2026", "2026-11-24"],
  ["2026. 11. 24.", "2026-11-24"],
  ["2026. november 24.", "2026-11-24"],
  ["24 tháng 11, 2026", "2026-11-24"],
  ["24 tháng 11 năm 2026", "2026-11-24"],
  ["2026-11-24", "2026-11-24"],
  ["2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z"],
  ["2026-11-24T10:00:00.123+01:00", "2026-11-24T09:00:00Z"],
  ["2026-11-24 10:00", "2026-11-24T10:00:00Z"],
  ["November 24, 2026 3:15 pm", "2026-11-24T15:15:00Z"],
  ["Tuesday, November 24, 2026", "2026-11-24"],
  ["Di, 24 Nov 2026 10:00:00 +0100", "2026-11-24T09:00:00Z"],
  ["2026-11-24T10:00:00+09", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 GMT+9", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 UTC+09:00", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 Asia/Tokyo", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Jul 2026 10:00:00 Europe/Paris", "2026-07-24T08:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 JST", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 PKT", "2026-11-24T05:00:00Z"],
  ["Tue Nov 24 2026 10:00:00 GMT+0900 (JST)", "2026-11-24T01:00:00Z"],
  ["Tue Nov 24 10:00:00 JST 2026", "2026-11-24T01:00:00Z"],
  ["Tue, 24 Nov 2026 10:00:00 XYZ", "2026-11-24"],
  ["2026-11-24T10:00:00+99:99", "2026-11-24"],
  ["Tue, 24 Nov 2026 10:00:00 +0575", "2026-11-24"],
  ["Tue, 24 Nov 2026 10:00:00 Atlantis/Capital", "2026-11-24"],
  ["mar., 24 nov. 2026 10:00:00 +0100", "2026-11-24T09:00:00Z"],
  ["24 août 2026 10:00", "2026-08-24T10:00:00Z"],
  ["24 août 2026 à 10h30", "2026-08-24T10:30:00Z"],
  ["Di, 24 Mär 2026 10:00:00 +0100", "2026-03-24T09:00:00Z"],
  ["Dienstag, 24. November 2026, 10:00 Uhr", "2026-11-24T10:00:00Z"],
  ["24 de noviembre de 2026", "2026-11-24"],
  ["24 ноября 2026", "2026-11-24"],
  ["24 Kasım 2026", "2026-11-24"],
  ["2026年11月24日 10:00", "2026-11-24T10:00:00Z"],
  ["２０２６年１１月２４日", "2026-11-24"],
  ["令和8年11月24日", "2026-11-24"],
  ["2026년 11월 24일", "2026-11-24"],
  ["24.11.2026 10:00", "2026-11-24T10:00:00Z"],
  ["11/24/2026 10:00:00 AM", "2026-11-24T10:00:00Z"],
  ["24/11/2026", "2026-11-24"],
  ["20261124T100000Z", "2026-11-24T10:00:00Z"],
  ["Tuesday 24 November 2026", "2026-11-24"],
  ["1795514400", "2026-11-24T10:00:00.000Z"],
])("%s is %s", (written, iso) => expect(asInstant(readDate(written))).toBe(iso));

test.each([
  ["11/12/2026", "day and month could be either"],
  ["2026-02-30", "the calendar has no such day"],
  ["Tue, 24 Smarch 2026", "there is no such month"],
  ["2026-11-24T99:00:00Z", "there is no such hour"],
  ["Fri, 13 Sep 275760 00:00:00 GMT", "a year has four digits"],
  ["yesterday", "it is no date"],
  ["Thu, 01 Jan 1970 00:00:00 GMT", "a clock was never set"],
  ["0001-01-01T00:00:00Z", "a database had no date"],
  ["", "it is nothing"],
])("%s is no date, because %s", (written) => expect(readDate(written)).toBe(null));

test.each([
  ["IN", "2026-11-24T04:30:00Z"],
  ["IL", "2026-11-24T08:00:00Z"],
  ["IE", "2026-11-24T09:00:00Z"],
  [null, "2026-11-24T04:30:00Z"],
])("10:00 IST in a feed from %s is %s", (country, iso) => {
  expect(asInstant(readDate("24 Nov 2026 10:00 IST", { country }))).toBe(iso);
});

test("11/12/2026 is the day that the country writes first", () => {
  expect(readDate("11/12/2026", { first: "day" })).toBe("2026-12-11");
  expect(readDate("11/12/2026", { first: "month" })).toBe("2026-11-12");
});

test.each([
  ["Tue, 24 Nov 2026 21:30:00 -0500", "2026-11-24T21:30:00-05:00"],
  ["Nov. 24, 2026, 9:30 p.m. EST", "2026-11-24T21:30:00-05:00"],
  ["2026-11-25T01:00:00+09:00", "2026-11-25T01:00:00+09:00"],
  ["2026-11-24T21:30:00Z", "2026-11-24T21:30:00Z"],
])("%s keeps the day of its publisher", (text, iso) => {
  expect(readDate(text)).toBe(iso);
});

/** The full name of a day is read by the forms, one after another. */
test("what nearly all feeds write is read as the forms read it", () => {
  const days = [
    "1 Jan 2026",
    "24 Nov 2026",
    "31 Feb 2026",
    "29 Feb 2024",
    "24 Mar 1970",
    "24 Xyz 2026",
    "24 mai 2026",
    "0 Jan 2026",
  ];
  const times = ["00:00:00", "10:20:30", "23:59:60", "23:59:61", "24:00:00", "25:00:00"];
  const zones = ["GMT", "UTC", "gmt", "Z", "+0900", "-0330", "+1500", "+0575", "-0000"];
  const read = new Set<string | null>();
  for (const day of days)
    for (const time of times)
      for (const zone of zones) {
        const written = `${day} ${time} ${zone}`;
        const iso = readDate(`Tuesday, ${written}`);
        expect([written, readDate(`Tue, ${written}`), readDate(written)]).toEqual([written, iso, iso]);
        read.add(iso);
      }
  expect(read.size).toBeGreaterThan(30);
  expect(read).toContain(null);
});
