import { ASSENT, SMALL_TALK } from "../extract/en/questions/chat-words.ts";

/** So many words at most are small talk; a longer line says something. */
const SMALL_WORDS = 9;

/** "thanks", "ok great", "+1": it asks for nothing. */
export function isSmallTalk(said: string): boolean {
  if (ASSENT.test(said)) return true;
  const words = said.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  return words.length <= SMALL_WORDS && words.every((word) => SMALL_TALK.has(word) || SMALL_TALK.has(word.replaceAll("’", "'")));
}
