import type { Namesake } from "../domain/evidence/records.ts";

/** Words with the full name in square brackets behind each surname that two people share: "Biden [Jill Biden]". The brackets are ours. */
export function markNames(words: string, namesakes: readonly Namesake[] = []): string {
  return namesakes.reduce((marked, { surname, name }) => {
    const literal = surname.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const alone = new RegExp(`(?<![\\p{L}\\p{N}-]|\\p{Lu}[\\p{L}.]* )${literal}(?:['’]s?)?(?![\\p{L}\\p{N}-])`, "u");
    return marked.replace(alone, (found) => `${found} [${name}]`);
  }, words);
}
