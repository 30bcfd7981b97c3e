import { describe, expect, it } from "vitest";
import * as roles from "../../../src/extract/clauses/clause-roles.ts";
import { NO_TOKEN } from "../../../src/extract/clauses/clauses.ts";
import { clausesOf } from "../../../src/extract/clauses/clauses-of.ts";
import { nounPhraseOf } from "../../../src/extract/clauses/noun-phrase.ts";
import { english } from "../../../src/extract/en/english.ts";
import { readText } from "../../../src/extract/read-text.ts";

/** One sentence, its tokens found by their words. */
function read(text: string) {
  const model = readText(text, english);
  const [sentence] = model.sentences;
  if (sentence === undefined) throw new Error("There is no sentence.");
  const clauses = clausesOf(model, sentence);
  const words = model.tokens;
  const at = (word: string) => words.findIndex((token) => token.text === word);
  const say = (tokens: number[]) => tokens.map((token) => words[token]?.text).join(" ");
  return { clauses, words, at, say };
}

describe("who does it", () => {
  it.each([
    ["A spokesman for Castell denied the report.", "denied", "spokesman"],
    ["Alden and Brandt signed the treaty.", "signed", "Alden Brandt"],
    ["The minister came and left.", "left", "minister"],
    ["The minister wants to leave.", "leave", "minister"],
    ["The minister told the envoy to leave.", "leave", "envoy"],
    ["Speaking in Geneva, Alden rejected the offer.", "Speaking", "Alden"],
    ["The envoy, who visited Ankara last week, praised the deal.", "visited", "envoy"],
    ["The report was published by the ministry.", "published", "ministry"],
    ["The report was published on Monday.", "published", ""],
    ["A man accused of spying was released.", "accused", ""],
    ["The envoy leading the talks resigned.", "leading", "envoy"],
    ["His decision to leave surprised us.", "leave", "His"],
    ["She is the first woman in the job.", "woman", "She"],
  ])("%s: %s", (text, verb, actors) => {
    const { clauses, words, at, say } = read(text);
    expect(say(roles.actorsOf(clauses, at(verb), words))).toBe(actors);
  });

  it("tells who suffers from who does", () => {
    const { clauses, at, say } = read("The report was published by the ministry.");
    expect(roles.isPassive(clauses, at("published"))).toBe(true);
    expect(say(roles.subjectsOf(clauses, at("published")))).toBe("report");
  });
});

describe("what it reaches", () => {
  it("finds objects and what prepositions tie to a verb", () => {
    const { clauses, words, at, say } = read("The judge gave him two weeks and a warning.");
    expect(say(roles.objectsOf(clauses, at("gave")))).toBe("weeks warning");
    expect(say(roles.indirectObjectsOf(clauses, at("gave")))).toBe("him");
    const signed = read("They praised the treaty that Norland had signed.");
    expect(signed.say(roles.objectsOf(signed.clauses, signed.at("signed")))).toBe("treaty");
    const met = read("According to police, they met in Ankara with the envoy of Norland.");
    const tied = roles.obliquesOf(met.clauses, met.at("met"), met.words);
    expect(tied.map(({ token, by }) => `${by} ${met.say([token])}`)).toEqual(["according to police", "in Ankara", "with envoy"]);
    expect(roles.caseOf(met.clauses, met.at("Norland"), met.words)).toBe("of");
    expect(roles.caseOf(clauses, at("judge"), words)).toBeNull();
  });

  it.each([
    ["He did not sign it.", "sign", true],
    ["He didn't sign it.", "sign", true],
    ["He cannot sign it.", "sign", true],
    ["He never signed it.", "signed", true],
    ["No minister signed it.", "signed", true],
    ["Nobody signed it.", "signed", true],
    ["He signed it.", "signed", false],
    ["He said that he did not sign it.", "said", false],
  ])("%s: denied is %s", (text, verb, denied) => {
    const { clauses, words, at } = read(text);
    expect(roles.isNegated(clauses, at(verb), words)).toBe(denied);
  });

  it("goes up from verb to verb", () => {
    const { clauses, at, say } = read("The minister denied that police said the envoy left.");
    const above = roles.governorsOf(clauses, at("left"));
    expect(above.map(({ token, relation }) => `${say([token])}:${relation}`)).toEqual(["said:ccomp", "denied:ccomp"]);
    expect(say([roles.predicateOf(clauses, at("envoy"))])).toBe("left");
    expect(roles.predicateOf(clauses, 1000)).toBe(NO_TOKEN);
  });
});

describe("nouns", () => {
  it("finds the head of a phrase, whose it is, and what it is called besides", () => {
    const { clauses, at, say } = read("Castell's envoy met Ines Alden, the foreign minister of Norland, on Monday.");
    expect(say([roles.headOf(clauses, 0, 2)])).toBe("envoy");
    expect(say([roles.possessorOf(clauses, at("envoy"))])).toBe("Castell's");
    expect(roles.possessorOf(clauses, at("Ines"))).toBe(NO_TOKEN);
    expect(say(roles.appositionsOf(clauses, at("Ines")))).toBe("minister");
  });

  it("cuts a noun phrase where something new begins", () => {
    const { clauses, words, at } = read("The foreign minister and his wife met the envoy of Norland, who left on Monday.");
    const phrase = ({ start, end }: { start: number; end: number }) =>
      words
        .slice(start, end)
        .map(({ text }) => text)
        .join(" ");
    expect(phrase(nounPhraseOf(clauses, at("minister")))).toBe("The foreign minister");
    expect(phrase(nounPhraseOf(clauses, at("envoy")))).toBe("the envoy of Norland");
    expect(phrase(nounPhraseOf(clauses, at("envoy"), { after: false }))).toBe("the envoy");
  });

  it("gives what is joined by 'and', from any of it", () => {
    const { clauses, at, say } = read("Germany, France and Italy want closer ties.");
    expect(say(roles.conjunctsOf(clauses, at("Germany")))).toBe("Germany France Italy");
    expect(say([roles.firstConjunct(clauses, at("Italy"))])).toBe("Germany");
  });
});
