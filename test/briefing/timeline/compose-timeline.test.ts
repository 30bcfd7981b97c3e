import { expect, test } from "vitest";
import { composeTimeline } from "../../../src/briefing/timeline/compose-timeline.ts";
import type { Candidate } from "../../../src/briefing/timeline/timeline.ts";

function told(date: string, more: Partial<Candidate> = {}): Candidate {
  const text = more.text ?? `Something happened on ${date}.`;
  return {
    date,
    text,
    status: "held",
    citations: [{ articleId: `of-${date}`, start: 0, end: text.length, text }],
    weight: 2.5,
    publishers: new Set(["harbour.example"]),
    ...more,
  };
}

const BUSY = [told("2024-03-01"), told("2024-03-02"), told("2024-03-03")];
const daysOf = (candidates: Candidate[], today = "2024-03-20") =>
  composeTimeline(candidates, { today }).map(({ date, status }) => `${date} ${status}`);

test("a day is told once, earliest first, and what was held goes before its announcement", () => {
  const plan = told("2024-03-02", { status: "planned", weight: 4 });
  expect(daysOf([plan, ...BUSY].reverse())).toEqual(["2024-03-01 held", "2024-03-02 held", "2024-03-03 held"]);
});

test("a plan whose day went by without a report is told only where it was to meet", () => {
  const works = told("2024-03-10", { status: "planned" });
  const talks = told("2024-03-12", { status: "planned", isMeeting: true });
  expect(daysOf([...BUSY, works, talks])).toContain("2024-03-12 planned");
  expect(daysOf([...BUSY, works, talks])).not.toContain("2024-03-10 planned");
  expect(daysOf([...BUSY, works], "2024-03-10")).toContain("2024-03-10 planned");
});

test("what one publisher reports matters where two do, or where little else is known", () => {
  const small = told("2024-03-05", { status: "said", weight: 1.6 });
  expect(daysOf([...BUSY, small])).not.toContain("2024-03-05 said");
  expect(daysOf([...BUSY, small, { ...small, publishers: new Set(["valley.example"]) }])).toContain("2024-03-05 said");
  expect(daysOf([small])).toEqual(["2024-03-05 said"]);
});

test("a meeting is told in the words of the sentence that reports it, and cites it first", () => {
  const sentence = told("2024-03-05", { text: "Moreira met Solberg in Lisbon on Tuesday.", weight: 2.2 });
  const later = { articleId: "later", start: 0, end: 23, text: "They had met last month." };
  const citations = [later, ...sentence.citations];
  const meeting = told("2024-03-05", { text: "Meeting of Moreira and Solberg", weight: 3, citations });
  const [day] = composeTimeline([meeting, sentence], { today: "2024-03-20" });
  expect(day?.text).toBe("Moreira met Solberg in Lisbon on Tuesday.");
  expect(day?.citations.map(({ text }) => text)).toEqual(["Moreira met Solberg in Lisbon on Tuesday.", later.text]);
});

test("a time that is asked for leaves out other days", () => {
  const days = composeTimeline(BUSY, { today: "2024-03-20", since: "2024-03-02", until: "2024-03-02" });
  expect(days.map(({ date }) => date)).toEqual(["2024-03-02"]);
});
