import type { DateSpan, MeetingKind, MeetingStatus, ParticipantKind } from "./extraction.ts";
import type { Range } from "./span.ts";

/**
 * What a manager says against what was read in articles. A correction names its subject by what outlives a reading: a quotation by its
 * article and its words, a meeting by its sides, its date and the articles that tell of it. Keys are the store's own numbers.
 */
export type CorrectionContent =
  | SpeakerContent
  | { kind: "not-held"; traces: MeetingTrace[] }
  | { kind: "date"; traces: MeetingTrace[]; date: DateSpan }
  | { kind: "same-as"; traces: MeetingTrace[] }
  /** What one article tells is another meeting than the one it was taken for. */
  | { kind: "apart"; traces: MeetingTrace[] }
  /** `topic` as it was typed, `key` as it is compared. */
  | { kind: "off-topic"; topic: string; key: string };

export type TopicContent = Extract<CorrectionContent, { kind: "off-topic" }>;
export type MeetingContent = Extract<CorrectionContent, { traces: MeetingTrace[] }>;

/** Which quotation of an article: its words, and from 0 the place among the article's quotations in the same words. */
interface QuotePlace {
  text: string;
  nth: number;
}

export interface SpeakerContent extends QuotePlace {
  kind: "speaker";
  /** Who said it: null where the article does not name them. */
  name: string | null;
  personKey: number | null;
  /** What was read, for whoever takes the correction back. */
  found: Attributed;
}

/** To whom a quotation is given, and by which rule. */
export interface Attributed {
  name: string | null;
  personKey: number | null;
  mention: Range | null;
  rule: string;
}

/** The rule of a quotation whose speaker a manager named. */
export const CORRECTED_RULE = "corrected";

export interface TracedParticipant {
  name: string;
  kind: ParticipantKind;
  personKey: number | null;
  country: string | null;
}

/** A meeting as it stood when it was corrected: later reports of it are known by this. */
export interface MeetingTrace {
  kind: MeetingKind;
  date: DateSpan | null;
  place: string | null;
  status: MeetingStatus;
  participants: TracedParticipant[];
  /** The day of its first report, or of this one. */
  filedOn: string;
}

export interface StoredCorrection<Content extends CorrectionContent = CorrectionContent> {
  key: number;
  articleKey: number | null;
  /** The meeting that it is about now; null while no article tells of it. */
  meetingKey: number | null;
  /** The articles that tell of a corrected meeting. */
  articleKeys: number[];
  content: Content;
}

interface NewCorrection {
  articleKey: number | null;
  meetingKey: number | null;
  articleKeys: number[];
  content: CorrectionContent;
  setBy: string;
  setAtMs: number;
}

export interface CorrectionWriter {
  add(correction: NewCorrection): Promise<void>;
  byKey(key: number): Promise<StoredCorrection | null>;
  /** Those on quotations, of one article or of all, oldest first. */
  ofQuotes(articleKey: number | null): Promise<StoredCorrection<SpeakerContent>[]>;
  /** Those on meetings, oldest first. */
  ofMeetings(): Promise<StoredCorrection<MeetingContent>[]>;
  /** Those on topics of an article, oldest first. */
  ofTopics(articleKey: number): Promise<StoredCorrection<TopicContent>[]>;
  setContent(key: number, content: CorrectionContent): Promise<void>;
  /** It is about this meeting, of which these articles tell as well. */
  bind(key: number, meetingKey: number, articleKeys: number[]): Promise<void>;
  remove(key: number): Promise<void>;
}

export interface StoredQuote extends QuotePlace {
  key: number;
  articleKey: number;
  attributed: Attributed;
}

/** Quotations as they are stored, for those who say who spoke. */
export interface SpokenWriter {
  /** The quotation behind an id that readers gave out; null where there is none any more. */
  byId(id: string): Promise<StoredQuote | null>;
  at(articleKey: number, place: QuotePlace): Promise<StoredQuote | null>;
  attribute(key: number, to: Attributed): Promise<void>;
}

/** A correction as people see it. `setAt` is an ISO instant. */
export interface CorrectionRecord {
  id: string;
  content: CorrectionContent;
  article: { id: string; title: string | null } | null;
  /** Of a meeting: the articles that tell of it. */
  articleIds: string[];
  setBy: string | null;
  setAt: string;
}

/** A word on two names, by their keys (see nameKey). */
export interface NameRuling {
  kind: "same" | "different";
  key: string;
  otherKey: string;
  setBy: string | null;
  setAt: string;
}

export interface CorrectionReader {
  /** Newest first. */
  list(workspaceId: string, page: { limit: number; offset: number }): Promise<CorrectionRecord[]>;
  count(workspaceId: string): Promise<number>;
  /** Newest first. */
  names(workspaceId: string, limit: number): Promise<NameRuling[]>;
}
