import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { Watch } from "../../domain/digests/watch.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { isSeenBy, isStoppedBy } from "./choose-watch.ts";
import { showHow, watchJson } from "./show-watch.ts";

/** A message holds so many buttons. */
const MAX_BUTTONS = 10;

/** `/watch list`: the asker's own and this channel's; for managers, all of the workspace. */
export async function listWatches({ store, workspaceId, asker }: CommandContext): Promise<Reply> {
  const seen = (await store.watches.list(workspaceId)).filter((watch) => isSeenBy(watch, asker));
  const items = seen.map((watch): Inline[] => [
    text(`${watch.id}: `),
    text(watch.words, "strong"),
    ...whereInlines(watch, { isHere: watch.channelId === asker.channelId, isOwn: watch.createdBy === asker.userId }),
    text(["", ...showHow(watch)].join(" ")),
  ]);
  const [first] = seen;
  // Ten commands in one line are no help: a terminal has no buttons.
  if (asker.platform === "terminal" && first !== undefined) {
    const how = text(`To stop one, type /watch remove ${first.id}; /watch why ${first.id} shows what it found.`, "soft");
    const footer: Block = { type: "footer", inlines: [how] };
    const list: Block = { type: "list", items };
    return reply({ title: "Watches", audience: "asker", blocks: [list, footer], detail: [] }, seen.map(watchJson));
  }
  const stopped = seen.filter((watch) => isStoppedBy(watch, asker)).slice(0, MAX_BUTTONS);
  const actions = stopped.map(({ id }) => {
    return { label: `Stop ${id}`, intent: { kind: "watch" as const, action: "remove" as const, target: String(id) } };
  });
  const blocks: Block[] =
    items.length === 0
      ? [paragraph(text("There is no watch here yet. Set one up, for example with /watch add Jaishankar meets Hayashi."))]
      : [{ type: "list", items }, ...(actions.length === 0 ? [] : [{ type: "actions" as const, actions }])];
  return reply({ title: "Watches", audience: "asker", blocks, detail: [] }, seen.map(watchJson));
}

function whereInlines(
  { isDirect, channelId, platform }: Watch,
  { isHere, isOwn }: { isHere: boolean; isOwn: boolean },
): Inline[] {
  if (isDirect) return [text(isOwn ? ", by direct message to you." : ", by direct message to one person.")];
  if (isHere || platform === "terminal") return [text(".")];
  return [text(", in "), { type: "channel", channelId }, text(".")];
}
