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
  /** Digests of the last day by how they ended. */
  slotsDone: Record<string, number>;
  /** Of the digests posted in the last day, the share that came within a minute of its time; null where there was none. */
  onTime: number | null;
  /** Polls of the last day by outcome. */
  polls: Record<string, number>;
}

export interface StoreState {
  /** Throws where the store does not answer. */
  check(): Promise<void>;
  counts(nowMs: number): Promise<StoreCounts>;
}

/** What is kept for a number of days only. */
export interface RetentionStore {
  workspaces(): Promise<string[]>;
  /** Deletes what is neither article nor setting and is older: polls, seen events, unused buttons, drafts, old digests. Says how many rows. */
  sweep(beforeMs: number): Promise<number>;
  /** Deletes what was noted only so that a platform's second delivery is known as one, where it is older. Says how many rows. */
  sweepEvents(beforeMs: number): Promise<number>;
}
