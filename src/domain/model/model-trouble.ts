import type { NoDraft } from "./language-model.ts";

/** Why the language model cannot write for a workspace. The last trouble stays stored after it ends, so that a flapping one is not reported each time. */
export interface ModelTrouble {
  why: NoDraft;
  sinceMs: number;
  /** When we last tried to tell somebody. */
  triedAtMs: number;
  /** Whether somebody was told. */
  isTold: boolean;
  /** Null while it lasts. */
  endedAtMs: number | null;
}

export interface TroubleStore {
  /** Null if there never was one. */
  read(workspaceId: string): Promise<ModelTrouble | null>;
  /** The ongoing ones, by workspace. */
  open(): Promise<(ModelTrouble & { workspaceId: string })[]>;
  /** Replaces the row that was read. Returns false, and changes nothing, if another process was faster. */
  replace(workspaceId: string, read: ModelTrouble | null, trouble: ModelTrouble): Promise<boolean>;
}

/** The managers of a workspace, as the platform reported them when they used a command. */
export interface ManagerStore {
  seen(workspaceId: string, userId: string, atMs: number): Promise<void>;
  /** Managers seen since then, most recent first. */
  list(workspaceId: string, query: { sinceMs: number; limit: number }): Promise<string[]>;
}
