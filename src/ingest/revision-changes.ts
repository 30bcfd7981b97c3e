import { english } from "../extract/en/english.ts";
import { readText } from "../extract/read-text.ts";

/** The difference between two revisions of an article: added and removed sentences, each in order. */
export interface RevisionChanges {
  added: string[];
  removed: string[];
}

export function revisionChanges(before: string, after: string): RevisionChanges {
  const old = sentencesOf(before);
  const now = sentencesOf(after);
  const oldSet = new Set(old);
  const nowSet = new Set(now);
  return { added: now.filter((sentence) => !oldSet.has(sentence)), removed: old.filter((sentence) => !nowSet.has(sentence)) };
}

function sentencesOf(text: string): string[] {
  const model = readText(text, english);
  return model.sentences.map((sentence) => text.slice(sentence.start, sentence.end).replace(/\s+/g, " "));
}
