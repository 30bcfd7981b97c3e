import { describe, expect, it } from "vitest";
import { parseReading } from "../../../src/model/readings/parse-reading.ts";

describe("what a model answers when it reads an article", () => {
  it("is understood with missing fields, numbers as text and lists of one", () => {
    const parsed = parseReading({
      quotes: [{ n: "2", speaker: "null" }],
      meetings: [{ kind: "Meeting", status: "HELD", participants: [{ name: "Lund" }, "Toll"], sentences: 3 }],
    });
    expect(parsed?.refused).toEqual([]);
    expect(parsed?.reading.quotes).toEqual([{ path: "quotes[0]", n: 2, speaker: null, sentence: null }]);
    expect(parsed?.reading.meetings).toEqual([
      {
        path: "meetings[0]",
        kind: "meeting",
        status: "held",
        participants: [
          { path: "meetings[0].participants[0]", words: "Lund" },
          { path: "meetings[0].participants[1]", words: "Toll" },
        ],
        when: null,
        where: null,
        sentences: [3],
      },
    ]);
  });

  it("loses only the piece that is bad", () => {
    const parsed = parseReading({
      people: [{ name: 7 }, { name: "Ada Lund", sentences: [1] }],
      meetings: "none",
      quotes: [null],
    });
    expect(parsed?.reading.people.map(({ name, path }) => [name, path])).toEqual([["Ada Lund", "people[1]"]]);
    expect(parsed?.refused).toEqual([
      { path: "quotes[0]", reason: "not-understood" },
      { path: "people[0]", reason: "not-understood" },
    ]);
  });

  it("is nothing where it is no object", () => {
    expect(parseReading("I cannot help with that.")).toBeNull();
    expect(parseReading(null)).toBeNull();
  });
});
