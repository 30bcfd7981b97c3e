import type { ModelChoice } from "./model-choice.ts";

/** Who may change what in a workspace: those who manage it, or any member of the channel as well. */
export const WHO = ["managers", "members"] as const;
type Who = (typeof WHO)[number];

/** What may be allowed: digests of a channel, sources of the workspace, the mending of people's names. */
export const SETTINGS = ["digests", "sources", "names"] as const;
export type SettingName = (typeof SETTINGS)[number];

export type WorkspaceSettings = Record<SettingName, Who>;

export interface SettingsStore {
  /** What was set; what is missing has its default. */
  read(workspaceId: string): Promise<Partial<WorkspaceSettings>>;
  set(workspaceId: string, name: SettingName, who: Who): Promise<void>;
  /** Where a language model writes. */
  readModel(workspaceId: string): Promise<ModelChoice>;
  /** Changes it to what the function makes of it. */
  changeModel(workspaceId: string, change: (choice: ModelChoice) => ModelChoice): Promise<void>;
}

/**
 * What holds where nothing was set. On Slack the members of a channel decide what is posted in it; on Discord, where anybody may join,
 * those with Manage Server do.
 */
export function defaultSettings(workspaceId: string): WorkspaceSettings {
  return { digests: workspaceId.startsWith("discord:") ? "managers" : "members", sources: "managers", names: "managers" };
}
