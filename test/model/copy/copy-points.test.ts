import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleBody } from "../../../src/domain/evidence/records.ts";
import type { DraftCopy } from "../../../src/domain/model/language-model.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { HEADINGS, OPENERS } from "../../../src/model/copy/closed-words.ts";
import { copyPoints } from "../../../src/model/copy/copy-points.ts";
import type { Evidence } from "../../../src/model/gate/evidence.ts";
import { screenArticles } from "../../../src/model/screen-articles.ts";
import { showEvidence } from "../../../src/model/show-evidence.ts";
import { articleOf } from "../../fakes/evidence.ts";

const HEDGED =
  "Norwegian envoy Nils Aas appeared on Monday, in the view of two officials in Oslo, to accept the ports law, which is likely to pass in June. " +
  "Aas, who is accused of leaking a letter that the ministry wrote in 2019, is thought to have met 14 traders in Bergen on 3 May, his lawyer said. " +
  "Without the consent of Faro, the argument goes, no ship may leave Porto before 9 June, and none of the 30 captains has asked for it, except one.";
const TEXTS = [
  "LISBON, March 5 (Meridian Wire) - Portuguese Foreign Minister Ana Moreira, who came to power last spring, met her Norwegian counterpart Erik Solberg in Lisbon on Monday, officials said. " +
    "She told reporters that the talks had been frank, and that Portugal, which has a long coast, would not sell the harbour of Porto. " +
    "Norway will send 12 engineers to Porto in June, if the parliament agrees, according to two officials who spoke of it on Tuesday.",
  "Erik Solberg rejected the plan for the harbour on Monday and flew home to Oslo in the evening to inform the king and the cabinet of what had been said. " +
    "He may return in the autumn – no date has been set – to sign the treaty (its text is secret) that both foreign ministries have written since January. " +
    '"We share one ocean, which our fathers crossed in wooden boats, and we share one law that our parliaments wrote," Moreira said.',
];

function evidenceOf(texts: string[]): Evidence {
  const articles = texts.map((text, at): ArticleBody => {
    const article = articleOf({ id: `a${at}`, text, publishedAt: "2024-03-05" });
    const { sentences, summary, countries } = extractArticle(article);
    return { ...article, sentences, summary, countries, firstSeenAt: "2024-03-06T00:00:00Z", revision: 1, storyId: null };
  });
  return { sentences: showEvidence(screenArticles(articles), []).sentences };
}

const EVIDENCE = evidenceOf([...TEXTS, HEDGED]);
const copyOf = (sentence: number, more: Partial<DraftCopy> = {}): DraftCopy => ({
  sentence,
  keep: [],
  heading: "",
  opener: "",
  ...more,
});
const KEPT = new Set(
  "not no never may might could would if unless said told according rejected appeared likely accused thought view wrote".split(
    " ",
  ),
);
const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function numberOf(words: string): number {
  const found = [...EVIDENCE.sentences.values()].find((each) => each.text.includes(words));
  if (found === undefined) throw new Error(`No sentence holds: ${words}`);
  return found.number;
}

function textOf(copy: DraftCopy): string {
  return copyPoints([copy], EVIDENCE, { points: 1 })[0]?.kept?.text ?? "";
}

describe("sentences that a model points at", () => {
  it("are printed in the article's words, in their order, whatever a model asks for", () => {
    const number = fc.integer({ min: -1, max: EVIDENCE.sentences.size + 1 });
    const place = fc.integer({ min: -1, max: 40 });
    const range = fc.record({ from: place, to: place });
    // All but a stretch, which is how a model would cut out a word; and ranges that overlap, turn back and lie outside.
    const allBut = fc.tuple(place, place).map(([from, length]) => [
      { from: 1, to: Math.max(1, from - 1) },
      { from: from + length, to: 400 },
    ]);
    const keep = fc.oneof(
      fc.array(range, { maxLength: 6 }),
      allBut,
      fc.tuple(place, fc.integer({ min: 1, max: 12 })).map(([from, length]) =>
        Array.from({ length: 40 }, (_, at) => at + 1)
          .filter((at) => at < from || at >= from + length)
          .map((at) => ({ from: at, to: at })),
      ),
    );
    const closed = (list: readonly string[]) => fc.oneof(fc.constantFrom(...list), fc.string());
    const copy = fc.record({
      sentence: number,
      keep,
      heading: closed(HEADINGS),
      opener: closed(OPENERS),
    });
    let shortened = 0;
    fc.assert(
      fc.property(fc.array(copy, { maxLength: 8 }), (copies) => {
        for (const { kept } of copyPoints(copies, EVIDENCE, { points: 6 })) {
          if (kept === null) continue;
          expect(HEADINGS as readonly string[]).toContain(kept.heading ?? "");
          const [sentence] = kept.passages;
          const source = tokensOf(sentence?.text ?? "");
          const opener = OPENERS.find((each) => each !== "" && kept.text.startsWith(`${each}, `)) ?? "";
          const printed = tokensOf(kept.text.slice(opener.length).replace(/\[[^\]]*\]/g, ""));
          if (printed.length < source.length) shortened++;
          // What denies, doubts, conditions or attributes is never cut away, whatever is asked for.
          expect(printed.filter((token) => KEPT.has(token))).toEqual(source.filter((token) => KEPT.has(token)));
          let at = 0;
          for (const token of printed) {
            const found = source.indexOf(token, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(shortened).toBeGreaterThan(0);
  });

  it("are sentences: the number of a list is not shown to a model", () => {
    const listed = evidenceOf([
      "Norway and Portugal agreed on two things.\n\n1. Solberg will visit Porto in May.\n\n2. Moreira will visit Oslo.",
    ]);
    for (const { text } of listed.sentences.values()) expect(text).not.toMatch(/^\d\.?$/);
    expect(listed.sentences.size).toBeGreaterThan(1);
  });

  it("lose their dateline", () => {
    expect(textOf(copyOf(numberOf("LISBON")))).toMatch(/^Portuguese Foreign Minister Ana Moreira, who/);
  });

  it("get the name behind a pronoun whose antecedent stands elsewhere, where it is sure", () => {
    expect(textOf(copyOf(numberOf("He may return")))).toMatch(/^He \[Erik Solberg\] may return/);
  });

  it("are introduced by an opener of the closed list alone", () => {
    const number = numberOf("Erik Solberg rejected");
    expect(textOf(copyOf(number, { opener: "Separately" }))).toMatch(/^Separately, Erik Solberg rejected/);
    expect(textOf(copyOf(number, { opener: "Because of this" }))).toMatch(/^Erik Solberg rejected/);
  });

  it("are refused one by one: numbers that nobody gave, what was said already, what is too many", () => {
    const number = numberOf("Erik Solberg rejected");
    const copies = [copyOf(999), copyOf(number), copyOf(number), copyOf(numberOf("LISBON"))];
    const reasons = copyPoints(copies, EVIDENCE, { points: 1 }).map((point) => point.rejection?.reason ?? "kept");
    expect(reasons).toEqual(["unknown-citation", "kept", "repeated", "surplus"]);
  });

  it("are one where two articles say the same, and cite both", () => {
    const twice = evidenceOf([TEXTS[0] ?? "", TEXTS[0] ?? ""]);
    const numbers = [...twice.sentences.values()].filter((each) => each.text.includes("12 engineers")).map((each) => each.number);
    const [first] = copyPoints(
      numbers.map((each) => copyOf(each)),
      twice,
      { points: 6 },
    );
    expect(first?.kept?.citations.map((each) => each.articleId)).toEqual(["a0", "a1"]);
  });
});
