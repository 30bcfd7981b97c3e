import { bestClass, Features } from "../../src/grammar/features.ts";
import { TAGS } from "../../src/grammar/labels.ts";
import type { SentenceWords } from "../../src/grammar/sentence-words.ts";
import { tagFeatures, tagWords } from "../../src/grammar/tag-words.ts";
import { Perceptron } from "./perceptron.ts";
import type { GoldSentence } from "./read-treebank.ts";
import type { Shuffle } from "./shuffle.ts";

/** By how much a right tag should outscore the next. */
const MARGIN = 20;

/** A sentence to learn from: its words, with the tags that the parser will see, and what is right. */
export interface Example {
  words: SentenceWords;
  gold: GoldSentence;
}

/** Learns tags; of its own guesses the features of the next tag are made, as they will be later. */
export function trainTagger(
  examples: Example[],
  epochs: number,
  { shuffle, bits }: { shuffle: Shuffle; bits: number },
): Perceptron {
  const perceptron = new Perceptron(TAGS.length, bits);
  const features = new Features();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { words, gold } of shuffle(examples)) {
      for (let at = 0; at < words.length; at++) {
        tagFeatures(words, at, features);
        const guessed = bestClass(perceptron.score(features));
        perceptron.learnClass(features, gold.tags[at] as number, MARGIN);
        words.tag[at] = guessed;
      }
    }
  }
  perceptron.average();
  return perceptron;
}

/** Tags each part of the examples by a tagger that learned from the others: the parser learns to live with a tagger's mistakes. */
export function tagByOthers(
  examples: Example[],
  epochs: number,
  { shuffle, parts, bits }: { shuffle: Shuffle; parts: number; bits: number },
): void {
  const features = new Features();
  const tags: Uint8Array[] = [];
  for (let part = 0; part < parts; part++) {
    const others = examples.filter((_, at) => at % parts !== part);
    const tagger = trainTagger(others, epochs, { shuffle, bits });
    for (let at = part; at < examples.length; at += parts) {
      const { words } = examples[at] as Example;
      tagWords(words, tagger, features);
      tags[at] = words.tag.slice();
    }
  }
  // Only now: learning from an example overwrites its tags.
  for (const [at, { words }] of examples.entries()) words.tag.set(tags[at] as Uint8Array);
}
