import { type Relations, relationsOf } from "../clauses/relations-of.ts";
import type { TextModel } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";
import type { Stretch } from "./clause.ts";

/** A sentence's grammar by places in the sentence itself, with each word's dependents. */
export interface Tree extends Relations {
  kids: readonly (readonly number[])[];
}

/** Relations that begin a clause of their own: what stands in them is no part of the phrase. */
const CLAUSAL = /^(?:acl|advcl|ccomp|csubj|parataxis|discourse|xcomp)$/;

export function treeOf(model: TextModel, sentence: Sentence): Tree {
  const relations = relationsOf(model, sentence);
  const kids: number[][] = relations.tags.map(() => []);
  for (let at = 0; at < kids.length; at++) kids[relations.heads[at] ?? -1]?.push(at);
  return { ...relations, kids };
}

export function kidsOf(tree: Tree, at: number, rels: RegExp): number[] {
  return (tree.kids[at] ?? []).filter((kid) => rels.test(tree.rels[kid] ?? ""));
}

export function isVerb(tree: Tree, at: number): boolean {
  return /^(?:VB|MD)/.test(tree.tags[at] ?? "");
}

/**
 * The tokens of the phrase that a word heads: its dependents, without clauses ("who said …"). As a mask over the sentence, since a
 * relative clause may stand inside: "Lind, who flew in, and Aydin".
 */
export function phraseOf(tree: Tree, head: number): Uint8Array {
  const mask = new Uint8Array(tree.tags.length);
  const pending = [head];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (mask[next] === 1) continue;
    mask[next] = 1;
    for (const kid of tree.kids[next] ?? []) {
      if (CLAUSAL.test(tree.rels[kid] ?? "") && isVerb(tree, kid)) continue;
      pending.push(kid);
    }
  }
  return mask;
}

/** First and last token of a mask, last exclusive. */
export function boundsOf(mask: Uint8Array): Stretch {
  return { first: mask.indexOf(1), last: mask.lastIndexOf(1) + 1 };
}

/** The preposition of a phrase: its first case word, lower case; "" for none. */
export function caseOf(tree: Tree, head: number, lower: (at: number) => string): string {
  const marks = kidsOf(tree, head, /^(?:case|mark)$/).filter(
    (kid) => kid < head && /^(?:IN|TO|VBG|RP|RB)$/.test(tree.tags[kid] ?? ""),
  );
  return marks.map(lower).join(" ");
}
