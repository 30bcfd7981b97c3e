import type { DateSpan, MeetingKind, MeetingStatus } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { Sentence } from "../tokens.ts";
import type { Party } from "./parties/party.ts";

/** The gathering or visit in which a report places its meeting. */
export interface Within {
  /** Where its word stands in the text; null where the words only name it. */
  at: number | null;
  name: string | null;
  /** Beside it ("on the sidelines of"), not a part of its programme. */
  isBeside: boolean;
}

/** One sentence's report of an event, and, as reports are joined, the event itself. */
export interface Report {
  kind: MeetingKind;
  /** Null where the words leave it open: then `lean`. */
  status: MeetingStatus | null;
  lean: MeetingStatus;
  /** What each of its sentences says. */
  told: MeetingStatus[];
  date: DateSpan | null;
  /** Whether words date it, even if nobody can tell the day. */
  isDateSaid: boolean;
  place: string | null;
  parties: Party[];
  /** Of a visit: whether anybody is said to be visited. */
  hosted: boolean;
  /** "g20", "summit of the americas": the body or the event by its own name, lower case. */
  name: string | null;
  /** The event's noun or verb, for "the summit" later on. */
  word: string;
  /** "the two leaders met": of a pair that was named before. */
  pair: boolean;
  /** "the summit", "his visit": an event that was told of before. */
  definite: boolean;
  /** "their last meeting", "another summit": not the one that the text is about. */
  other: boolean;
  /** "They spoke for an hour": by telephone, unless they have just met. */
  isKindOpen: boolean;
  /** "a separate meeting", "also met": where some of those who met are named, one of their own. */
  isSeparate: boolean;
  /** "attended the meeting": who was there besides those who met. */
  attends: boolean;
  topics: string[];
  evidence: Range[];
  /** Where each word that tells it stands in the text. */
  mentions: number[];
  /** The summits and visits in which its sentences place it. */
  within: Within[];
  /** Told only as that beside which others met: then the day of their meeting is not its own. */
  isSetting: boolean;
  sentences: Sentence[];
  firstSentence: number;
  lastSentence: number;
  rules: string[];
}
