import type { Asker } from "../../domain/chat/chat.ts";
import type { Watch } from "../../domain/digests/watch.ts";
import { AppError } from "../../domain/errors.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { CommandContext } from "../command-context.ts";

/** Whether somebody sees a watch: their own, those told in this channel, and for managers all. */
export function isSeenBy({ isDirect, channelId, createdBy }: Watch, asker: Asker): boolean {
  return asker.isManager || createdBy === asker.userId || (!isDirect && channelId === asker.channelId);
}

/** Whether somebody may stop it: their own, and for managers all. */
export function isStoppedBy({ createdBy }: Watch, asker: Asker): boolean {
  return asker.isManager || createdBy === asker.userId;
}

/** The watch that is meant by its id or its words. Throws an AppError ("usage", "not-found"). */
export async function chooseWatch({ store, workspaceId, asker }: CommandContext, target: string | undefined): Promise<Watch> {
  const seen = (await store.watches.list(workspaceId)).filter((watch) => isSeenBy(watch, asker));
  const typed = target?.trim().replace(/^[#w]+(?=\d)/i, "") ?? "";
  if (typed === "" && seen.length === 1 && seen[0] !== undefined) return seen[0];
  if (typed === "") throw new AppError("usage", "Name a watch by its number: /watch list shows them.");
  const found = seen.find(({ id }) => String(id) === typed) ?? seen.find(({ words }) => nameKey(words) === nameKey(typed));
  if (found === undefined) throw new AppError("not-found", "There is no such watch that you can see. /watch list shows them.");
  return found;
}
