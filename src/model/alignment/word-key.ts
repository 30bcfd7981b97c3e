import { foldName } from "../../domain/evidence/fold-name.ts";
import { stemOf } from "../../evidence/words.ts";
import {
  MORE_IRREGULAR,
  NUMBER_SUFFIXES,
  NUMBER_WORDS,
  SAME_MEANING,
  UNIT_MARKS,
} from "../../extract/en/alignment/alignment-words.ts";
import { CLITIC } from "../../extract/en/function-words.ts";
import { IRREGULAR_VERBS } from "../../extract/en/irregular-verbs.ts";

const bases = new Map<string, string>();
for (const group of [IRREGULAR_VERBS, MORE_IRREGULAR].flatMap((list) => list.split("|"))) {
  const [base = "", ...others] = group.split(" ");
  for (const form of others) bases.set(form, base);
}

const meanings = new Map<string, string>();
for (const [word, meaning] of SAME_MEANING) meanings.set(stemOf(word), stemOf(meaning));

const ORDINAL = /^(?:st|nd|rd|th)$/;

/**
 * What two words are compared by: the stem of a word's base, the value of a number, the first word of its group where others say the
 * same. One token may have several: "5bn" is "5" and "billion", "hasn't" is "have" and "not".
 */
export function keysOf(word: string): string[] {
  const folded = foldName(word);
  const plain = folded.replace(CLITIC, "").replace(/^[@#]/, "");
  if (/n't$/.test(folded)) return [keyOfBase(plain), "not"];
  const number = /^[$€£¥₹]?(\d[\d,]*(?:\.\d+)?)(\p{L}*)$/u.exec(plain);
  if (number !== null) return keysOfNumber(number[1] ?? "", number[2] ?? "");
  const unit = UNIT_MARKS.get(plain);
  if (unit !== undefined) return [keyOfBase(unit)];
  const compound = /^(\p{L}+)-(\p{L}+)$/u.exec(plain);
  const [tens, ones] = [Number(NUMBER_WORDS.get(compound?.[1] ?? "")), Number(NUMBER_WORDS.get(compound?.[2] ?? ""))];
  if (tens >= 20 && ones > 0 && ones < 10) return [String(tens + ones)];
  return [NUMBER_WORDS.get(plain) ?? keyOfBase(plain)];
}

/** The key of a verb's base, or of any other word in small letters. */
export function keyOfBase(plain: string): string {
  const stem = stemOf(bases.get(plain) ?? plain);
  return meanings.get(stem) ?? stem;
}

function keysOfNumber(digits: string, suffix: string): string[] {
  const value = String(Number(digits.replace(/,/g, "")));
  if (suffix === "" || ORDINAL.test(suffix)) return [value];
  const scale = NUMBER_SUFFIXES.get(suffix);
  return scale === undefined ? [`${value}${suffix}`] : [value, keyOfBase(scale)];
}
