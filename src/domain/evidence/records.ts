import type { Article } from "./article.ts";
import type { DateSpan, Meeting, MeetingKind, MeetingStatus, QuoteKind, Role } from "./extraction.ts";
import type { Range, Span } from "./span.ts";

/** What the store gives back. Ids of people, meetings and stories are opaque strings, unique in their workspace. */

/** A passage of an article that a claim rests on: `article.text.slice(start, end) === text`. */
export interface Citation extends Span {
  articleId: string;
}

/** An article without its text: enough to list, rank and link it. `firstSeenAt` is an ISO instant. */
export interface ArticleHead extends Omit<Article, "text"> {
  firstSeenAt: string;
  /** The outlet that the desk says its site belongs to; absent where nobody named one. */
  outlet?: string;
  revision: number;
  /** Since when its publisher no longer has it, as an ISO instant. */
  withdrawnAt?: string | null;
  countries: string[];
  storyId: string | null;
}

/** An article with its text and the spans that passages are cut at. */
export interface ArticleBody extends ArticleHead {
  text: string;
  summary: Range[];
  sentences: Range[];
}

/** One stored text of an article; the newest revision is the one that is shown. */
export interface RevisionRecord {
  revision: number;
  seenAt: string;
  title: string | null;
  publishedAt: string | null;
  text: string;
}

export interface QuoteRecord extends Citation {
  id: string;
  kind: QuoteKind;
  /** `id` is null where the speaker is a body or a document, not a person. */
  speaker: { id: string | null; name: string } | null;
  /** The publication date (ISO date) of the article, the nearest thing known to when it was said. */
  saidOn: string | null;
  url: string | null;
  publisher: string | null;
  title: string | null;
  /** Whether a manager said who spoke. */
  isCorrected?: boolean;
}

/** A role and the first and last publication dates (ISO) at which an article gave it. */
export interface RoleRecord extends Role {
  firstSeen: string | null;
  lastSeen: string | null;
}

export interface PersonRecord {
  id: string;
  name: string;
  aliases: string[];
  roles: RoleRecord[];
  /** How many stored articles name them. */
  articles: number;
  /** Of those the newest, so that somebody in thousands stays readable: at most 200. */
  articleIds: string[];
}

/** The summit or visit that a meeting is a part of. A gathering of which no stored article tells by itself has no id and no status. */
export interface MeetingWhole {
  id: string | null;
  kind: MeetingKind;
  title: string;
  date: DateSpan | null;
  status: MeetingStatus | null;
}

/** A meeting merged over the articles that report it. */
export interface MeetingRecord extends Omit<Meeting, "evidence" | "partOf" | "rules"> {
  id: string;
  /** Absent where nothing is known of it. */
  partOf?: MeetingWhole;
  evidence: Citation[];
  articleIds: string[];
  /** ISO alpha-2, each once: of the participants whose country is known. */
  countries: string[];
  /** The date that each article gives, where it gives one, whether to a plan, and how many it names as taking part: where they differ, people are told. */
  reportedDates: { articleId: string; date: DateSpan; status: MeetingStatus; sides?: number }[];
  /** Whether a manager said when it was. */
  isRedated?: boolean;
  /** Of a plan: another stored meeting may be the report of it, so that nobody can say that there is none. */
  maybeHeld?: boolean;
}

/** The articles on one event. `firstSeen` and `lastSeen` are ISO dates of publication, or of first sight where unknown. */
export interface StoryRecord {
  id: string;
  title: string;
  articleIds: string[];
  firstSeen: string;
  lastSeen: string;
}

/** A sentence of a briefing and the passages that it rests on; the first is the sentence itself. */
export interface CitedSentence {
  text: string;
  citations: Citation[];
  /** Where the passages that tell the same give different days: the day of each, earliest first. */
  differing?: DaySaid[];
  /** What stands above it and those that follow with the same, where a language model groups sentences. */
  heading?: string;
}

/** The day that a passage gives to what it tells. */
interface DaySaid {
  articleId: string;
  date: DateSpan;
}
