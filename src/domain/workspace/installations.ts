/**
 * Where the app is. A workspace that it has left keeps its rows for a while, so that who comes back finds what was there; nothing is
 * polled or posted for it meanwhile.
 */
export interface WorkspaceStore {
  /** The app is in it, for the first time or again: what was kept of it works again. */
  arrive(workspaceId: string): Promise<void>;
  /** The app is in it no longer. False where nothing is known of it, or it had left before. */
  leave(workspaceId: string, atMs: number): Promise<boolean>;
  /** Those of a platform, and since when the app is no longer in them. */
  list(platform: string): Promise<KnownWorkspace[]>;
  /** Those that the app left before an instant. */
  departed(leftBeforeMs: number): Promise<string[]>;
  /** Deletes one of these, whose articles are deleted already, with everything that hangs on it. False where the app came back. */
  remove(workspaceId: string): Promise<boolean>;
}

interface KnownWorkspace {
  workspaceId: string;
  leftAtMs: number | null;
}

/** The tokens of one workspace, unreadable to whoever has only the store. */
export interface SealedInstallation {
  workspaceId: string;
  /** The key that it was sealed with. */
  keyId: string;
  sealed: string;
  installedAtMs: number;
}

export interface InstallationStore {
  /** Keeps it in place of an earlier one; the app is in that workspace from now on. */
  save(installation: SealedInstallation): Promise<void>;
  find(workspaceId: string): Promise<SealedInstallation | null>;
  /** A page of all, in the order of their workspaces. */
  list(afterWorkspaceId: string, limit: number): Promise<SealedInstallation[]>;
  /** Puts another seal on it. False where it is no longer the one that was read. */
  reseal(read: SealedInstallation, as: { keyId: string; sealed: string }): Promise<boolean>;
  /** Deletes the tokens of a workspace that the app has left. False where there were none. */
  remove(workspaceId: string, atMs: number): Promise<boolean>;
}
