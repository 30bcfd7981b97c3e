import type { Token } from "./tokens.ts";

/** "In Kyiv he met the president": the sentence is about whom its own "he" means, and the one named behind it is somebody else. */
export function isAboutPronoun(
  tokens: Token[],
  sentence: { firstToken: number; lastToken: number },
  { gender, before }: { gender: "male" | "female"; before: number },
): boolean {
  const pronoun = gender === "male" ? "he" : "she";
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= before) return false;
    if (token.lower === pronoun) return true;
  }
  return false;
}
