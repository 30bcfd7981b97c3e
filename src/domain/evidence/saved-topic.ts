/** What does not belong to a saved topic: articles of a publisher, or articles that name a topic at all. */
export interface Exclusion {
  kind: "publisher" | "topic";
  /** As it was typed. */
  text: string;
}

/** A topic that a desk named. What belongs to it is kept as it was typed, and read when it is asked for: a person may become known later. */
export interface SavedTopic {
  name: string;
  members: string[];
  exclusions: Exclusion[];
  /** Null if that person was forgotten. */
  setBy: string | null;
  /** ISO instant. */
  setAt: string;
}

export interface SavedTopicReader {
  /** By a name as it is compared (see nameKey). */
  byKey(workspaceId: string, key: string): Promise<SavedTopic | null>;
  /** By name. */
  all(workspaceId: string): Promise<SavedTopic[]>;
}

export interface SavedTopicStore extends SavedTopicReader {
  /** Saves a topic in the place of any of that name. */
  save(workspaceId: string, topic: SavedTopic & { setBy: string }): Promise<void>;
  /** False where there is none of that name. */
  remove(workspaceId: string, key: string): Promise<boolean>;
}

/** When somebody last had a briefing on a topic (see topicKey). */
export interface LastBriefingStore {
  /** ISO instant; null where there was none. */
  at(workspaceId: string, askedBy: string, topicKey: string): Promise<string | null>;
  note(workspaceId: string, briefing: { askedBy: string; topicKey: string; atMs: number }): Promise<void>;
}
