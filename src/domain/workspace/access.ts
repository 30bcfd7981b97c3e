/** What a key to a workspace opens: its evidence to a program, that and changes; to whoever has its address a feed, a calendar or passages. */
export const ACCESS_SCOPES = ["read", "write", "feed", "digest", "calendar", "passages"] as const;
export type AccessScope = (typeof ACCESS_SCOPES)[number];

/** A token or a secret address, as it is stored: never the secret itself. */
export interface AccessRecord {
  /** Public: it stands in the token, in lists and in logs. */
  id: string;
  workspaceId: string;
  scope: AccessScope;
  /** What people call it; of an address, the topic as it was typed. */
  label: string;
  /** SHA-256 of the secret, in hexadecimal digits. */
  secretHash: string;
  /** Requests a minute. */
  ratePerMinute: number;
  /** ISO instants; null for one that does not end, is not used yet, or holds. */
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  createdAt: string;
  /** Null if that person was forgotten. */
  createdBy: string | null;
}

export interface AccessStore {
  add(record: Omit<AccessRecord, "lastUsedAt" | "revokedAt">): Promise<void>;
  /** In any workspace: whoever shows a key names none. */
  byId(id: string): Promise<AccessRecord | null>;
  /** Those that were not revoked, oldest first. */
  list(workspaceId: string): Promise<AccessRecord[]>;
  /** False where the workspace has none of that id that holds. */
  revoke(workspaceId: string, id: string, atMs: number): Promise<boolean>;
  noteUse(id: string, atMs: number): Promise<void>;
}
