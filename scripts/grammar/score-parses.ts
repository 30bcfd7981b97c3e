import { RELATIONS } from "../../src/grammar/labels.ts";
import type { Parse } from "../../src/grammar/parse.ts";
import type { GoldSentence } from "./read-treebank.ts";

/** What share of a treebank's words is right, in per cent; marks count for tags alone. */
export interface ParseScores {
  tags: number;
  /** Right heads. */
  uas: number;
  /** Right heads and relations. */
  las: number;
  /** F1 of head and relation together, for each relation. */
  relations: Record<string, number>;
}

interface Count {
  gold: number;
  found: number;
  right: number;
}

export function scoreParses(sentences: GoldSentence[], parse: (forms: string[]) => Parse): ParseScores {
  const counts = RELATIONS.map((): Count => ({ gold: 0, found: 0, right: 0 }));
  let [words, tags, counted, heads, labelled] = [0, 0, 0, 0, 0];
  for (const gold of sentences) {
    const found = parse(gold.forms);
    for (let at = 0; at < gold.forms.length; at++) {
      words++;
      if (found.tags[at] === gold.tags[at]) tags++;
      if (/^\p{P}+$/u.test(gold.forms[at] ?? "")) continue;
      counted++;
      const isHead = found.heads[at] === (gold.heads[at] === gold.forms.length ? -1 : gold.heads[at]);
      if (isHead) heads++;
      const isBoth = isHead && found.relations[at] === gold.relations[at];
      if (isBoth) labelled++;
      tally(counts[gold.relations[at] ?? 0], { gold: 1, found: 0, right: isBoth ? 1 : 0 });
      tally(counts[found.relations[at] ?? 0], { gold: 0, found: 1, right: 0 });
    }
  }
  const share = (part: number, whole: number) => (100 * part) / (whole || 1);
  const f1 = counts.map(({ gold, found, right }, at) => [RELATIONS[at] ?? "", share(2 * right, gold + found)] as const);
  return {
    tags: share(tags, words),
    uas: share(heads, counted),
    las: share(labelled, counted),
    relations: Object.fromEntries(f1),
  };
}

function tally(count: Count | undefined, by: Count): void {
  if (count === undefined) return;
  count.gold += by.gold;
  count.found += by.found;
  count.right += by.right;
}
