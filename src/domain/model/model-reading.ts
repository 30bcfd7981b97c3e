import type { MeetingKind, MeetingStatus } from "../evidence/extraction.ts";

/** `path` is where a piece stands in the answer, "meetings[0].when": what a refusal names. */
interface Piece {
  path: string;
}

/** Sentences and quotations are numbered from 1. `speaker` is words of the text; null where the model names nobody. */
interface ReadQuote extends Piece {
  n: number;
  speaker: string | null;
  sentence: number | null;
}

/** `country` is ISO 3166-1 alpha-2. */
export interface ReadPerson extends Piece {
  name: string;
  office: string | null;
  country: string | null;
  sentences: number[];
}

/** `when` and `where` are words of the text, `participants` words of the text or a country's English short name. */
export interface ReadMeeting extends Piece {
  kind: MeetingKind | null;
  status: MeetingStatus | null;
  participants: { path: string; words: string }[];
  when: string | null;
  where: string | null;
  sentences: number[];
}

/** How a language model reads an article: it points at sentences, quotations and words, and the program believes nothing of it unproved. */
export interface ModelReading {
  quotes: ReadQuote[];
  people: ReadPerson[];
  meetings: ReadMeeting[];
}

/** Why a piece of a model's reading is not believed. */
export type RefusalReason =
  | "not-understood"
  | "another-language"
  | "no-such-quotation"
  | "no-such-sentence"
  | "not-in-the-sentence"
  | "not-the-speaker"
  | "office-of-another"
  | "another-country"
  | "not-a-party"
  | "planned"
  | "held"
  | "denied"
  | "not-cancelled"
  | "not-a-date"
  | "date-of-something-else"
  | "not-a-place"
  | "place-of-something-else"
  | "another-kind"
  | "two-meetings";

export interface Refusal {
  path: string;
  reason: RefusalReason;
}
