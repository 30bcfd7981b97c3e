import { describe, expect, it } from "vitest";
import { readQuestion } from "../../src/answer/asked/read-question.ts";
import { bearsOn } from "../../src/answer/bears-on.ts";
import { scorePassages } from "../../src/answer/score-passages.ts";
import type { ArticleBody } from "../../src/domain/evidence/records.ts";
import { english } from "../../src/extract/en/english.ts";
import { readText } from "../../src/extract/read-text.ts";

const TEXT = [
  "Foreign Minister Ama Owusu of Ghana opened a conference on cocoa prices in Accra on Monday.",
  "In Nairobi she had met the Kenyan trade minister, Peter Otieno, a week before.",
  "The delegates spoke about freight.",
  "They agreed on nothing.",
  "A storm held up their flights.",
  "Togo sent an old ferry.",
].join(" ");

/** The sentences of the text that bear on a question. */
function bearing(typed: string): string[] {
  const question = readQuestion(typed);
  const article = {
    id: "a1",
    url: null,
    title: "Cocoa conference opens",
    publisher: null,
    publishedAt: "2026-11-20",
    firstSeenAt: "2026-11-20T08:00:00Z",
    text: TEXT,
    sentences: readText(TEXT, english).sentences,
  } as unknown as ArticleBody;
  const weights = new Map([...question.stems.values()].map((stem) => [stem, 1]));
  const passages = scorePassages([article], { question, weights, found: new Map(), askedAt: null });
  return passages.filter((passage) => bearsOn(passage, question)).map((passage) => passage.text);
}

describe("bearsOn", () => {
  it("takes a sentence that holds all that the question names", () => {
    expect(bearing("Did Owusu open a conference in Accra?")).toEqual([expect.stringMatching(/^Foreign Minister Ama Owusu/)]);
  });

  it("takes a sentence whose pronoun stands for somebody in the one before", () => {
    expect(bearing("Did Owusu meet Otieno in Nairobi?")).toEqual([expect.stringMatching(/^In Nairobi she/)]);
  });

  it("does not take yes or no from two sentences of which each names one half", () => {
    expect(bearing("Did Togo meet Kenya?")).toEqual([]);
  });

  it("takes what was said around those whom a question of another kind names", () => {
    expect(bearing("What did the delegates of Owusu speak about?")).toContain("The delegates spoke about freight.");
  });

  it("takes no sentence that holds the words, and not the one whom they are asked of", () => {
    expect(bearing("How old is Owusu?")).toEqual([]);
    expect(bearing("how old is the president of Brazil")).toEqual([]);
  });

  it("takes no sentence that holds too little of the question", () => {
    expect(bearing("Which bank insures the harvest of Ghana against drought?")).toEqual([]);
  });

  it("knows who holds an office only from where it stands beside its country", () => {
    expect(bearing("Who is the trade minister of Kenya?")).toEqual([expect.stringMatching(/^In Nairobi she/)]);
    expect(bearing("Who is the trade minister of Ghana?")).toEqual([]);
    expect(bearing("who is ghana's trade minister")).toEqual([]);
  });

  it("takes no sentence far from all that a question names", () => {
    expect(bearing("What did the delegates of Zambia speak about?")).toEqual([]);
  });

  it("takes no list of members from a sentence that names none", () => {
    expect(bearing("Which countries are in the cocoa conference of Ghana?")).toEqual([]);
  });

  it("takes no figure from a sentence that tells nothing of what is counted", () => {
    expect(bearing("How many kettles did Kenya order?")).toEqual([]);
  });
});
