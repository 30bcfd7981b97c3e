// Trains the English grammar: node --max-old-space-size=6000 --import tsx scripts/train-grammar.ts <folder of the treebanks> [seed].
// Writes src/grammar/weights/english.bin. The same treebanks and seed make the same file.
import { writeFileSync } from "node:fs";
import { createGrammar } from "../src/grammar/load-grammar.ts";
import { createWordReader } from "../src/grammar/sentence-words.ts";
import { readTreebank } from "./grammar/read-treebank.ts";
import { scoreParses } from "./grammar/score-parses.ts";
import { createShuffle } from "./grammar/shuffle.ts";
import { ParserTrainer } from "./grammar/train-parser.ts";
import { type Example, tagByOthers, trainTagger } from "./grammar/train-tagger.ts";
import { packWeights } from "./grammar/write-weight-file.ts";

const [folder, seed = "17"] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder of the treebanks.");
const EPOCHS = Number(process.env["EPOCHS"] ?? 10);
const shuffle = createShuffle(Number(seed));
const readWords = createWordReader();
const examples: Example[] = readTreebank(folder, "train")
  .filter((gold) => gold.forms.length < 120)
  .map((gold) => ({ gold, words: readWords(gold.forms) }));
const tests = { pud: readTreebank(folder, "test-pud"), gum: readTreebank(folder, "test-gum") };
const started = Date.now();

const tagger = trainTagger(examples, 6, { shuffle, bits: 17 });
console.log("tagger", seconds());
tagByOthers(examples, 3, { shuffle, parts: 5, bits: 17 });
console.log("tags", seconds());
const trainer = new ParserTrainer({ moveBits: 22, relationBits: 17 });
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  trainer.learn(examples, shuffle, epoch > 0);
  if (epoch % 2 === 1 || epoch === EPOCHS - 1) report(`epoch ${epoch + 1}`);
}
const file = packWeights([
  { perceptron: tagger, clip: 24, least: 0.1 },
  { perceptron: trainer.moves, clip: 12, least: 0.05 },
  { perceptron: trainer.relations, clip: 12, least: 0.05 },
]);
writeFileSync(new URL("../src/grammar/weights/english.bin", import.meta.url), file);
console.log(`${file.length} bytes, ${seconds()}`);

function report(name: string): void {
  trainer.moves.average();
  trainer.relations.average();
  const grammar = createGrammar({ tags: tagger, moves: trainer.moves, relations: trainer.relations });
  for (const [test, sentences] of Object.entries(tests)) {
    const { tags, uas, las } = scoreParses(sentences, grammar.parse);
    console.log(`${name} ${test}: tags ${tags.toFixed(2)} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)} (${seconds()})`);
  }
  trainer.moves.resume();
  trainer.relations.resume();
}

function seconds(): string {
  return `${Math.round((Date.now() - started) / 1000)} s`;
}
