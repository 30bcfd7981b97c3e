/** How much there is and how it goes, over all workspaces: for those who operate the bot. */
export interface StoreCounts {
  workspaces: number;
  articles: number;
  sources: number;
  failingSources: number;
  /** Due times that nobody has worked yet. */
  slotsDue: number;
  /** Slots that somebody holds. */
  leasesHeld: number;
  /** Messages of which it is not known whether they arrived, and for how long the oldest is one of them; 0 without any. */
  doubts: { messages: number; oldestMs: number };
}

export interface StoreSize {
  bytes: number;
  /** The free part of these that new rows can use; null if the database does not report it. */
  freeBytes: number | null;
}

export interface StoreState {
  /** Throws where the store does not answer. */
  check(): Promise<void>;
  counts(nowMs: number): Promise<StoreCounts>;
  size(): Promise<StoreSize>;
}

/** What is neither article nor setting, and would grow for ever. */
export type SweptKind =
  | "events"
  | "keys"
  | "entries"
  | "polls"
  | "buttons"
  | "drafts"
  | "managers"
  | "last-briefings"
  | "questions"
  | "threads"
  | "digests"
  | "stopped"
  | "dead-jobs"
  | "model-counts";

/** What is kept for a number of days only. */
export interface RetentionStore {
  workspaces(): Promise<string[]>;
  /** Deletes up to `limit` rows of a kind that are older, and says how many they were. An entry is as old as its absence from its source. */
  sweep(kind: SweptKind, older: { beforeMs: number; limit: number }): Promise<number>;
  /** Deletes up to `limit` entries of the sources of a workspace that the app has left, and says how many they were. */
  drain(workspaceId: string, limit: number): Promise<number>;
}
