import { expect, test } from "vitest";
import type { TimelineDay } from "../../../src/briefing/timeline/timeline.ts";
import { drawTimeline } from "../../../src/documents/pictures/draw-timeline.ts";

function day(date: string, text: string, more: Partial<TimelineDay> = {}): TimelineDay {
  return { date, text, status: "held", citations: [], weight: 3, ...more };
}

const DAYS = [
  day(
    "2024-03-05",
    "Moreira met Solberg in Lisbon, where they signed an accord on ferries and spoke of landing rights at some length",
  ),
  day("2024-04-09", "Meeting of <Moreira> & Solberg", { status: "planned" }),
];

test("every day stands in the picture with its date, and a plan in another hand", () => {
  const svg = drawTimeline({ title: "Timeline: Norway – Portugal", days: DAYS, today: "2024-04-01" }, "auto");
  expect(svg).toContain(">5 March 2024<");
  expect(svg).toContain(">9 April 2024 (planned)<");
  expect(svg.match(/class="dot"/g)).toHaveLength(1);
  expect(svg.match(/class="open"/g)).toHaveLength(1);
  expect(svg).toContain('class="plan"');
});

test("whoever cannot see it hears how many days there are, and the first and the last", () => {
  const [, about] =
    /<desc[^>]*>(.*)<\/desc>/.exec(
      drawTimeline({ title: "Timeline: Norway – Portugal", days: DAYS, today: "2024-04-01" }, "auto"),
    ) ?? [];
  expect(about).toContain("2 days, 5 March 2024: Moreira met Solberg");
  expect(about).toContain("9 April 2024: Meeting of");
});

test("an article's words are no markup, and no line runs out of the picture", () => {
  const svg = drawTimeline(
    { title: "Timeline", days: [...DAYS, day("2024-05-01", `“</text><script>${"x".repeat(900)}”`)], today: "2024-04-10" },
    "auto",
  );
  expect(svg).toContain(">9 April 2024 (was planned)<");
  expect(svg).not.toContain("<script>");
  expect(svg).toContain("Meeting of &lt;Moreira&gt; &amp; Solberg");
  const lines = [...svg.matchAll(/font-size="13">([^<]*)</g)].map(([, words = ""]) => words.replace(/&\w+;/g, "x"));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(45);
});
