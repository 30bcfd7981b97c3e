import { describe, expect, it } from "vitest";
import { findCarriedTexts } from "../../src/digest/find-carriers.ts";
import type { ArticleBody } from "../../src/domain/evidence/records.ts";

const WIRE =
  "Norway and Portugal agreed on Monday that ferries between Bergen and Porto will sail twice a week from spring, and that cod will be cheaper.";

function article(id: string, publisher: string, over: Partial<ArticleBody> = {}): ArticleBody {
  return {
    id,
    url: `https://${publisher.toLowerCase()}.example/${id}`,
    title: null,
    publisher,
    author: null,
    language: null,
    publishedAt: "2024-03-05",
    firstSeenAt: `2024-03-05T0${id}:00:00.000Z`,
    revision: 1,
    countries: [],
    storyId: null,
    text: WIRE,
    summary: [],
    sentences: [],
    ...over,
  };
}

describe("findCarriedTexts", () => {
  it("names the carriers of one text in the order in which they came, and whose it is where a dateline says", () => {
    const articles = [
      article("3", "Post"),
      article("1", "Kelp", { text: `BERGEN, Norway (Reuters) - ${WIRE}` }),
      article("2", "Gazette"),
    ];
    expect(findCarriedTexts(articles)).toEqual([{ agency: "Reuters", publishers: ["Kelp", "Gazette", "Post"] }]);
  });

  it("reads whose it is from a byline, and from no mention in the text", () => {
    const by = (author: string | null) => findCarriedTexts([article("1", "Kelp", { author }), article("2", "Post")])[0]?.agency;
    expect(by("Ada Lund, AFP")).toBe("AFP");
    expect(by("Reuters Staff")).toBe("Reuters");
    expect(by("Ada Lund")).toBeNull();
    expect(findCarriedTexts([article("1", "Reuters"), article("2", "Post")])[0]?.agency).toBe("Reuters");
    const told = article("1", "Kelp", { text: `${WIRE} A source told Reuters so.` });
    expect(findCarriedTexts([told, article("2", "Post")])[0]?.agency).toBeNull();
  });

  it.each([
    ["Copyright 2026 Reuters. All rights reserved.", "Reuters"],
    ["© The Associated Press", "Associated Press"],
    ["(Kyodo)", "Kyodo"],
    ["— Agence France-Presse", "Agence France-Presse"],
    ["With AFP", "AFP"],
    ["This article was first published by dpa.", "dpa"],
    ["She gave an interview with AFP.", null],
    ["(With inputs from ANI)", "ANI"],
    ["\nSource: Xinhua", "Xinhua"],
    ["The minister spoke to AFP in Oslo.", null],
  ])("reads whose it is from the credit behind it: %j", (credit, agency) => {
    const carried = findCarriedTexts([article("1", "Kelp", { text: `${WIRE} ${credit}` }), article("2", "Post")]);
    expect(carried[0]?.agency).toBe(agency);
  });

  it("is silent on two feeds of one publisher, and on texts of their own", () => {
    expect(findCarriedTexts([article("1", "Kelp"), article("2", "Kelp")])).toEqual([]);
    expect(
      findCarriedTexts([article("1", "Kelp"), article("2", "Post", { text: "Porto's fishermen were not asked, they say." })]),
    ).toEqual([]);
  });
});
