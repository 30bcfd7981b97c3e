import { bestClass, type Features, type Scorer } from "./features.ts";
import type { SentenceWords } from "./sentence-words.ts";

/** Tags every word, from left to right, by the words around it and the two tags before it. */
export function tagWords(words: SentenceWords, scorer: Scorer, features: Features): void {
  for (let at = 0; at < words.length; at++) {
    tagFeatures(words, at, features);
    words.tag[at] = bestClass(scorer.score(features));
  }
}

/** The features of the tag at `at`; the tags before it are known. */
export function tagFeatures(words: SentenceWords, at: number, features: Features): void {
  const { norm, suffix, ending, beginning, shape, tag, none, length } = words;
  const before = at > 0 ? at - 1 : none;
  const before2 = at > 1 ? at - 2 : none;
  const after = at + 1 < length ? at + 1 : none;
  const after2 = at + 2 < length ? at + 2 : none;
  const word = norm[at] as number;
  const tag1 = tag[before] as number;
  const tag2 = tag[before2] as number;
  const previous = norm[before] as number;
  const next = norm[after] as number;
  features.clear();
  features.add(word);
  features.add(suffix[at] as number);
  features.add(ending[at] as number);
  features.add(beginning[at] as number);
  features.add(shape[at] as number);
  features.add(tag1);
  features.add(tag2);
  features.add(tag1, tag2);
  features.add(tag1, word);
  features.add(previous);
  features.add(suffix[before] as number);
  features.add(norm[before2] as number);
  features.add(next);
  features.add(suffix[after] as number);
  features.add(norm[after2] as number);
  features.add(shape[after] as number);
  features.add(previous, word);
  features.add(word, next);
  features.add(shape[at] as number, at === 0 ? 1 : 0);
  features.add(tag1, suffix[after] as number);
  features.add(suffix[at] as number, shape[at] as number);
  features.add(0);
}
