import type { Citation, MeetingRecord } from "../domain/evidence/records.ts";

/** A sentence of an answer: an article's own words, and before them the fact that was asked for where it is known by itself. */
export interface AnswerSentence {
  /** "20 May 2023", "Clara Duval, 10 February 2024": of resolved dates and people, never of anything that the passage does not give. */
  fact: string | null;
  citation: Citation;
  /** The meeting that is meant, where it is one: its articles may differ on the day. */
  meeting: MeetingRecord | null;
}
