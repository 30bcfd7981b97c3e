import type { Article } from "./article.ts";
import type { CorrectionWriter, SpokenWriter } from "./correction.ts";
import type { Quote, Role } from "./extraction.ts";
import type { MeetingWriter, ReportParticipant, StoredReport } from "./meeting-store.ts";
import type { RoleRecord } from "./records.ts";
import type { Range } from "./span.ts";
import type { StoryWriter, TermWeight } from "./story-store.ts";

/**
 * The side of the store that takes evidence in. Keys are the store's own numbers. Everything that one article brought is kept with
 * the article, so that a new revision can take it all back; people, meetings and stories live as long as an article supports them.
 */

/** Runs `work` in one transaction: all of it is stored, or nothing. Writers of one workspace come one after another; its row is there. */
export interface EvidenceStore {
  write<T>(workspaceId: string, work: (writer: EvidenceWriter) => Promise<T>, expected?: Expected): Promise<T>;
}

/** What will be looked up and, at most, added, so that it can be read ahead and together. Only speed depends on it. */
export interface Expected {
  identities: string[];
  articles: number;
  people: number;
  roles: number;
  meetings: number;
}

export interface EvidenceWriter {
  articles: ArticleWriter;
  people: PeopleWriter;
  attributions: AttributionWriter;
  meetings: MeetingWriter;
  stories: StoryWriter;
  rereads: RereadWriter;
  corrections: CorrectionWriter;
  spoken: SpokenWriter;
}

/** How many articles give a person a name, and of how many it is the fullest one. */
export interface NameCount {
  personKey: number;
  name: string;
  uses: number;
  usesAsName: number;
}

/** How many articles give a role. */
export interface RoleCount {
  roleKey: number;
  uses: number;
}

/** What articles said of people, as it was counted. */
export interface PeopleCounts {
  personKeys: number[];
  names: NameCount[];
  roles: RoleCount[];
}

/** Evidence that articles no longer bring: we subtract it from the counts of people, and rebuild meetings and stories from the remaining articles. */
export interface Touched {
  people: PeopleCounts;
  meetingKeys: number[];
  storyKeys: number[];
}

export interface KnownArticle {
  key: number;
  identity: string;
  revision: number;
  fingerprint: string;
}

export interface NewArticle extends Article {
  identity: string;
  /** Its own, and those by which its twins for telephones and AMP are known. */
  identities: string[];
  fingerprint: string;
  /** Of the engine that read it. */
  engineVersion: number;
  /** What a language model answered that was held against the text; null where none was. */
  reading: object | null;
  /** ISO date: of publication, or of first sight. */
  filedOn: string;
  /** Instant of this sight, in milliseconds. */
  seenAtMs: number;
  summary: Range[];
  sentences: Range[];
  countries: string[];
  /** Terms of title and text with their weights, heaviest first. */
  terms: TermWeight[];
  sourceKey: number | null;
}

export interface ArticleWriter {
  /** The article that is stored under the first of these that any is; "forgotten" where one was forgotten, and must not come back. */
  findByIdentity(identities: string[]): Promise<KnownArticle | "forgotten" | null>;
  /** Its text as it is stored. */
  textOf(key: number): Promise<string>;
  create(article: NewArticle): Promise<number>;
  /** Keeps the old text as a revision and takes back all that it brought. */
  revise(key: number, article: NewArticle): Promise<Touched>;
  /** Keeps the article as a revision without evidence: from this instant on (epoch ms), its publisher no longer stands by it. Null where that is known. */
  withdraw(key: number, atMs: number): Promise<Touched | null>;
  /** Deletes the article with all that it brought, and remembers that it must not come back. */
  forget(key: number): Promise<Touched>;
  /** Deletes articles with all that they brought; they may come back. */
  expire(keys: number[]): Promise<Touched>;
  /** The keys of articles that were first seen before an instant in milliseconds, oldest first. */
  seenBefore(instantMs: number, limit: number): Promise<number[]>;
  addQuotes(key: number, filedOn: string, quotes: ResolvedQuote[]): Promise<void>;
}

export interface ResolvedQuote extends Quote {
  personKey: number | null;
}

export interface KnownPerson {
  key: number;
  name: string;
  aliases: string[];
  roles: RoleRecord[];
  /** How many articles name them. */
  uses: number;
  /** What the articles on them are about (ISO alpha-2); only for those whose offices have no country. */
  among: string[];
}

/** What one article says of a person. */
export interface PersonEvidence {
  personKey: number;
  name: string;
  aliases: string[];
  roles: Role[];
  mentions: Range[];
}

type NameRuleKind = "same" | "different";

/** An admin's word on two names, by their keys (see nameKey). Of two that are the same, `key` is the name to go by. */
export interface NameRuleRecord {
  kind: NameRuleKind;
  key: string;
  otherKey: string;
}

export interface PeopleWriter {
  /** Everyone with one of these words in a name. */
  withNameWords(words: string[]): Promise<KnownPerson[]>;
  /** Their keys, in the order of the names. */
  create(names: string[]): Promise<number[]>;
  /** Stores what an article says of people, and gives each the full name that most articles use. */
  addEvidence(articleKey: number, filedOn: string, people: PersonEvidence[]): Promise<void>;
  /** Undoes addEvidence, at its price: names and roles as if those articles had never been; whoever no article names is deleted. */
  subtractEvidence(counts: PeopleCounts): Promise<void>;
  /** Rebuilds names, aliases and roles from all articles that name these people; deletes people whom none names. */
  rebuild(personKeys: number[]): Promise<void>;
  /** The countries that people act for (ISO alpha-2), as far as they are known. */
  countriesOf(personKeys: number[]): Promise<ReadonlyMap<number, string>>;
  nameRules(): Promise<NameRuleRecord[]>;
  /** Each rule takes the place of whatever was said of its two names before, in either order. */
  setNameRules(rules: NameRuleRecord[], setBy: string): Promise<void>;
  /** The person behind an id that readers gave out; null where there is none any more. */
  byId(id: string): Promise<KnownPerson | null>;
}

/** What one article says of a person, with the quotes and the reports of meetings that it gives them. */
export interface Attribution {
  articleKey: number;
  filedOn: string;
  person: PersonEvidence;
  /** `mention` is where the article names the speaker. */
  quotes: { key: number; mention: Range | null }[];
  reports: AttributedReport[];
}

interface AttributedReport {
  key: number;
  meetingKey: number;
  participants: ReportParticipant[];
  evidence: Range[];
}

/** Evidence moves from one person to another when somebody says that two names are one, or are not. */
export interface AttributionWriter {
  of(personKey: number): Promise<Attribution[]>;
  textOf(articleKey: number): Promise<string>;
  /** What the article says of these people is replaced; names and roles must be rebuilt afterwards. */
  replace(article: { articleKey: number; filedOn: string; of: number[]; by: PersonEvidence[] }): Promise<void>;
  setSpeaker(quoteKeys: number[], personKey: number): Promise<void>;
  setParticipants(reportKey: number, participants: ReportParticipant[]): Promise<void>;
}

/** A report that an article gave, and of which meeting. */
export interface FormerReport extends StoredReport {
  meetingKey: number;
}

/** What an older engine found in an article, as far as it is needed to go on from there. */
interface Reopened {
  touched: Touched;
  /** The reports of meetings that the article gave; they are gone. */
  reports: FormerReport[];
}

/** What an engine finds in an article beside people, quotes and meetings. */
interface Reread {
  engineVersion: number;
  language: string | null;
  filedOn: string;
  summary: Range[];
  sentences: Range[];
  countries: string[];
}

/** The article stays the article: its id, text, revision and story, and so what was told and cited of it. */
export interface RereadWriter {
  /**
   * Takes back what the article brought, its quotes excepted. Null where it is gone, its text has changed since, or an engine that is not
   * older has read it meanwhile: then nothing is done.
   */
  reopen(key: number, expected: { fingerprint: string; engineVersion: number }): Promise<Reopened | null>;
  /** The article's quotes are these. One with the same words at the same place stays the same row. */
  replaceQuotes(key: number, filedOn: string, quotes: ResolvedQuote[]): Promise<void>;
  finish(key: number, reread: Reread): Promise<void>;
}
