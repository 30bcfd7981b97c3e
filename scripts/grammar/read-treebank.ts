import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { RELATIONS, TAGS } from "../../src/grammar/labels.ts";

/** A sentence of a treebank; heads and labels as the grammar numbers them, the root behind the last word. */
export interface GoldSentence {
  forms: string[];
  tags: Uint8Array;
  heads: Int16Array;
  relations: Uint8Array;
}

/** Subtypes that are too rare to be learned. */
const SAME_RELATION: Record<string, string> = { "csubj:outer": "csubj", "flat:foreign": "flat" };

/** Reads a packed treebank: a token a line (form, lemma, UPOS, XPOS, head, relation), an empty line behind each sentence. */
export function readTreebank(folder: string, name: string): GoldSentence[] {
  const text = gunzipSync(readFileSync(join(folder, `${name}.tsv.gz`))).toString("utf8");
  const sentences: GoldSentence[] = [];
  for (const block of text.trim().split("\n\n")) {
    const rows = block.split("\n").map((line) => line.split("\t"));
    const heads = Int16Array.from(rows, (row) => (Number(row[4]) === 0 ? rows.length : Number(row[4]) - 1));
    if (heads.some((head) => head < 0 || head > rows.length)) continue;
    sentences.push({
      forms: rows.map((row) => row[0] ?? ""),
      tags: Uint8Array.from(rows, (row) => placeOf(TAGS, row[3] ?? "")),
      heads,
      relations: Uint8Array.from(rows, (row) => placeOf(RELATIONS, SAME_RELATION[row[5] ?? ""] ?? row[5] ?? "")),
    });
  }
  return sentences;
}

function placeOf(labels: readonly string[], label: string): number {
  const place = labels.indexOf(label);
  if (place < 0) throw new Error(`Not a label of the grammar: ${label}`);
  return place;
}
