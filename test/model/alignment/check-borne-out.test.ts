import { describe, expect, it, test } from "vitest";
import { checkBorneOut, readChecked } from "../../../src/model/alignment/check-borne-out.ts";
import { BORNE_OUT, NOT_BORNE_OUT, PROBE_ARTICLE } from "./borne-out-probes.ts";
import { DOES_NOT_FOLLOW, FOLLOWS, NEWS_ARTICLE } from "./news-probes.ts";

const article = readChecked(PROBE_ARTICLE);

function reasonsOf(sentence: string, text = article): string[] {
  return checkBorneOut(sentence, text, null).reasons.map((each) => each.reason);
}

function articleOf(text: string) {
  return readChecked({ text, publishedAt: "2026-05-15" });
}

test.each(NOT_BORNE_OUT)("%s is refused: %s", (sentence) => {
  expect(checkBorneOut(sentence, article, null)).toMatchObject({ kept: false });
});

test("of what a reader holds to be borne out, two thirds are proved", () => {
  const kept = BORNE_OUT.filter((sentence) => checkBorneOut(sentence, article, null).kept);
  expect(kept.length).toBeGreaterThanOrEqual((BORNE_OUT.length * 2) / 3);
});

const news = readChecked(NEWS_ARTICLE);

test.each(DOES_NOT_FOLLOW)("of news, %s is refused: %s", (sentence) => {
  expect(checkBorneOut(sentence, news, null)).toMatchObject({ kept: false });
});

test("of what follows from news, six in ten are proved", () => {
  const kept = FOLLOWS.filter((sentence) => checkBorneOut(sentence, news, null).kept);
  expect(kept.length).toBeGreaterThanOrEqual(FOLLOWS.length * 0.6);
});

describe("what a comparison of words got wrong", () => {
  const report = readChecked({
    publishedAt: "2024-03-05",
    text: [
      "US President Joe Biden met the foreign minister of Norway, Erik Solberg, in Oslo in May 2023.",
      "Solberg visited Porto last year.",
      "He said Norway would pay £50m over the next five years.",
      "Despite the storm, the ships left Porto on Monday.",
      "The G20 will meet in Oslo, while the Group of Seven met in Porto in February.",
    ].join("\n\n"),
  });

  it.each([
    ["a pronoun may be a speaker", "He said Norway would pay £50 million over the next five years.", true],
    ["a title and two names are one person", "President Joe Biden met Erik Solberg in Oslo in May 2023.", true],
    ["a sentence may begin with a month", "In May 2023 Joe Biden met Erik Solberg in Oslo.", true],
    ["a month of another year is another", "In May 2022 Joe Biden met Erik Solberg in Oslo.", false],
    ["a word that opens a sentence is no name", "Despite the storm, ships left Porto.", true],
    ["a number of years is a number", "He said Norway would pay £50m over the next six years.", false],
    ["another currency is another amount", "He said Norway would pay €50m over the next five years.", false],
    ["a millionth is another amount", "He said Norway would pay £50 over the next five years.", false],
    ["a group by its number is a name", "The G7 met in Porto.", true],
    ["and no other group", "The G20 met in Porto.", false],
  ])("%s", (_, sentence, kept) => {
    expect(checkBorneOut(sentence, report, null)).toMatchObject({ kept });
  });
});

describe("a sentence of the article itself", () => {
  it("is always kept, with its place", () => {
    for (const sentence of PROBE_ARTICLE.text.split("\n\n")) {
      const found = checkBorneOut(sentence, article, null);
      expect(found.kept, sentence).toBe(true);
      expect(found.passages.map(({ start, end }) => `${PROBE_ARTICLE.text.slice(start, end)}.`)).toEqual([sentence]);
    }
  });

  it("is kept with other quotation marks and white space, but half of it is not the whole", () => {
    const quoted = articleOf("“The line is safe,” Vance’s aide said. It was said that the bridge would fall if nobody paid.");
    expect(checkBorneOut("“The line is safe,”  Vance's aide said.", quoted, null).kept).toBe(true);
    expect(checkBorneOut("The bridge would fall.", quoted, null).kept).toBe(false);
  });
});

describe("the reason", () => {
  it.each([
    ["Vance signed a rail agreement with Brandt in Lisbon.", "relation"],
    ["Vance signed a rail agreement in Cairo.", "name"],
    ["Police detained nine activists.", "number"],
    ["Vance secretly signed an agreement.", "words"],
    ["The opposition has accepted the route, Lindqvist said.", "negation"],
    ["The line would cost about 3 billion crowns.", "attribution"],
    ["Lorana sent 40 engineers.", "modality"],
    ["The villages lost their bus service.", "relation"],
  ])("for %s is %s", (sentence, reason) => {
    expect(reasonsOf(sentence)).toEqual([reason]);
  });

  it("says that nothing is claimed where there is no sentence", () => {
    expect(reasonsOf("…!")).toEqual(["no-claim"]);
  });
});

test("whoever is named by a possessor has not said what another said, and whoever was told is told behind the words too", () => {
  const report = articleOf(
    "Selin's spokesman, Emil Tarn, said that the last convoy had left the valley at noon. President Ruta Selin listened. " +
      "Ocko told reporters that Marland would not send observers. A spokesman for the army said that the bridge was closed.",
  );
  const kept = (sentence: string) => checkBorneOut(sentence, report, null).kept;
  expect(kept("Selin said that the last convoy had left the valley at noon.")).toBe(false);
  expect(kept("Emil Tarn said that the last convoy had left the valley at noon.")).toBe(true);
  expect(kept("The army said that the bridge was closed.")).toBe(true);
  expect(kept("Marland would not send observers, Ocko told reporters.")).toBe(true);
  expect(kept("Marland would not send observers, Ocko told lawmakers.")).toBe(false);
});

test("with cited passages the others do not count", () => {
  const second = PROBE_ARTICLE.text.indexOf("Police detained");
  const cites = [{ start: second, end: second + 20 }];
  expect(checkBorneOut("Police detained five activists.", article, cites).kept).toBe(true);
  expect(checkBorneOut("Petra Vance signed a rail agreement.", article, cites).kept).toBe(false);
  const elsewhere = "The opposition has not accepted the route, party leader Omar Lindqvist said.";
  expect(checkBorneOut(elsewhere, article, null).kept).toBe(true);
  expect(checkBorneOut(elsewhere, article, cites).kept).toBe(false);
  const both = "Police detained five activists outside the ministry; three were released within hours.";
  expect(checkBorneOut(both, article, cites).kept).toBe(true);
  expect(checkBorneOut(`${elsewhere} Brandt left.`, article, cites).kept).toBe(false);
});

test("two claims may rest on two passages, and both are shown", () => {
  const found = checkBorneOut("Moran met Hollen and flew to Lisbon, and police detained five activists.", article, null);
  expect(found.kept).toBe(true);
  expect(found.passages).toHaveLength(2);
});

test("a surname of two people lends neither the other's office", () => {
  const two = articleOf(
    "Finance Minister Ada Lund opened the port. Her brother, engineer Tom Lund, left. Lund praised the workers.",
  );
  expect(checkBorneOut("Finance Minister Lund praised the workers.", two, null).kept).toBe(false);
});

test("text that repeats itself without end takes no more comparisons than any", () => {
  const chain = `${"the minister of the bank of ".repeat(300)}Velm said that he met A and A and A.`;
  const hostile = articleOf(`${chain}\n\n${"A and B and ".repeat(400)}C met ${"A of B of ".repeat(400)}D.`);
  expect(checkBorneOut(`${"A and B and ".repeat(80)}C met ${"B of A of ".repeat(80)}E.`, hostile, null).kept).toBe(false);
});
