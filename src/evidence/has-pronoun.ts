import { REFERRING_PRONOUNS } from "../extract/en/function-words.ts";

/** Whether a sentence refers to somebody named elsewhere: "In Kyiv he met …". */
export function hasPronoun(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => REFERRING_PRONOUNS.has(word));
}
