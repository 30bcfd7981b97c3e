const PRONOUN = new Set(["he", "she", "it", "they", "his", "her", "their", "him", "them", "its"]);

/** Whether a sentence speaks of whom another one names: "In Kyiv he met …". */
export function hasPronoun(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => PRONOUN.has(word));
}
