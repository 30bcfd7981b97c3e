/** What somebody says is wrong with a quotation, a meeting, a person or an article's topic, before a manager has decided. */

export const DISPUTED = ["quote", "meeting", "person", "article"] as const;
export type Disputed = (typeof DISPUTED)[number];

export const DISPUTE_REASONS = ["speaker", "not-held", "date", "same-as", "off-topic"] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** Something in a message that its reader may say is wrong. `id` is what readers gave out, of an article also the short one of a NamedSubject. */
export interface WrongItem {
  what: Disputed;
  id: string;
}

/**
 * The same as the store has it: a quotation's words and speaker, a meeting's title, a person's name, an article's headline. `day` is an ISO
 * date. `id` is short enough for a form; `target` is what a correction takes.
 */
export interface NamedSubject extends WrongItem {
  words: string;
  by: string | null;
  day: string | null;
  target: string;
}

/** `value` is what is right, as typed: a name, a day, another id, a topic, or empty. No article's words. */
export interface Dispute extends WrongItem {
  reason: DisputeReason;
  value: string;
}

/** A dispute that waits. `setAt` is an ISO instant. */
export interface DisputeRecord extends Dispute {
  disputeId: string;
  setBy: string | null;
  setAt: string;
}

export interface DisputeStore {
  /** False if the same waits already, or as many wait as a workspace keeps. */
  add(workspaceId: string, dispute: Dispute & { setBy: string; setAtMs: number }): Promise<boolean>;
  /** Oldest first. */
  list(workspaceId: string, page: { limit: number; offset: number }): Promise<DisputeRecord[]>;
  /** Takes one out, for whoever decides: for the first that asks; null for every other. */
  take(workspaceId: string, disputeId: string): Promise<DisputeRecord | null>;
  /** What these are, in their order, without those that are gone. */
  named(workspaceId: string, items: readonly WrongItem[]): Promise<NamedSubject[]>;
}
