import type { Range, Span } from "./span.ts";

export const QUOTE_KINDS = ["direct", "partial", "social", "statement"] as const;
/** `social` is a post, `statement` comes from a document or an institution, `partial` is a marked fragment of the reporter's sentence. */
export type QuoteKind = (typeof QUOTE_KINDS)[number];

export const MEETING_KINDS = ["meeting", "call", "video", "visit", "summit", "talks", "statement-signing"] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATUSES = ["held", "planned", "cancelled"] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export const DATE_PRECISIONS = ["day", "month", "year"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const PARTICIPANT_KINDS = ["person", "country", "organisation"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** `name` is the resolved person, body or document, never a pronoun; `mention` is the words that stand at this quote. */
export interface Speaker {
  name: string;
  mention: Span;
}

export interface Quote extends Span {
  kind: QuoteKind;
  speaker: Speaker | null;
  cue: Span | null;
  /** The rule that linked the quote to its speaker, or said why there is none: for `--explain`. */
  rule: string;
}

/** An office. `country` is ISO 3166-1 alpha-2, or null where the text neither says nor plainly implies it. */
export interface Role {
  title: string;
  affiliation: string | null;
  country: string | null;
}

/** A role as one article gives it: without a title where it tells for which state somebody acts, and no office. */
export interface GivenRole extends Omit<Role, "title"> {
  title: string | null;
}

export interface Person {
  name: string;
  aliases: string[];
  roles: GivenRole[];
  mentions: Range[];
  /** The rules that found the name: for `--explain`. */
  rules: string[];
}

/** `start` and `end` are ISO dates; `end` is inclusive. A month is its first to its last day. */
export interface DateSpan {
  start: string;
  end: string;
  precision: DatePrecision;
}

/** A country carries its English short name. */
export interface Participant {
  name: string;
  kind: ParticipantKind;
}

/**
 * The summit or visit that a meeting belongs to: its place in the article's list of meetings, null where the article does not tell of it by
 * itself, and the name of a gathering ("UN General Assembly"). One of the two is there.
 */
export interface PartOf {
  meeting: number | null;
  name: string | null;
}

export interface Meeting {
  kind: MeetingKind;
  title: string;
  date: DateSpan | null;
  place: string | null;
  participants: Participant[];
  topics: string[];
  status: MeetingStatus;
  evidence: Range[];
  /** Absent where the text does not say that it belongs to another. */
  partOf?: PartOf;
  /** The rules that found the meeting: for `--explain`. */
  rules: string[];
}

/** All that the local engine finds in one article. Every span is exact; `countries` are ISO 3166-1 alpha-2. */
export interface Extraction {
  summary: Span[];
  quotes: Quote[];
  people: Person[];
  meetings: Meeting[];
  countries: string[];
  /** What could be names in a text of a language that is not read: people only if the store knows them. Absent where the text was read. */
  sought?: Person[];
  /** Sentence boundaries, in order: what a citation of a passage is made of. */
  sentences: Range[];
  /** What a language model answered that was held against the text, as it came: a later engine holds it again. Absent where none was. */
  reading?: object;
}

/** For whom an article is extracted, and with what: "ask" a language model where the workspace has its articles read by one, an earlier answer, or by rules alone (null). */
export interface Extracting {
  workspaceId: string;
  reading: object | "ask" | null;
}
