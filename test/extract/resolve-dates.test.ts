import { describe, expect, it } from "vitest";
import { type Direction, resolveDates } from "../../src/extract/resolve-dates.ts";

function days(text: string, publishedAt: string | null, direction: Direction = "past"): string[] {
  return resolveDates(text, { publishedAt, direction }).map(({ span }) => `${span.start}/${span.end} ${span.precision}`);
}

describe("resolveDates", () => {
  it("puts a month and a day into the year that the tense asks for", () => {
    expect(days("They met on December 29.", "2024-01-03")).toEqual(["2023-12-29/2023-12-29 day"]);
    expect(days("They will meet on January 15.", "2023-12-20", "future")).toEqual(["2024-01-15/2024-01-15 day"]);
    expect(days("They met on Sept. 8.", "2022-09-09")).toEqual(["2022-09-08/2022-09-08 day"]);
  });

  it("reads a weekday as the latest one for the past and the next one for the future", () => {
    expect(days("They met on Friday.", "2023-02-20")).toEqual(["2023-02-17/2023-02-17 day"]);
    expect(days("They will meet on Friday.", "2023-02-20", "future")).toEqual(["2023-02-24/2023-02-24 day"]);
  });

  it("reads a weekday in a readout of the same weekday as that day, and last week's with last", () => {
    expect(days("They met on Friday.", "2022-09-09")).toEqual(["2022-09-09/2022-09-09 day"]);
    expect(days("They met last Friday.", "2022-09-09")).toEqual(["2022-09-02/2022-09-02 day"]);
  });

  it("lets the day of the month govern where a weekday stands beside it", () => {
    expect(days("on Friday, September 9", "2022-09-09")).toEqual(["2022-09-09/2022-09-09 day"]);
  });

  it("keeps a month a month and a year a year", () => {
    expect(days("since their last meeting in November 2019", "2022-09-09")).toEqual(["2019-11-01/2019-11-30 month"]);
    expect(days("They met last November.", "2022-11-20")).toEqual(["2021-11-01/2021-11-30 month"]);
    expect(days("They met in December.", "2022-01-05")).toEqual(["2021-12-01/2021-12-31 month"]);
    expect(days("They met at the end of August.", "2022-01-05")).toEqual(["2021-08-01/2021-08-31 month"]);
    expect(days("They met in 2019.", "2022-01-05")).toEqual(["2019-01-01/2019-12-31 year"]);
  });

  it("anchors today, this evening and yesterday to the publication date", () => {
    expect(days("The two spoke today.", "2021-01-25")).toEqual(["2021-01-25/2021-01-25 day"]);
    expect(days("The two spoke this evening.", "2021-01-25T23:00:00Z")).toEqual(["2021-01-25/2021-01-25 day"]);
    expect(days("The two spoke yesterday evening.", "2021-01-01")).toEqual(["2020-12-31/2020-12-31 day"]);
  });

  it("spans a week from Monday to Sunday", () => {
    expect(days("They met last week.", "2022-01-05")).toEqual(["2021-12-27/2022-01-02 day"]);
    expect(days("The talks ran on September 8-9.", "2022-09-10")).toEqual(["2022-09-08/2022-09-09 day"]);
  });

  it("spans two days that stand before one month", () => {
    expect(days("They met on 9 and 10 September 2023.", "2023-09-11")).toEqual(["2023-09-09/2023-09-10 day"]);
    expect(days("They met from 9 to 10 September.", "2023-09-11")).toEqual(["2023-09-09/2023-09-10 day"]);
    expect(days("Between them 19 and 10 September 2023 was a good day.", "2023-09-11")).toEqual(["2023-09-10/2023-09-10 day"]);
  });

  it("gives the same day as the one spoken of before", () => {
    const previous = { start: "2022-03-01", end: "2022-03-01", precision: "day" } as const;
    const [found] = resolveDates("They met on the same day.", { publishedAt: "2022-03-04", direction: "past", previous });
    expect(found?.span).toEqual(previous);
    expect(days("They met on the same day.", "2022-03-04")).toEqual([]);
  });

  it("resolves nothing relative where the publication date is unknown", () => {
    expect(days("They met on Friday, yesterday and on May 3.", null)).toEqual([]);
    expect(days("They met on May 3, 2021.", null)).toEqual(["2021-05-03/2021-05-03 day"]);
  });

  it("takes no date from names, durations and numbers", () => {
    expect(days("Theresa May met five ministers in a 50-minute session for three days.", "2022-01-05")).toEqual([]);
    expect(days("The ministers march on; he sat down second.", "2022-01-05")).toEqual([]);
  });
});
