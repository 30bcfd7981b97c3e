import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";

const WEDNESDAY = "2022-11-16T10:00:00Z";

function read(text: string) {
  const article = {
    id: "parts",
    title: "",
    text,
    publishedAt: WEDNESDAY,
    url: null,
    publisher: null,
    author: null,
    language: "en",
  };
  return extractArticle(article).meetings;
}

/** "Meeting of …: G20" for each meeting that is a part, with the title of what it is a part of, or else its name. */
function partsIn(text: string): string[] {
  const meetings = read(text);
  return meetings.flatMap(({ title, partOf }) => {
    if (partOf === undefined) return [];
    return `${title}: ${partOf.meeting === null ? partOf.name : meetings[partOf.meeting]?.title}`;
  });
}

describe("what a meeting is a part of", () => {
  it("is the summit on the sidelines of which it is told", () => {
    expect(
      partsIn(
        "Portuguese Prime Minister Ana Ferreira met Swedish Prime Minister Tomas Lind on the sidelines of the G20 summit in Bali on Tuesday. " +
          "Ferreira also met Ghana's President Kofi Mensah on the margins of the summit.",
      ),
    ).toEqual([
      "Meeting of Ana Ferreira and Tomas Lind in Bali: G20 summit in Bali",
      "Meeting of Ana Ferreira and Kofi Mensah: G20 summit in Bali",
    ]);
  });

  it("is only a name where nothing else is told of the gathering", () => {
    const text =
      "Portuguese Foreign Minister Rui Costa held talks with his Japanese counterpart, Kenji Mori, on the sidelines of the UN General Assembly in New York.";
    expect(read(text).map(({ partOf }) => partOf)).toEqual([{ meeting: null, name: "UN General Assembly" }]);
  });

  it("is the visit during which the visitor meets the hosts", () => {
    expect(
      partsIn(
        "German Chancellor Greta Vogel arrived in Tokyo on Monday for a three-day visit to Japan. " +
          "Vogel met Prime Minister Kenji Mori on Tuesday. She is to hold talks with Foreign Minister Yumi Abe on Wednesday.",
      ),
    ).toEqual([
      "Meeting of Greta Vogel and Kenji Mori: Visit of Greta Vogel to Tokyo",
      "Talks between Greta Vogel and Yumi Abe: Visit of Greta Vogel to Tokyo",
    ]);
  });

  it("is no visit to another country, and none of another time", () => {
    expect(
      partsIn(
        "German Chancellor Greta Vogel arrived in Japan on Monday for a visit. " +
          "In Berlin in March Vogel met Swedish Prime Minister Tomas Lind. Vogel met Japanese Prime Minister Kenji Mori on 3 May 2021.",
      ),
    ).toEqual([]);
  });

  it("is nothing for a telephone call in the same sentence", () => {
    const text =
      "Portuguese Prime Minister Ana Ferreira telephoned Swedish Prime Minister Tomas Lind after the G20 summit on Tuesday.";
    expect(partsIn(text)).toEqual([]);
  });
});

describe("a summit that is only named as what others met beside", () => {
  it("has the month of their meeting and not its day", () => {
    const meetings = read(
      "Portuguese Prime Minister Ana Ferreira met Swedish Prime Minister Tomas Lind on the sidelines of the G20 summit in Bali on Tuesday.",
    );
    const days = meetings.map(({ kind, date }) => `${kind} ${date?.start} ${date?.precision}`);
    expect(days).toEqual(["meeting 2022-11-15 day", "summit 2022-11-01 month"]);
  });

  it("is none of those who met on its margins where it has no name", () => {
    const text =
      "OSLO - Foreign ministers Ana Ruiz of Spain and Paul Kerr of Ireland met on Thursday on the margins of the summit.";
    expect(read(text).map(({ title }) => title)).toEqual(["Meeting of Ana Ruiz and Paul Kerr"]);
  });
});
