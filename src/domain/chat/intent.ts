import type { Reach } from "../digests/reach.ts";
import type { Dispute, WrongItem } from "./dispute.ts";
import type { Theme } from "./picture.ts";

type Audience = "channel" | "asker";

/**
 * What a person can ask for, whatever the platform. Adapters parse a slash command, a button or a line into an intent; commands
 * answer it with a document. `explain` adds how it came about. `all` asks for every row in a reply's data, for scripts; people turn pages. `wide` lists all that stands in articles on several sides, not only what is on them. Dates are ISO dates, both ends inclusive. `unclear` is what could not be read: why, and what may have been meant. `audience` says who sees the answer, where it is not the usual one. `wrong` asks what is wrong in a message, in a form where the front has one; `dispute` is what was filled in.
 */
export type Intent =
  | {
      kind: "briefing";
      audience?: Audience | undefined;
      topic: string;
      /** What is new since this asker's last briefing on the topic. */
      sinceLast?: boolean | undefined;
      since?: string | undefined;
      until?: string | undefined;
      explain?: boolean | undefined;
    }
  | {
      kind: "meetings";
      audience?: Audience | undefined;
      about?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
      /** Whether to show who met whom and how often, and no single meetings. */
      matrix?: boolean | undefined;
      /** Of a matrix, as of a timeline. */
      picture?: "svg" | Theme | undefined;
      wide?: boolean | undefined;
      page?: number | undefined;
      all?: boolean | undefined;
      /** Whether the meetings of the page are wanted as a calendar file. */
      calendar?: boolean | undefined;
    }
  | {
      kind: "timeline";
      audience?: Audience | undefined;
      about: string;
      from?: string | undefined;
      to?: string | undefined;
      /** An image of it is among the reply's files. Chats have one without asking. */
      picture?: "svg" | Theme | undefined;
    }
  | {
      kind: "upcoming";
      audience?: Audience | undefined;
      about?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
      page?: number | undefined;
      all?: boolean | undefined;
      /** Whether all of them are wanted as a calendar file. */
      calendar?: boolean | undefined;
    }
  | { kind: "person"; name: string; all?: boolean | undefined; audience?: Audience | undefined }
  | { kind: "people"; page?: number | undefined; all?: boolean | undefined }
  | {
      kind: "quotes";
      audience?: Audience | undefined;
      about?: string | undefined;
      since?: string | undefined;
      until?: string | undefined;
      wide?: boolean | undefined;
      page?: number | undefined;
      all?: boolean | undefined;
    }
  | { kind: "stories"; page?: number | undefined; all?: boolean | undefined }
  | { kind: "sources"; about: string; page?: number | undefined }
  | {
      kind: "ask";
      question: string;
      askedAt?: string | undefined;
      conversation?: ConversationContext | undefined;
      explain?: boolean | undefined;
    }
  | { kind: "check"; sentence: string }
  | {
      kind: "digest";
      action: DigestAction;
      topic?: string | undefined;
      schedule?: string | undefined;
      reach?: Reach | undefined;
      channelId?: string | undefined;
      /** At a terminal: the file, by its whole path, that the digest is delivered into. */
      file?: string | undefined;
    }
  | {
      kind: "sources-manage";
      action: SourcesAction;
      target?: string | undefined;
      backfill?: boolean | undefined;
      page?: number | undefined;
      all?: boolean | undefined;
    }
  | { kind: "merge-people"; keep: string; merge: string }
  | { kind: "split-person"; name: string; alias: string }
  | { kind: "correct"; action: "list"; about: string }
  | { kind: "correct"; action: CorrectAction; target: string; value: string }
  | {
      kind: "corrections";
      undo?: string | undefined;
      /** The id of what somebody reported as wrong. */
      accept?: string | undefined;
      decline?: string | undefined;
      /** Every correction as a line of JSON. */
      export?: boolean | undefined;
      page?: number | undefined;
    }
  | { kind: "wrong"; items: WrongItem[]; topic: string | null }
  | ({ kind: "dispute" } & Dispute)
  | {
      kind: "topics";
      action: TopicsAction;
      name?: string | undefined;
      /** As typed: "India, Japan, not cricket". */
      definition?: string | undefined;
      anyway?: boolean | undefined;
    }
  | {
      kind: "feeds";
      action: FeedAction;
      what?: FeedKind | undefined;
      /** As typed. */
      topic?: string | undefined;
      /** The id of an address to remove. */
      target?: string | undefined;
    }
  | {
      kind: "export";
      what: ExportedKind;
      /** A topic, of a person the name. */
      about: string;
      from?: string | undefined;
      to?: string | undefined;
      format: (typeof EXPORT_FORMATS)[number];
    }
  | { kind: "reading"; about: string }
  | {
      kind: "tokens";
      action: "create" | "list" | "revoke";
      /** What a new one is called; the id of one to revoke. */
      target?: string | undefined;
      scope?: "read" | "write" | undefined;
      ratePerMinute?: number | undefined;
      days?: number | undefined;
    }
  | {
      kind: "watch";
      action: WatchAction;
      /** For `add`: what to tell of, as typed. Else the id of a watch, or its words. */
      target?: string | undefined;
    }
  | { kind: "forget"; what: string }
  | { kind: "settings"; name?: string | undefined; value?: string | undefined }
  | { kind: "changes"; articleId: string }
  | { kind: "welcome" }
  | { kind: "help" }
  | { kind: "status" }
  | { kind: "unclear"; sentence: string; meant: Intent[] };

/**
 * What a manager may say of a quotation (who spoke), a meeting or an article, as it is typed behind its id; `target` is that id. `value` is a
 * name, a date, the id of another meeting or of an article, a topic, or empty.
 */
export const CORRECT_ACTIONS = {
  quote: ["speaker"],
  meeting: ["not-held", "date", "same-as", "not-same-as"],
  article: ["off-topic"],
} as const;
export type CorrectAction = (typeof CORRECT_ACTIONS)[keyof typeof CORRECT_ACTIONS][number];

/** `channelId` is set by buttons of a list over all channels: the channel whose digest is meant. `schedule` is as typed ("at 08:00 on weekdays Asia/Tokyo"); the command reads it and says what is wrong. `setup` asks for all of it in a form, where the front has one. */
export const DIGEST_ACTIONS = ["follow", "setup", "list", "stop", "preview", "now", "why"] as const;
type DigestAction = (typeof DIGEST_ACTIONS)[number];

/**
 * `target` is an address, words to search the news for, a source's name, for `import` an OPML text or the address of one, for `name` a source's name and the outlet ("valley as The Valley Post"), or for
 * `starter`, which offers the feeds that the project names, one of their groups. `backfill` asks for older entries as well.
 */
export const SOURCES_ACTIONS = ["add", "list", "remove", "why", "name", "import", "export", "starter", "forget-header"] as const;
type SourcesAction = (typeof SOURCES_ACTIONS)[number];

/** `anyway` removes a topic that digests follow. */
export const TOPICS_ACTIONS = ["list", "show", "add", "change", "remove"] as const;
type TopicsAction = (typeof TOPICS_ACTIONS)[number];

export const WATCH_ACTIONS = ["add", "list", "remove", "why"] as const;
type WatchAction = (typeof WATCH_ACTIONS)[number];

export const FEED_ACTIONS = ["add", "list", "remove"] as const;
type FeedAction = (typeof FEED_ACTIONS)[number];

/** What a secret address gives: the articles on a topic, its digest day by day, planned meetings, or passages in their context. */
export const FEED_KINDS = ["feed", "digest", "calendar", "passages"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** What can be handed on as a document: `digest` is that of the last week with news. */
export const EXPORTED = ["briefing", "person", "timeline", "digest"] as const;
export type ExportedKind = (typeof EXPORTED)[number];
export const EXPORT_FORMATS = ["docx", "html", "md"] as const;

/** What the thread is about: how a follow-up such as "and what did he say?" is understood. */
export interface ConversationContext {
  topic: string | null;
  turns: { question: string; answer: string | null }[];
}

export type DigestIntent = Extract<Intent, { kind: "digest" }>;
export type FeedsIntent = Extract<Intent, { kind: "feeds" }>;
export type ExportIntent = Extract<Intent, { kind: "export" }>;
export type ReadingIntent = Extract<Intent, { kind: "reading" }>;
export type TokensIntent = Extract<Intent, { kind: "tokens" }>;
export type WatchIntent = Extract<Intent, { kind: "watch" }>;
/** Intents whose answer is for its asker or for all, as they like. */
const SHARED_KINDS = ["briefing", "meetings", "timeline", "upcoming", "person", "quotes"] as const;
export type SharedIntent = Extract<Intent, { kind: (typeof SHARED_KINDS)[number] }>;

export function isShared(intent: Intent): intent is SharedIntent {
  return SHARED_KINDS.some((kind) => kind === intent.kind);
}

export type WrongIntent = Extract<Intent, { kind: "wrong" }>;
export type TopicsIntent = Extract<Intent, { kind: "topics" }>;
