import { readFileSync } from "node:fs";
import { foldName } from "../../../domain/evidence/fold-name.ts";
import { onFirstUse } from "../../on-first-use.ts";

/** Many commands extract nothing, and need no names. */
const givenNames = onFirstUse(() => new Set(readFileSync(new URL("./given-names.txt", import.meta.url), "utf8").split(/\s+/)));

/** Whether people are called by this word in some language: a sign that a name is a person's. "Jean-Yves" by its first part as well. */
export function isGivenName(word: string): boolean {
  const folded = foldName(word);
  const names = givenNames();
  return names.has(folded) || (folded.includes("-") && names.has(folded.split("-")[0] ?? ""));
}
