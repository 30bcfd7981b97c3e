import type { Question } from "./read-question.ts";
import type { Passage } from "./score-passages.ts";

/** A passage and the sentences around it hold so much of what the question weighs: with less, they are about something else. */
const MIN_NEAR = 0.65;

/**
 * Whether a passage is about what a question asks, and not only about some of its words: all whom and what it names stand there. A
 * question that is answered by yes or no needs them in one sentence; for others the sentences around it may name them.
 */
export function bearsOn(passage: Passage, question: Question): boolean {
  if (passage.near < MIN_NEAR || passage.named === "nowhere") return false;
  if (question.office !== null && !question.office.test(passage.text)) return false;
  return passage.named === "here" || !question.decides;
}
