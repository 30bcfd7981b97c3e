import { expect, test } from "vitest";
import { countCoverage, lastDays } from "../../src/documents/count-coverage.ts";

const DAYS = lastDays("2026-03-02", 3);

function article(publishedAt: string | null, publisher: string | null, url: string | null = null) {
  return { id: url ?? "a1", publishedAt, publisher, url, firstSeenAt: "2026-03-01T10:00:00.000Z" };
}

test("the last days end with today, over a month's end", () => {
  expect(DAYS).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
});

test("each publisher's articles are counted by day, most first; without a publisher the host stands", () => {
  const articles = [
    article("2026-03-02", "Courier"),
    article("2026-03-02", "Courier"),
    article("2026-02-28", "Courier"),
    article(null, null, "https://www.gazette.example/a"),
    article("2026-02-01", "Observer"),
  ];
  expect(countCoverage(articles, DAYS).publishers).toEqual([
    { name: "Courier", counts: [1, 0, 2], total: 3 },
    { name: expect.stringContaining("gazette.example"), counts: [0, 1, 0], total: 1 },
  ]);
});

test("two feeds of one site, and two sites of one outlet, are one publisher under the name that most articles carry", () => {
  const [org, uk] = ["https://www.gazette.org/", "https://gazette.co.uk/"];
  const articles = [
    article("2026-03-01", "Gazette: Asia", `${org}1`),
    article("2026-03-02", "Gazette", `${org}2`),
    { ...article("2026-03-02", "Courier", `${uk}1`), outlet: "The Courier" },
    { ...article("2026-03-02", "Courier", "https://courier.org/2"), outlet: "The Courier" },
    { ...article("2026-03-02", "Courier online", "https://courier.org/3"), outlet: "The Courier" },
  ];
  expect(countCoverage(articles, DAYS).publishers).toEqual([
    { name: "Courier", counts: [0, 0, 3], total: 3 },
    { name: "Gazette", counts: [0, 1, 1], total: 2 },
  ]);
});
