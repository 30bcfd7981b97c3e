import type { MeetingKind, MeetingStatus } from "../../domain/evidence/extraction.ts";

/** What is new in a story that was told before. */
export type StoryChange =
  | { kind: "articles"; count: number; publishers: string[] }
  | { kind: "changed"; count: number; publishers: string[] }
  | { kind: "withdrawn"; count: number; publishers: string[] }
  /** A publisher's note on its own mistake, a sentence that it added, one that it took out, or a quotation. */
  | { kind: "corrected" | "added" | "dropped" | "unquoted"; publisher: string; words: string }
  /** The words around a difference, as they stand now and as they were told. */
  | { kind: "now-says"; publisher: string; now: string; before: string }
  | { kind: "quotes"; count: number }
  | { kind: "cancelled"; count: number };

/** The fixed words of a digest in one language. */
export interface Frame {
  digest: string;
  nothing: string;
  and: string;
  updated: string;
  /** Above what the lead story says beyond its two lines. */
  rest: string;
  others: string;
  held: string;
  coming: string;
  weekAhead: string;
  nothingPlanned: string;
  /** How many planned meetings a week has, and how many publishers tell of them. */
  planned(count: number, publishers: number): string;
  until(day: string): string;
  quotes: string;
  meetings: string;
  sources: string;
  why: string;
  /** Of the button that makes a file of a week's news: a digest of a day tells less. */
  week: string;
  /** Of the button that says what is wrong. */
  wrong: string;
  notPolled: string;
  /** Above what is said of articles that were withdrawn after the digest. */
  withdrawnTitle: string;
  withdrawn(articles: number): string;
  notWritten: string;
  nothingNew(label: string): string;
  left(count: number): string;
  /** Of a story, where most have several. */
  onlyOne: string;
  publishers(count: number): string;
  /** A text that several publishers carry, and whose it is. */
  carried(agency: string | null, count: number, publishers: string): string;
  since(changes: string): string;
  change(change: StoryChange): string;
  differ(kind: string): string;
  says(publisher: string, day: string): string;
  /** One publisher's later article against its earlier one. */
  redated(publisher: string, kind: string): string;
  dayNow(day: string): string;
  dayBefore(day: string): string;
  read(count: number): string;
  failing(count: number, names: string): string;
  more(names: string, count: number): string;
  used(articles: number, publishers: number): string;
  chosen(model: string): string;
  written(model: string, replaced: number): string;
  late(due: string, span: string): string;
  catchUp(count: number, from: string, to: string): string;
  place(place: string): string;
  topics(topics: string): string;
  kinds: Record<MeetingKind, string>;
  statuses: Record<MeetingStatus, string>;
  /** After what a manager corrected. */
  corrected: string;
}

/** "1 quote", "2 quotes". */
export function of(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What ends with an article's own full stop needs no second one. */
export function endSentence(words: string): string {
  return /[.!?…]["”’»“]?$/.test(words) ? words : `${words}.`;
}
