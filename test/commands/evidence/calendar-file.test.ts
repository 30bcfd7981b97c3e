import { describe, expect, it } from "vitest";
import { calendarFile } from "../../../src/commands/evidence/calendar-file.ts";
import type { MeetingRecord } from "../../../src/domain/evidence/records.ts";

const meeting = (given: Partial<MeetingRecord>): MeetingRecord => ({
  id: "m1",
  kind: "talks",
  title: "Talks between Ana Moreira, of Faro, and Erik Solberg",
  date: { start: "2024-02-29", end: "2024-02-29", precision: "day" },
  place: "Lisbon; Portugal",
  participants: [
    { name: "Ana Moreira", kind: "person" },
    { name: "Erik Solberg", kind: "person" },
  ],
  topics: ["fish", "wind"],
  status: "held",
  evidence: [{ articleId: "a", start: 0, end: 9, text: 'She said,\n"yes".' }],
  articleIds: ["a"],
  countries: [],
  reportedDates: [],
  ...given,
});

const SOURCES = new Map([["a", { url: "https://harbour-post.example/talks" }]]);

describe("a calendar file", () => {
  it("holds each meeting as an event of whole days, its last day included", () => {
    const content = calendarFile([meeting({})], { stampMs: Date.UTC(2024, 2, 1), sources: SOURCES })?.content ?? "";
    expect(content).toContain("DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n");
    expect(content).toContain("DTSTAMP:20240301T000000Z\r\n");
    expect(content).toContain("LOCATION:Lisbon\\; Portugal\r\n");
    expect(content.replace(/\r\n /g, "")).toContain("SUMMARY:Talks between Ana Moreira\\, of Faro\\, and Erik Solberg\r\n");
    expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("has no line of more than 75 octets, and nothing of an article begins a line of its own", () => {
    const hostile = meeting({ topics: ["日本".repeat(60), "x\r\nATTENDEE:mailto:a@b.example"], status: "cancelled" });
    const lines = (calendarFile([hostile], { stampMs: 0, sources: SOURCES })?.content ?? "").split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.startsWith("ATTENDEE"))).toBe(false);
    expect(lines).toContain("STATUS:CANCELLED");
  });

  it("gives each meeting the address of a report, without a user name in it", () => {
    const told = new Map([["a", { url: "https://ana:secret@harbour-post.example/talks" }]]);
    expect(calendarFile([meeting({})], { stampMs: 0, sources: told })?.content).toContain(
      "\r\nURL:https://harbour-post.example/talks\r\n",
    );
    expect(calendarFile([meeting({})], { stampMs: 0, sources: new Map([["a", { url: null }]]) })?.content).not.toContain("URL:");
  });

  it("is none where no meeting has a day", () => {
    expect(
      calendarFile([meeting({ date: null }), meeting({ date: { start: "2024-03-01", end: "2024-03-31", precision: "month" } })], {
        stampMs: 0,
        sources: SOURCES,
      }),
    ).toBe(null);
  });
});
