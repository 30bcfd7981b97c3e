import { describe, expect, it } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";

function meetingsIn(text: string) {
  const article = { id: "a", title: "", text, publishedAt: "2026-03-09T10:00:00Z", url: null, publisher: null, author: null };
  return extractArticle({ ...article, language: "en" }).meetings.map(({ participants, date, place }) => [
    participants.at(-1)?.name,
    date?.start ?? null,
    place,
  ]);
}

describe("several guests in one sentence", () => {
  it("have each their own day and place", () => {
    const text =
      "President Alda Reyes met Prime Minister Jonas Falk in Oslo on Saturday and President Mira Oduya in Helsinki on Sunday.";
    expect(meetingsIn(text)).toEqual([
      ["Jonas Falk", "2026-03-07", "Oslo"],
      ["Mira Oduya", "2026-03-08", "Helsinki"],
    ]);
  });

  it("share the one day and place that the sentence has", () => {
    const text = "President Alda Reyes met Prime Minister Jonas Falk and President Mira Oduya in Helsinki on Sunday.";
    expect(meetingsIn(text)).toEqual([
      ["Jonas Falk", "2026-03-08", "Helsinki"],
      ["Mira Oduya", "2026-03-08", "Helsinki"],
    ]);
  });

  function tablesIn(text: string) {
    const article = { id: "a", title: "", text, publishedAt: "2026-03-09T10:00:00Z", url: null, publisher: null, author: null };
    return extractArticle({ ...article, language: "en" }).meetings.map(({ participants }) =>
      participants.map(({ name }) => name).join(", "),
    );
  }

  it("are all on the line where somebody spoke with a few, unless each did alone", () => {
    const called =
      "President Alda Reyes of Chile spoke by phone with Prime Minister Jonas Falk of Norway and President Mira Oduya of Ghana on Sunday.";
    expect(tablesIn(called)).toEqual(["Alda Reyes, Jonas Falk, Mira Oduya"]);
    expect(tablesIn(called.replace("spoke", "spoke separately"))).toHaveLength(2);
    expect(tablesIn("President Alda Reyes of Chile spoke by phone with the leaders of Norway and Ghana on Sunday.")).toHaveLength(
      2,
    );
    expect(
      tablesIn("Vice President Alda Reyes of Chile spoke today with His Royal Highness, Crown Prince Adil Karim of Oman."),
    ).toEqual(["Alda Reyes, Adil Karim"]);
  });

  it("sit at one table where each is to meet the others on that day", () => {
    const text =
      "President Alda Reyes of Chile is to meet Prime Minister Jonas Falk of Norway and President Mira Oduya of Ghana in Oslo on Tuesday. ";
    expect(tablesIn(text)).toHaveLength(2);
    expect(tablesIn(`${text}Falk is to meet Oduya in Oslo on Tuesday, officials said.`)).toEqual([
      "Alda Reyes, Jonas Falk, Mira Oduya",
    ]);
    expect(tablesIn(`${text}Falk is to meet Oduya in Oslo on Wednesday, officials said.`)).toHaveLength(3);
  });
});
