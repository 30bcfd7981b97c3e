import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import {
  defaultSettings,
  SETTINGS,
  type SettingName,
  WHO,
  type WorkspaceSettings,
} from "../../domain/workspace/workspace-settings.ts";
import { type CommandContext, reply } from "../command-context.ts";

const MEANINGS: Record<SettingName, string> = {
  digests: "who may set up, stop and post a channel's digests",
  sources: "who may add and remove sources",
  names: "who may merge and split people's names",
};

/** `/attache settings` shows who may do what; `/attache set <setting> <value>` changes it. */
export async function answerSettings(context: CommandContext, intent: Extract<Intent, { kind: "settings" }>): Promise<Reply> {
  const { store, workspaceId } = context;
  if (intent.name !== undefined) {
    const name = SETTINGS.find((each) => each === intent.name?.toLowerCase());
    const value = WHO.find((each) => each === intent.value?.toLowerCase());
    if (name === undefined || value === undefined)
      throw new AppError("usage", `Type /attache set with ${SETTINGS.join(", ")}, and then ${WHO.join(" or ")}.`);
    await store.settings.set(workspaceId, name, value);
  }
  const settings = { ...defaultSettings(workspaceId), ...(await store.settings.read(workspaceId)) };
  return showSettings(workspaceId, settings, intent.name !== undefined);
}

function showSettings(workspaceId: string, settings: WorkspaceSettings, isChanged: boolean): Reply {
  const blocks: Block[] = [
    {
      type: "list",
      items: SETTINGS.map((name) => [text(`${name}: ${settings[name]}`, "strong"), text(`, ${MEANINGS[name]}`)]),
    },
    paragraph(text(`${managers(workspaceId)} can change these with /attache set <setting> ${WHO.join(" or ")}.`, "soft")),
  ];
  return reply({ title: isChanged ? "Settings changed" : "Settings", audience: "asker", blocks, detail: [] }, settings);
}

function managers(workspaceId: string): string {
  if (workspaceId.startsWith("discord:")) return "People with the Manage Server permission";
  return workspaceId.startsWith("slack:") ? "Admins and owners of the workspace" : "Everybody with access to this store";
}
