import type { NoDraft } from "./language-model.ts";

/** What keeps the language model from writing for a workspace. Its last trouble is kept when it is over, so that one that comes and goes is not told each time. */
export interface ModelTrouble {
  why: NoDraft;
  sinceMs: number;
  /** When somebody was to be told last. */
  triedAtMs: number;
  /** Whether somebody heard of it. */
  isTold: boolean;
  /** Null while it lasts. */
  endedAtMs: number | null;
}

export interface TroubleStore {
  /** Null where there never was one. */
  read(workspaceId: string): Promise<ModelTrouble | null>;
  /** Those that last, by workspace. */
  open(): Promise<(ModelTrouble & { workspaceId: string })[]>;
  /** Puts a row in place of the one that was read; false where another process was faster, and nothing has changed. */
  replace(workspaceId: string, read: ModelTrouble | null, trouble: ModelTrouble): Promise<boolean>;
}

/** Who manages a workspace, as its platform said when they asked for something. */
export interface ManagerStore {
  seen(workspaceId: string, userId: string, atMs: number): Promise<void>;
  /** Those who were seen since then, the last one first. */
  list(workspaceId: string, query: { sinceMs: number; limit: number }): Promise<string[]>;
}
