import type { Asker } from "../domain/chat/chat.ts";
import type { Intent } from "../domain/chat/intent.ts";
import { AppError } from "../domain/errors.ts";
import { defaultSettings, type SettingName, type SettingsStore } from "../domain/workspace/workspace-settings.ts";

/** What each right allows, as messages put it. */
const ABOUT: Record<SettingName, string> = {
  digests: "set up, stop or post digests",
  sources: "change sources",
  names: "merge or split people's names",
};

/** The sentence that says whom to ask, where the asker may not make this change; null where they may. */
export async function refusalOf(settings: SettingsStore, asker: Asker, intent: Intent): Promise<string | null> {
  try {
    await refuseOthers(settings, asker, intent);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** Throws an AppError ("usage") that says whom to ask, if the asker may not make this change. Everybody may do what changes nothing. */
export async function refuseOthers(settings: SettingsStore, asker: Asker, intent: Intent): Promise<void> {
  const right = rightFor(intent);
  if (right === null || asker.platform === "terminal") return;
  if (right === "managers") return refuseUnlessManager(asker, aboutOf(intent), "");
  const { [right]: who } = { ...defaultSettings(asker.workspaceId), ...(await settings.read(asker.workspaceId)) };
  if (asker.isManager) return;
  if (who === "managers") return refuseUnlessManager(asker, ABOUT[right], `, or ask them to type /attache set ${right} members`);
  if (!asker.isMember) throw new AppError("usage", `Only members of this channel may ${ABOUT[right]} here. Join it first.`);
}

function refuseUnlessManager(asker: Asker, what: string, remedy: string): void {
  if (asker.isManager) return;
  const who = asker.platform === "discord" ? "with the Manage Server permission" : "who manage this workspace";
  throw new AppError("usage", `Only people ${who} may ${what}. Ask one of them${remedy}.`);
}

function aboutOf({ kind }: Intent): string {
  if (kind === "topics") return "change saved topics";
  if (kind === "feeds") return "give out addresses of feeds and calendars";
  return kind === "correct" || kind === "corrections" ? "correct quotes, meetings and topics" : "do that";
}

/** The right that an intent needs, or null. */
function rightFor(intent: Intent): SettingName | "managers" | null {
  switch (intent.kind) {
    case "digest":
      return intent.action === "follow" || intent.action === "setup" || intent.action === "stop" || intent.action === "now"
        ? "digests"
        : null;
    case "sources-manage":
      return intent.action === "list" || intent.action === "why" || intent.action === "export" ? null : "sources";
    case "merge-people":
    case "split-person":
      return "names";
    case "correct":
      return intent.action === "list" ? null : "managers";
    case "corrections":
      return intent.undo === undefined && intent.accept === undefined && intent.decline === undefined ? null : "managers";
    case "topics":
      return intent.action === "list" || intent.action === "show" ? null : "managers";
    case "feeds":
      return "managers";
    case "settings":
      return intent.name === undefined ? null : "managers";
    case "forget":
      return /^me$/i.test(intent.what.trim()) ? null : "managers";
    default:
      return null;
  }
}
