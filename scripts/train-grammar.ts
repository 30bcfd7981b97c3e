// Trains the English grammar: node --max-old-space-size=6000 --import tsx scripts/train-grammar.ts <folder of the treebanks> [seed].
// Writes src/grammar/weights/english.bin and says its figures. The same treebanks and seed make the same file.
import { writeFileSync } from "node:fs";
import { createGrammar, loadGrammar } from "../src/grammar/load-grammar.ts";
import { createWordReader } from "../src/grammar/sentence-words.ts";
import { inOtherDress } from "./grammar/other-dress.ts";
import { readTreebank } from "./grammar/read-treebank.ts";
import { scoreParses } from "./grammar/score-parses.ts";
import { createShuffle } from "./grammar/shuffle.ts";
import { ParserTrainer } from "./grammar/train-parser.ts";
import { tagByOthers, trainTagger } from "./grammar/train-tagger.ts";
import { packWeights } from "./grammar/write-weight-file.ts";

const [folder, seed = "17"] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder of the treebanks.");
/** The sentences that matter are shorter; longer ones are tables. */
const MAX_WORDS = 120;
const TAGGER = { epochs: 6, bits: 17 };
/** Taggers that only make the tags the parser learns from. */
const OTHERS = { epochs: 2, parts: 4 };
const PARSER = { epochs: 8, moveBits: 21, relationBits: 17 };
/** Of the weights smaller ones are left out of the file. */
const LEAST = { tags: 0.5, moves: 0.5, relations: 0.5 };

const shuffle = createShuffle(Number(seed));
const readWords = createWordReader();
const treebank = readTreebank(folder, "train").filter(({ forms }) => forms.length < MAX_WORDS);
const examples = [...treebank, ...inOtherDress(treebank)].map((gold) => ({ gold, words: readWords(gold.forms) }));
const tests = { pud: readTreebank(folder, "test-pud"), gum: readTreebank(folder, "test-gum") };

const tagger = trainTagger(examples, TAGGER.epochs, { shuffle, bits: TAGGER.bits });
tagByOthers(examples, OTHERS.epochs, { shuffle, parts: OTHERS.parts, bits: TAGGER.bits });
const trainer = new ParserTrainer(PARSER);
for (let epoch = 0; epoch < PARSER.epochs; epoch++) {
  // Of a parser that knows nothing yet no mistake is worth going on from.
  trainer.learn(examples, shuffle, epoch > 0);
  console.log(`Epoch ${epoch + 1} of ${PARSER.epochs}.`);
}
const file = packWeights([
  { perceptron: tagger, largest: 127, least: LEAST.tags },
  { perceptron: trainer.moves, largest: 127, least: LEAST.moves },
  { perceptron: trainer.relations, largest: 127, least: LEAST.relations },
]);
report("before packing", createGrammar({ tags: tagger, moves: trainer.moves, relations: trainer.relations }));
writeFileSync(new URL("../src/grammar/weights/english.bin", import.meta.url), file);
report(`${file.length} bytes`, loadGrammar());

function report(name: string, grammar: { parse: ReturnType<typeof createGrammar>["parse"] }): void {
  for (const [test, sentences] of Object.entries(tests)) {
    const { tags, uas, las, relations } = scoreParses(sentences, grammar.parse);
    console.log(`${name}, ${test}: tags ${tags.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`);
    console.log(
      Object.entries(relations)
        .map(([relation, f1]) => `${relation} ${f1.toFixed(0)}`)
        .join(", "),
    );
  }
}
