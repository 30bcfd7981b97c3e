import { describe, expect, it } from "vitest";
import { parseDigest } from "../../../src/commands/typed/parse-digest.ts";

describe("the words behind /digest follow", () => {
  it.each([
    ['follow topic:"india-japan at 08:00"', "india-japan", "at 08:00"],
    ["follow topic: quad at noon", "quad", "at noon"],
    ["follow topic:quad time:9am timezone:Asia/Tokyo", "quad", "at 9am Asia/Tokyo"],
    ["follow india-japan at sunset", "india-japan", "at sunset"],
    ["follow quad every other Monday", "quad", "every other Monday"],
    ["follow quad first Monday of the month at 9", "quad", "first Monday of the month at 9"],
    ["follow quad, nato on the 1st and 15th", "quad, nato", "on the 1st and 15th"],
    ["follow quad last Friday", "quad", "last Friday"],
    ["follow quad weekdays 7:30", "quad", "weekdays 7:30"],
    ["follow quad monthly", "quad", "monthly"],
    ["follow quad twice a day", "quad", "twice a day"],
    ["follow quad Mondays at 9", "quad", "Mondays at 9"],
    ["follow quad last working day except Japanese holidays", "quad", "last working day except Japanese holidays"],
    ["follow quad skip holidays in Japan", "quad", "skip holidays in Japan"],
    ["follow quad Mon–Thu at 8", "quad", "Mon–Thu at 8"],
    ["follow quad 7:30 weekdays", "quad", "7:30 weekdays"],
    ["follow quad Mondays", "quad", "Mondays"],
    ["follow quad Mon, Wed, Fri 9am", "quad", "Mon, Wed, Fri 9am"],
    ["follow quad every day except Sunday at 8", "quad", "every day except Sunday at 8"],
    ["follow quad jeden zweiten Dienstag um 9 Uhr", "quad", "jeden zweiten Dienstag um 9 Uhr"],
    ["follow quad du lundi au vendredi à 7h30", "quad", "du lundi au vendredi à 7h30"],
    ["follow quad twice a week", "quad", "twice a week"],
    ["follow Morning Star", "Morning Star", undefined],
    ["follow US elections 2026", "US elections 2026", undefined],
    ["follow soir de paris", "soir de paris", undefined],
    ["follow G 20 at 8", "G 20", "at 8"],
    ["follow talks on Taiwan", "talks on Taiwan", undefined],
    ["follow trade with the US", "trade with the US", undefined],
    ["follow the first lady", "the first lady", undefined],
    ["follow black friday", "black friday", undefined],
    ["follow talks at camp david", "talks at camp david", undefined],
  ])("are read as they are meant: %s", (typed, topic, schedule) => {
    expect(parseDigest(typed)).toEqual({
      kind: "digest",
      action: "follow",
      topic,
      ...(schedule === undefined ? {} : { schedule }),
    });
  });
});
