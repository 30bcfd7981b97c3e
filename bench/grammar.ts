import { createRequire } from "node:module";
import { splitWords } from "../src/extract/clauses/split-words.ts";
import { english } from "../src/extract/en/english.ts";
import { readText } from "../src/extract/read-text.ts";
import { loadGrammar } from "../src/grammar/load-grammar.ts";
import { generateArticles } from "./generate-articles.ts";
import { median, ms, report, worked } from "./measure.ts";

const ROUNDS = 9;
/** Rounds before the count begins: both sides are compiled by then. */
const WARM_UP = 3;
const ARTICLES = 100;

/** Parsing every sentence beside wink-nlp's `readDoc`, which tags and does not parse, and beside our own cutting into words; and the loading. */
export async function benchGrammar(): Promise<void> {
  const require = createRequire(import.meta.url);
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
  const texts = [...generateArticles(ARTICLES)].map(({ text }) => text);
  const loading = await worked(loadGrammar);
  const grammar = loadGrammar();
  const cut = () =>
    texts
      .map((text) => readText(text, english))
      .map((model) => model.sentences.map((sentence) => splitWords(model.tokens, sentence).words));
  const sentences = cut().flat();
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const works = {
    parse: () => sentences.map((sentence) => grammar.parse(sentence)),
    readDoc: () => texts.map((text) => nlp.readDoc(text)),
    cut,
  };
  const taken: Record<keyof typeof works, number[]> = { parse: [], readDoc: [], cut: [] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const name of ["parse", "readDoc", "cut"] as const) {
      const { processorMs } = await worked(works[name]);
      if (round >= WARM_UP) taken[name].push(processorMs);
    }
  }
  const [parse, readDoc, cutting] = [median(taken.parse), median(taken.readDoc), median(taken.cut)];
  const perSecond = (took: number) => `${Math.round(words / took)}k/s`;
  report(`grammar, ${words} words (floor: wink readDoc)`, {
    figure: perSecond(parse),
    floor: perSecond(readDoc),
    ratio: parse / readDoc,
  });
  report("grammar, the same (floor: cutting into words)", {
    figure: perSecond(parse),
    floor: perSecond(cutting),
    ratio: parse / cutting,
  });
  report("grammar, loading (floor: 1,000 words parsed)", {
    figure: ms(loading.processorMs),
    floor: ms((1000 * parse) / words),
    ratio: loading.processorMs / ((1000 * parse) / words),
  });
}
