import type { Range } from "../../domain/evidence/span.ts";
import { wordForms } from "../../evidence/word-forms.ts";
import { contentWords, stemOf } from "../../evidence/words.ts";
import { blankOut } from "./check-quotation.ts";
import { type CitedText, foldText } from "./cited-text.ts";
import { isNumberWord } from "./numbers.ts";
import { isPlainWord, sameWords } from "./plain-words.ts";
import type { Finding } from "./reasons.ts";

/** A sentence may contain one new word per this many words. */
const WORDS_FOR_ONE_NEW = 6;
const NEGATION = /^(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot)$|n't$/;
const MODAL =
  /^(?:will|would|may|might|could|should|shall|plans?|planned|planning|expects?|expected|likely|if|intends?|due|scheduled|hopes?|hoped|wants?|proposed?|proposes|possible|possibly|alleged|allegedly|unless|yet|must|ought|shall|asked?|asks|required?|requires|ordered|orders?|urged?|urges|demands?|demanded|permitted|allowed|threatens?|threatened|imagine)$|^(?:wo|would|could|should)n't$/;
/** How many content words after it a "not" or a "will" governs. */
const REACH = 3;

/** Checks that nearly all words of a sentence are in its passages, and that it does not report as fact what they deny or only expect. */
export function checkSupport(text: string, cited: CitedText, except: Range[]): Finding | null {
  // Another rule checks names, so they do not count towards the allowance of new words.
  const common = blankOut(text, except).replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’-]*/gu, " ");
  const words = contentWords(common).filter(
    (word) => !isPlainWord(word) && !isNumberWord(word) && !NEGATION.test(word) && !/\d/.test(word),
  );
  const fresh = words.filter((word) => !isHeld(word, cited) && !cited.aliasWords.has(word));
  if (fresh.length > Math.floor(words.length / WORDS_FOR_ONE_NEW)) return { reason: "unsupported", detail: fresh.join(", ") };
  return checkParticle(text, cited, { particle: NEGATION, reason: "negation" }) ?? checkModality(text, cited);
}

function isHeld(word: string, cited: CitedText): boolean {
  return [...wordForms(word), ...sameWords(word)].some((form) => cited.words.has(form) || cited.stems.has(stemOf(form)));
}

/** A "no" of the sentence is one of the passages'; and what follows a "no" there does not stand here without one. */
function checkParticle(
  text: string,
  cited: CitedText,
  rule: { particle: RegExp; reason: "negation" | "modality" },
): Finding | null {
  const words = tokensOf(text);
  const here = words.find((word) => rule.particle.test(word));
  const there = cited.passages.flatMap((each) => governed(each.passage, rule.particle));
  if (here !== undefined) return rule.reason === "negation" && there.length === 0 ? { reason: rule.reason, detail: here } : null;
  const stems = new Set(words.flatMap((word) => wordForms(word).map(stemOf)));
  const elsewhere = cited.passages.flatMap((each) => free(each.passage, rule.particle));
  const told = there.find((word) => stems.has(stemOf(word)) && !elsewhere.includes(stemOf(word)));
  return told === undefined ? null : { reason: rule.reason, detail: told };
}

function checkModality(text: string, cited: CitedText): Finding | null {
  return checkParticle(text, cited, { particle: MODAL, reason: "modality" });
}

function tokensOf(text: string): string[] {
  return foldText(text).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
}

/** The words that each particle governs. */
function governed(passage: string, particle: RegExp): string[] {
  const words = tokensOf(passage);
  return words.flatMap((word, at) => (particle.test(word) ? carrying(words, at + 1) : []));
}

function carrying(words: string[], from: number): string[] {
  return words
    .slice(from, from + 6)
    .filter((word) => !isPlainWord(word))
    .slice(0, REACH);
}

/** The stems of the words that no particle governs. */
function free(passage: string, particle: RegExp): string[] {
  const words = tokensOf(passage);
  const bound = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (!particle.test(word)) continue;
    let left = REACH;
    for (let next = at + 1; next < words.length && next <= at + 6 && left > 0; next++) {
      bound.add(next);
      if (!isPlainWord(words[next] ?? "")) left--;
    }
  }
  return words.filter((_, at) => !bound.has(at)).map(stemOf);
}
