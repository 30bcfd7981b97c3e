import { describe, expect, it } from "vitest";
import type { MeetingKind } from "../../../src/domain/evidence/extraction.ts";
import { placeOfMeeting } from "../../../src/extract/meetings/where/place-of-meeting.ts";
import { parseLast } from "./parsed-sentence.ts";

interface Asked {
  kind?: MeetingKind;
  others?: string[];
}

function place(text: string, words: string, { kind = "meeting", others = [] }: Asked = {}): string | null {
  const { tokens, grammar, eventAt, isPerson } = parseLast(text);
  return placeOfMeeting({ tokens, grammar, event: eventAt(words), others: others.map(eventAt), kind, isPerson });
}

describe("placeOfMeeting", () => {
  it("finds town, country and house where the report hangs on them", () => {
    expect(place("Minister Moreno met Minister Lask in Oslo on Friday.", "met")).toBe("Oslo");
    expect(place("Ilda Moreno held talks with Anton Lask at the White House on Friday.", "held talks")).toBe("White House");
    expect(place("Ilda Moreno met Anton Lask in the U.K. on Friday.", "met")).toBe("U.K.");
    expect(place("Ilda Moreno met Anton Lask at his office in Seoul.", "met")).toBe("Seoul");
    expect(place("In Bali, Indonesia, Ilda Moreno met Anton Lask.", "met")).toBe("Bali, Indonesia");
  });

  it("gives the place as the text has it, without the sentence's full stop", () => {
    expect(place("Ilda Moreno met Anton Lask in the U.S.", "met")).toBe("U.S.");
    expect(place("Ilda Moreno met Anton Lask in Washington.", "met")).toBe("Washington");
  });

  it("takes the house that a gathering is named by, and the goal of a journey", () => {
    expect(place("A White House dinner for Anton Lask was held on Friday.", "dinner")).toBe("White House");
    expect(place("Ilda Moreno visited Tokyo on Friday.", "visited", { kind: "visit" })).toBe("Tokyo");
    expect(place("Ilda Moreno welcomed Anton Lask to Pyongyang this week.", "welcomed")).toBe("Pyongyang");
    expect(place("Anton Lask is in Belgium, where he is meeting Ilda Moreno.", "meeting")).toBe("Belgium");
  });

  it("takes no gathering, body, language, person or month for a place", () => {
    expect(place("Ilda Moreno met Anton Lask at the Security Council in September.", "met")).toBeNull();
    expect(place("Ilda Moreno met Anton Lask at the G20 summit.", "met")).toBeNull();
    expect(place("Ilda Moreno spoke with Anton Lask in English.", "spoke")).toBeNull();
    expect(place("Ilda Moreno met a group of NATO leaders.", "met")).toBeNull();
  });

  it("takes no place of what was talked about, or of another verb", () => {
    expect(place("Ilda Moreno and Anton Lask discussed the war in Ukraine.", "discussed", { kind: "talks" })).toBeNull();
    expect(place("Ilda Moreno spoke in Geneva before she met Anton Lask.", "met")).toBeNull();
    expect(
      place("Ilda Moreno met Anton Lask in Oslo and visited Otto Riis in Bergen.", "visited", { kind: "visit", others: ["met"] }),
    ).toBe("Bergen");
  });

  it("takes no place where people live who think something of the meeting", () => {
    expect(place("Few in Norway believe the meeting between Ilda Moreno and Anton Lask can settle it.", "meeting")).toBeNull();
    expect(place("The meeting between Ilda Moreno and Anton Lask angered many in Norway.", "meeting")).toBeNull();
  });

  it("takes no place of a meeting that is told in an aside", () => {
    const text = "Ilda Moreno, who met Anton Lask in Norway in May, is expected to attend the fair and visit Otto Riis.";
    expect(place(text, "visit", { others: ["met"] })).toBeNull();
    expect(place(text, "met", { others: ["visit"] })).toBe("Norway");
  });

  it("gives a call no place", () => {
    expect(place("Ilda Moreno spoke by phone with Anton Lask in Oslo.", "spoke", { kind: "call" })).toBeNull();
  });
});
