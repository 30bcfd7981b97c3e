import { describe, expect, it } from "vitest";
import type { Meeting } from "../../src/domain/evidence/extraction.ts";
import { english } from "../../src/extract/en/english.ts";
import { findCountries } from "../../src/extract/find-countries.ts";
import { findMeetings } from "../../src/extract/find-meetings.ts";
import { readText } from "../../src/extract/read-text.ts";

const PEOPLE = ["Ana Ferreira", "Tomas Lind", "Kofi Mensah", "Leyla Aydin", "Hugo Brandt"];

/** Every place where a word stands in a text. */
function placesOf(text: string, word: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(new RegExp(word, "g")), (match) => ({ start: match.index, end: match.index + word.length }));
}

function meetingsIn(text: string, publishedAt: string | null = "2023-05-10"): Meeting[] {
  const list = PEOPLE.filter((name) => text.includes(name.split(" ")[1] ?? name)).map((name) => {
    const full = placesOf(text, name);
    const short = placesOf(text, name.split(" ")[1] ?? name).filter((place) => !full.some((range) => range.end === place.end));
    const mentions = [...full, ...short].map((range) => ({ ...range, text: text.slice(range.start, range.end), title: null }));
    return { name, roles: [{ title: "Foreign Minister", affiliation: null, country: null }], mentions, gender: null };
  });
  const model = readText(text, english);
  return findMeetings(model, { people: { list }, countries: findCountries(model), publishedAt, url: null, title: null });
}

function brief(meeting: Meeting | undefined): string {
  if (meeting === undefined) return "none";
  const names = meeting.participants.map((participant) => participant.name).join(" + ");
  return `${meeting.kind} ${meeting.status} ${meeting.date?.start ?? "-"} ${meeting.place ?? "-"}: ${names}`;
}

function only(text: string, publishedAt?: string): string {
  const meetings = meetingsIn(text, publishedAt);
  expect(meetings.length).toBeLessThanOrEqual(1);
  return brief(meetings[0]);
}

describe("findMeetings, what reports a meeting", () => {
  it("reads met, met with and will meet", () => {
    expect(only("Foreign Minister Ana Ferreira met Tomas Lind in Vienna on Tuesday.")).toBe(
      "meeting held 2023-05-09 Vienna: Ana Ferreira + Tomas Lind",
    );
    const apart = meetingsIn("Ana Ferreira met today with President Tomas Lind of Sweden and Kofi Mensah of Ghana.");
    expect(apart.map(brief)).toEqual([
      "meeting held 2023-05-10 -: Ana Ferreira + Tomas Lind",
      "meeting held 2023-05-10 -: Ana Ferreira + Kofi Mensah",
    ]);
    expect(only("Ana Ferreira will meet Tomas Lind on Friday.")).toBe("meeting planned 2023-05-12 -: Ana Ferreira + Tomas Lind");
  });

  it("reads reciprocal participants", () => {
    expect(only("Ana Ferreira and Tomas Lind met on May 3.")).toBe("meeting held 2023-05-03 -: Ana Ferreira + Tomas Lind");
    expect(only("President Ana Ferreira and Prime Minister Tomas Lind of Sweden spoke today about fishing.")).toBe(
      "call held 2023-05-10 -: Ana Ferreira + Tomas Lind",
    );
  });

  it("reads a noun with a light verb, active and passive", () => {
    expect(only("Ana Ferreira held talks with Tomas Lind in Lisbon on Monday.")).toBe(
      "talks held 2023-05-08 Lisbon: Ana Ferreira + Tomas Lind",
    );
    expect(only("A meeting was held on May 4 between Portugal and Sweden.")).toBe("meeting held 2023-05-04 -: Portugal + Sweden");
    expect(only("Ana Ferreira attended a summit with Tomas Lind in Oslo last month.")).toBe(
      "summit held 2023-04-01 Oslo: Ana Ferreira + Tomas Lind",
    );
  });

  it("knows whom he and the minister mean", () => {
    const [, second] = meetingsIn(
      "Ana Ferreira came home on Sunday. She met Tomas Lind on Monday, a year after she had seen him.",
    );
    expect(brief(meetingsIn("Ana Ferreira came home on Sunday. On Monday she met Tomas Lind.")[0])).toBe(
      "meeting held 2023-05-08 -: Ana Ferreira + Tomas Lind",
    );
    expect(second).toBeUndefined();
    expect(brief(meetingsIn("Tomas Lind is in Oslo. The foreign minister held talks with Ghana on Monday.")[0])).toBe(
      "talks held 2023-05-08 -: Tomas Lind + Ghana",
    );
  });

  it("tells a telephone call and a video call from a meeting", () => {
    expect(only("Ana Ferreira called Tomas Lind on Sunday to congratulate him.")).toBe(
      "call held 2023-05-07 -: Ana Ferreira + Tomas Lind",
    );
    expect(only("Ana Ferreira spoke by phone with Tomas Lind yesterday.")).toBe(
      "call held 2023-05-09 -: Ana Ferreira + Tomas Lind",
    );
    expect(only("Ana Ferreira met virtually with Tomas Lind yesterday.")).toBe(
      "video held 2023-05-09 -: Ana Ferreira + Tomas Lind",
    );
  });

  it("reads called on as a visit, and called on to act as an appeal", () => {
    expect(only("Ana Ferreira called on Prime Minister Tomas Lind on Friday, May 5.")).toBe(
      "visit held 2023-05-05 -: Ana Ferreira + Tomas Lind",
    );
    expect(only("Ana Ferreira called on Tomas Lind to respect the treaty.")).toBe("none");
    expect(only("Ana Ferreira called Tomas Lind a dreamer.")).toBe("none");
  });

  it("reads who hosts, receives and visits", () => {
    expect(only("President Ana Ferreira hosted Tomas Lind for lunch in Lisbon on Monday.")).toBe(
      "meeting held 2023-05-08 Lisbon: Ana Ferreira + Tomas Lind",
    );
    expect(only("Ana Ferreira received a letter from Tomas Lind on Monday.")).toBe("none");
    expect(only("Foreign Minister Ana Ferreira arrived in Stockholm on Monday for a two-day visit.")).toBe(
      "visit held 2023-05-08 Stockholm: Ana Ferreira + Sweden",
    );
    expect(only("Foreign Minister Ana Ferreira will visit Sweden next month.")).toBe(
      "visit planned 2023-06-01 Sweden: Ana Ferreira + Sweden",
    );
  });

  it("reads what two sides sign together", () => {
    expect(only("Ana Ferreira and Tomas Lind signed a joint declaration in Porto on Monday.")).toBe(
      "statement-signing held 2023-05-08 Porto: Ana Ferreira + Tomas Lind",
    );
    expect(only("President Ana Ferreira signed a decree on Monday.")).toBe("none");
  });
});

describe("findMeetings, what reports none", () => {
  it.each([
    "Ana Ferreira refused to meet Tomas Lind on Monday.",
    "Ana Ferreira called for talks between Ghana and Austria.",
    "Ana Ferreira did not meet Tomas Lind.",
    "Ana Ferreira wants to meet Tomas Lind.",
    "No talks between Ghana and Austria have taken place.",
    "The offer of Ana Ferreira met the criteria of Sweden.",
    "The demands of Ana Ferreira were met by Sweden.",
    "Ana Ferreira spoke to reporters in Lisbon on Monday.",
    "Ana Ferreira held a press conference in Lisbon on Monday.",
    "Ana Ferreira welcomed the decision of Tomas Lind.",
  ])("%s", (text) => {
    expect(meetingsIn(text)).toEqual([]);
  });

  it("keeps a meeting that was called off, with its status", () => {
    expect(only("A summit between Ghana and Austria, planned for May 20 in Accra, has been cancelled.")).toBe(
      "summit cancelled 2023-05-20 Accra: Ghana + Austria",
    );
    expect(only("Foreign Minister Ana Ferreira has postponed a planned visit to Sweden.")).toBe(
      "visit cancelled - Sweden: Ana Ferreira + Sweden",
    );
  });
});

describe("findMeetings, one meeting over several sentences", () => {
  const text = [
    "Portugal and Sweden hold first energy dialogue",
    "The first energy dialogue was held on May 8 between Portugal's and Sweden's Energy and Foreign Ministries. They discussed hydrogen, tides and the situation in Ghana. Foreign Minister Ana Ferreira and Minister Hugo Brandt met their Swedish counterparts, Tomas Lind and Leyla Aydin.",
    "The ministers welcomed what was done since their last meeting in June 2019.",
  ].join("\n\n");

  it("merges the report of the sides, its date, its people and its topics", () => {
    const [dialogue] = meetingsIn(text);
    expect(brief(dialogue)).toBe("meeting held 2023-05-08 -: Ana Ferreira + Hugo Brandt + Tomas Lind + Leyla Aydin");
    expect(dialogue?.topics).toEqual(["hydrogen", "tides", "Ghana"]);
    expect(dialogue?.evidence.length).toBe(4);
  });

  it("gives an earlier meeting to the two sides where nobody says who was there", () => {
    const [, earlier] = meetingsIn(text);
    expect(brief(earlier)).toBe("meeting held 2019-06-01 -: Portugal + Sweden");
    expect(earlier?.date?.precision).toBe("month");
  });

  it("rests every meeting on whole sentences of the text", () => {
    const starts = new Set(readText(text, english).sentences.map((sentence) => sentence.start));
    for (const meeting of meetingsIn(text)) {
      expect(meeting.evidence.length).toBeGreaterThan(0);
      for (const range of meeting.evidence) expect(starts.has(range.start)).toBe(true);
    }
  });

  it("keeps meetings on different days and a call beside a meeting apart", () => {
    const two =
      "Ana Ferreira met Tomas Lind on Monday. Ana Ferreira had met Tomas Lind in March 2021. Ana Ferreira phoned Tomas Lind on Tuesday.";
    expect(meetingsIn(two).map((meeting) => `${meeting.kind} ${meeting.date?.start}`)).toEqual([
      "meeting 2023-05-08",
      "meeting 2021-03-01",
      "call 2023-05-09",
    ]);
  });

  it("takes no date from the day on which somebody spoke of it", () => {
    expect(only("Ana Ferreira has met Tomas Lind, the ministry said on Monday.")).toBe(
      "meeting held - -: Ana Ferreira + Tomas Lind",
    );
  });

  it("reports nothing out of a question", () => {
    expect(only("Will Foreign Minister Ana Ferreira meet Tomas Lind in Vienna?")).toBe("none");
  });

  it("knows a passive that is still to come", () => {
    expect(only("The next summit of the Quad is to be hosted by Portugal in 2024.")).toBe(
      "summit planned 2024-01-01 -: Portugal + Quad",
    );
  });

  it("gives the gerund behind after to the subject before it", () => {
    expect(only("Ana Ferreira spoke to reporters after receiving Foreign Minister Tomas Lind on Tuesday.")).toBe(
      "meeting held 2023-05-09 -: Ana Ferreira + Tomas Lind",
    );
  });

  it("keeps the object of a first verb out of a second verb's subject", () => {
    expect(only("Ana Ferreira addressed the Fisheries Council and held talks with Tomas Lind.")).toBe(
      "talks held 2023-05-10 -: Ana Ferreira + Tomas Lind",
    );
  });

  it("takes who reported a meeting for no topic of it", () => {
    const [call] = meetingsIn(
      "Ana Ferreira and Tomas Lind met to discuss the drought in Portugal, Sweden's foreign ministry said.",
    );
    expect(call?.topics).toEqual(["drought in Portugal"]);
  });

  it("takes when something was said for no topic of it", () => {
    const [visit] = meetingsIn("Tomas Lind will visit Lisbon in May, Sweden said in a statement on Monday evening.");
    expect(visit?.topics).toEqual([]);
  });

  it("reads a call that was received", () => {
    expect(only("Foreign Minister Ana Ferreira received a phone call on Tuesday from Foreign Minister Tomas Lind.")).toBe(
      "call held 2023-05-09 -: Ana Ferreira + Tomas Lind",
    );
  });

  it("keeps bilateral meetings and a visit beside them apart", () => {
    const text =
      "Foreign Minister Ana Ferreira held bilateral meetings with her Swedish, Danish and Finnish counterparts. She also called on Secretary General Tomas Lind.";
    expect(meetingsIn(text).map((meeting) => brief(meeting))).toEqual([
      "meeting held 2023-05-10 -: Ana Ferreira + Sweden",
      "meeting held 2023-05-10 -: Ana Ferreira + Denmark",
      "meeting held 2023-05-10 -: Ana Ferreira + Finland",
      "visit held 2023-05-10 -: Ana Ferreira + Tomas Lind",
    ]);
  });

  it("gives a trip no date of the journey after it", () => {
    expect(
      meetingsIn("Ana Ferreira, who is on a three-nation trip to Peru and Chile, will fly on to Quito on Thursday.")[0]?.date
        ?.start,
    ).toBe("2023-05-10");
  });

  it("knows whose summit it is, and the year that it falls in", () => {
    expect(only("Foreign Minister Ana Ferreira is to attend the G20 Summit later in the year.")).toBe(
      "summit planned 2023-01-01 -: Ana Ferreira + G20",
    );
  });

  it("does not hang on a megabyte without a full stop", () => {
    expect(meetingsIn("Ana Ferreira met Tomas Lind and talks ".repeat(30_000)).length).toBeLessThan(9);
  });
});
