import type { GoldSentence } from "./read-treebank.ts";

/** Of so many sentences one comes again in capitals, and one as a headline. */
const EVERY = 24;

/** Sentences of a treebank once more as newspapers print some: IN CAPITALS, and With Capitals and no Stop. */
export function inOtherDress(sentences: readonly GoldSentence[]): GoldSentence[] {
  return sentences.flatMap((gold, at) => {
    if (at % EVERY === 0) return [{ ...gold, forms: gold.forms.map((form) => form.toUpperCase()) }];
    if (at % EVERY !== EVERY / 2) return [];
    return [withoutStop({ ...gold, forms: gold.forms.map(inTitleCase) })];
  });
}

function inTitleCase(form: string): string {
  return form.length < 4 ? form : `${form.slice(0, 1).toUpperCase()}${form.slice(1)}`;
}

function withoutStop(gold: GoldSentence): GoldSentence {
  const last = gold.forms.length - 1;
  if (gold.forms[last] !== "." || gold.heads.includes(last)) return gold;
  return {
    forms: gold.forms.slice(0, last),
    tags: gold.tags.slice(0, last),
    heads: gold.heads.slice(0, last).map((head) => (head > last ? last : head)),
    relations: gold.relations.slice(0, last),
  };
}
