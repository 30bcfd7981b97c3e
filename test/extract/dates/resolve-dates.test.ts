import { describe, expect, it } from "vitest";
import { type Direction, resolveDates } from "../../../src/extract/dates/resolve-dates.ts";

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

  it("reads a bare weekday six days back as the day ahead, which somewhere has begun", () => {
    expect(days("They met on Tuesday.", "2024-03-11T22:30:00Z")).toEqual(["2024-03-12/2024-03-12 day"]);
    expect(days("They met last Tuesday.", "2024-03-11")).toEqual(["2024-03-05/2024-03-05 day"]);
    const typed = resolveDates("tuesday", { publishedAt: "2024-03-11", direction: "past", isToday: true });
    expect(typed.map(({ span }) => span.start)).toEqual(["2024-03-05"]);
  });

  it("looks to the nearer side where the tense leaves it open", () => {
    expect(days("on Friday", "2018-07-12", "near")).toEqual(["2018-07-13/2018-07-13 day"]);
    expect(days("on Wednesday", "2018-07-12", "near")).toEqual(["2018-07-11/2018-07-11 day"]);
    expect(days("on February 24", "2022-02-20", "near")).toEqual(["2022-02-24/2022-02-24 day"]);
    expect(days("on December 30", "2022-01-02", "near")).toEqual(["2021-12-30/2021-12-30 day"]);
    expect(days("this weekend", "2018-07-12", "near")).toEqual(["2018-07-14/2018-07-15 day"]);
  });

  it("takes a day a year back for the coming one, where its year is not named", () => {
    expect(days("They met on June 12.", "2018-06-01")).toEqual(["2018-06-12/2018-06-12 day"]);
    expect(days("They met on June 12 last year.", "2018-06-01")).toEqual(["2017-06-12/2017-06-12 day"]);
  });

  it("spans days of two months and weekdays side by side", () => {
    expect(days("from 30 June to 2 July", "2023-07-04")).toEqual(["2023-06-30/2023-07-02 day"]);
    expect(days("June 30–July 2, 2022", "2023-07-04")).toEqual(["2022-06-30/2022-07-02 day"]);
    expect(days("December 30 to January 2", "2023-01-04")).toEqual(["2022-12-30/2023-01-02 day"]);
    expect(days("next Tuesday and Wednesday", "2023-09-07", "future")).toEqual(["2023-09-12/2023-09-13 day"]);
    expect(days("Thursday through Saturday", "2023-09-04", "future")).toEqual(["2023-09-07/2023-09-09 day"]);
  });

  it("reads last, this and next by the calendar's weeks", () => {
    expect(days("last Saturday", "2022-02-20")).toEqual(["2022-02-12/2022-02-12 day"]);
    expect(days("on Friday last week", "2022-02-20")).toEqual(["2022-02-11/2022-02-11 day"]);
    expect(days("Monday of next week", "2022-02-17", "future")).toEqual(["2022-02-21/2022-02-21 day"]);
    expect(days("next Friday", "2022-02-21", "future")).toEqual(["2022-03-04/2022-03-04 day"]);
    expect(days("this week", "2022-02-20", "future")).toEqual(["2022-02-21/2022-02-27 day"]);
    expect(days("in the last week", "2022-02-20")).toEqual(["2022-02-13/2022-02-20 day"]);
  });

  it("counts from the day spoken of, and only from it", () => {
    expect(days("The vote was on 4 March. The day before, they met.", "2026-03-09")).toEqual([
      "2026-03-04/2026-03-04 day",
      "2026-03-03/2026-03-03 day",
    ]);
    expect(days("on Friday; two days later", "2026-03-09")).toEqual(["2026-03-06/2026-03-06 day", "2026-03-08/2026-03-08 day"]);
    expect(days("They met the day before the summit, two weeks after the vote.", "2026-03-09")).toEqual([]);
  });

  it("reads dates in numbers by what cannot be, then by the order asked for", () => {
    const numbers = (text: string, order: "day-first" | "month-first" | null, direction: Direction = "past") =>
      resolveDates(text, { publishedAt: "2022-10-01", direction, order }).map(({ span }) => span.start);
    expect(numbers("on 13/08/2022", null)).toEqual(["2022-08-13"]);
    expect(numbers("on 08/13/2022", null)).toEqual(["2022-08-13"]);
    expect(numbers("on 09.08.2022", "day-first")).toEqual(["2022-08-09"]);
    expect(numbers("on 09/08/2022", "month-first")).toEqual(["2022-09-08"]);
    expect(numbers("on 09/08/2022", null)).toEqual([]);
    expect(numbers("on 09/11/2022", null)).toEqual(["2022-09-11"]);
    expect(numbers("at 10.12.2022.7 and 2022-09-08", null)).toEqual(["2022-09-08"]);
  });

  it("takes a duration for no date", () => {
    expect(days("their third meeting in a year, the second in two weeks", "2022-01-05", "future")).toEqual([]);
    expect(days("They will meet in two weeks.", "2022-01-05", "future")).toEqual(["2022-01-17/2022-01-23 day"]);
    expect(days("They met in three days of talks.", "2022-01-05")).toEqual([]);
  });

  it("keeps what is only relative as wide as it is said", () => {
    expect(days("a year ago", "2022-01-05")).toEqual(["2021-01-01/2021-12-31 year"]);
    expect(days("two months ago", "2022-01-05")).toEqual(["2021-11-01/2021-11-30 month"]);
    expect(days("two weeks ago", "2022-01-05")).toEqual(["2021-12-20/2021-12-26 day"]);
    expect(days("three days ago", "2022-01-05")).toEqual(["2022-01-02/2022-01-02 day"]);
    expect(days("in June last year", "2022-01-05")).toEqual(["2021-06-01/2021-06-30 month"]);
  });

  it("reads no name, count or score as a date", () => {
    expect(days("May 10 million people, may 5, Sun readers, 9/11 and a 24-7 lead", "2022-01-05")).toEqual([]);
    expect(days("She said May met 12 envoys; April told them so.", "2022-01-05")).toEqual([]);
  });
});
