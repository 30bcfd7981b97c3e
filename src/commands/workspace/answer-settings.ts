import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { chooseModel, MODEL_VALUES, type ModelChoice } from "../../domain/workspace/model-choice.ts";
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
  if (intent.name?.toLowerCase() === "model") return answerModel(context, intent.value ?? "");
  if (intent.name !== undefined) {
    const name = SETTINGS.find((each) => each === intent.name?.toLowerCase());
    const value = WHO.find((each) => each === intent.value?.toLowerCase());
    if (name === undefined || value === undefined)
      throw new AppError(
        "usage",
        `Type /attache set with ${SETTINGS.join(", ")}, and then ${WHO.join(" or ")}; or model, and then ${MODEL_VALUES.join(", ")}.`,
      );
    await store.settings.set(workspaceId, name, value);
  }
  const settings = { ...defaultSettings(workspaceId), ...(await store.settings.read(workspaceId)) };
  const model = await store.settings.readModel(workspaceId);
  return showSettings(context, { settings, model, isChanged: intent.name !== undefined });
}

/** `/attache set model off` keeps every text of the workspace from the language model, `off here` those of the channel. */
async function answerModel(context: CommandContext, typed: string): Promise<Reply> {
  const { store, workspaceId, asker } = context;
  const value = MODEL_VALUES.find((each) => each === typed.trim().toLowerCase());
  if (value === undefined) throw new AppError("usage", `Type /attache set model with ${MODEL_VALUES.join(", ")}.`);
  await store.settings.changeModel(workspaceId, (choice) => chooseModel(choice, value, asker.channelId));
  const settings = { ...defaultSettings(workspaceId), ...(await store.settings.read(workspaceId)) };
  return showSettings(context, { settings, model: await store.settings.readModel(workspaceId), isChanged: true });
}

interface Shown {
  settings: WorkspaceSettings;
  model: ModelChoice;
  isChanged: boolean;
}

function showSettings({ workspaceId, asker }: CommandContext, { settings, model, isChanged }: Shown): Reply {
  const blocks: Block[] = [
    {
      type: "list",
      items: [
        ...SETTINGS.map((name) => [text(`${name}: ${settings[name]}`, "strong"), text(`, ${MEANINGS[name]}`)]),
        [
          text(`model: ${modelWords(model, asker.channelId)}`, "strong"),
          text(", whether a language model writes, if one is set up"),
        ],
      ],
    },
    paragraph(
      text(
        `${managers(workspaceId)} can change these with /attache set <setting> ${WHO.join(" or ")}, or /attache set model ${MODEL_VALUES.join(", ")}.`,
        "soft",
      ),
    ),
  ];
  return reply(
    { title: isChanged ? "Settings changed" : "Settings", audience: "asker", blocks, detail: [] },
    { ...settings, model },
  );
}

function modelWords({ isOn, offIn }: ModelChoice, channelId: string): string {
  if (!isOn) return "off";
  if (offIn.includes(channelId)) return "off here";
  return offIn.length === 0 ? "on" : `on, but off in ${offIn.length} ${offIn.length === 1 ? "channel" : "channels"}`;
}

function managers(workspaceId: string): string {
  if (workspaceId.startsWith("discord:")) return "People with the Manage Server permission";
  return workspaceId.startsWith("slack:") ? "Admins and owners of the workspace" : "Everybody with access to this store";
}
