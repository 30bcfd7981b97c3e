import { describe, expect, it } from "vitest";
import { parseDigest } from "../../../src/commands/typed/parse-digest.ts";

describe("the words behind /digest follow", () => {
  it.each([
    ['follow topic:"india-japan at 08:00"', "india-japan", "at 08:00"],
    ["follow topic: quad at noon", "quad", "at noon"],
    ["follow topic:quad time:9am timezone:Asia/Tokyo", "quad", "at 9am Asia/Tokyo"],
    ["follow india-japan at sunset", "india-japan", "at sunset"],
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
