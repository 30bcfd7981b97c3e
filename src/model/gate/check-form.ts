import { english } from "../../extract/en/english.ts";
import { readText } from "../../extract/read-text.ts";
import { LANGUAGE_WORDS } from "./language-words.ts";
import type { Finding } from "./reasons.ts";

/** Letters, digits and punctuation. Anything else is platform markup or a disguise. */
const NO_PLAIN_TEXT = /[^\p{L}\p{M}0-9 .,;:!?'’‘"“”„«»()\-–—−/&%$€£¥₹°+…]/u;
/** Look-alike letters of other alphabets. */
const LOOKALIKE = /[\u{FF00}-\u{FFEF}\u{1D400}-\u{1D7FF}\u{2100}-\u{214F}]/u;
const LINK =
  /:\/\/|\/\/|\bwww\b|\b(?:https?|hxxps?|mailto|javascript|data|tel|ftp|file)\s?:|[\p{L}\p{N}-]{2}\.\p{L}{2}|\d{1,3}(?:\.\d{1,3}){3}|\bdot\s{1,9}(?:com|org|net|info|io|example)\b/iu;
const TO_THE_READER = /\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Pp]lease|me|my|[Ww]e|us|[Oo]ur|[Ll]et's|[Ll]et’s)\b/;
/** "I", and no king. */
const FIRST_PERSON = /(?<![\p{Lu}]\p{L}*\s)\bI\b(?!\.)/u;
const COMMAND =
  /^(?:click|send|contact|subscribe|buy|join|forward|reply|respond|ignore|disregard|tell|remember|tap|download|install|transfer|wire|pay|type|copy|paste|act|pretend|repeat|obey|visit|note|see|go|do|never|always|warning|attention|urgent|assistant|system|user)\b[^a-z]/i;
const MIN_WORDS = 4;
const MAX_CHARACTERS = 420;

/** Finds faults of a sentence that do not depend on its citations; null if there are none. */
export function checkForm(text: string, maxWords: number): Finding | null {
  const odd = NO_PLAIN_TEXT.exec(text) ?? LOOKALIKE.exec(text);
  if (odd !== null) return { reason: "markup", detail: describeCharacter(odd[0]) };
  const link = LINK.exec(text);
  if (link !== null) return { reason: "link", detail: link[0] };
  const outside = text.replace(/[“"„«][^“”"„«»]*[”"»]/g, " ");
  const spoken = TO_THE_READER.exec(outside) ?? FIRST_PERSON.exec(outside) ?? COMMAND.exec(outside.trim());
  if (spoken !== null) return { reason: "address", detail: spoken[0].trim() };
  return checkLength(text, maxWords) ?? checkLanguage(text);
}

function describeCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function checkLength(text: string, maxWords: number): Finding | null {
  const words = text.split(" ").length;
  if (words < MIN_WORDS || words > maxWords || text.length > MAX_CHARACTERS)
    return { reason: "length", detail: `${words} words, ${text.length} characters` };
  const sentences = readText(text, english).sentences.length;
  if (sentences !== 1) return { reason: "length", detail: `${sentences} sentences` };
  return /[.!?]["”’»)]?$/.test(text) ? null : { reason: "length", detail: "it has no end" };
}

/** Requires English: Latin letters, and English function words rather than those of a similar language. */
function checkLanguage(text: string): Finding | null {
  const foreign = /(?!\p{Script=Latin})\p{L}/u.exec(text);
  if (foreign !== null) return { reason: "language", detail: foreign[0] };
  return isEnglish(text) ? null : { reason: "language", detail: text.slice(0, 40) };
}

/** Of this many words other than names, at least one must be an English function word. */
const WORDS_A_GRAMMAR_WORD = 8;

/** Whether a text is English, as far as its small words tell: not another language in Latin letters, nor a cipher with a word of English in it. */
export function isEnglish(text: string): boolean {
  const small = text.match(/(?<![\p{L}\d'’])\p{Ll}\p{L}*/gu) ?? [];
  const grammar = small.filter((word) => LANGUAGE_WORDS.english.has(word)).length;
  if (small.length >= WORDS_A_GRAMMAR_WORD && grammar * WORDS_A_GRAMMAR_WORD < small.length) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => LANGUAGE_WORDS.english.has(word)).length;
  const other = words.filter((word) => LANGUAGE_WORDS.others.has(word)).length;
  return other <= english && (words.length < 6 || english > 0);
}
