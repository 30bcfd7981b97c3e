import { readFileSync } from "node:fs";
import { foldName } from "../../../domain/evidence/fold-name.ts";

const GIVEN_NAMES = new Set(readFileSync(new URL("./given-names.txt", import.meta.url), "utf8").split(/\s+/));

/** Whether people are called by this word in some language: a sign that a name is a person's. "Jean-Yves" by its first part as well. */
export function isGivenName(word: string): boolean {
  const folded = foldName(word);
  return GIVEN_NAMES.has(folded) || (folded.includes("-") && GIVEN_NAMES.has(folded.split("-")[0] ?? ""));
}
