import { isTimeZone } from "../../digest/next-slot.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { WatchIntent } from "../../domain/chat/intent.ts";
import { DIRECT, type NewWatch, type Watch } from "../../domain/digests/watch.ts";
import { AppError } from "../../domain/errors.ts";
import { readCondition } from "../../evidence/watches/read-condition.ts";
import { readWatch } from "../../evidence/watches/read-watch.ts";
import { sayCondition } from "../../evidence/watches/say-condition.ts";
import type { WatchCondition } from "../../evidence/watches/watch-condition.ts";
import { type CommandContext, findPerson, reply } from "../command-context.ts";
import { refuseWithoutRights } from "../digests/follow-digest.ts";
import { showHow, watchJson } from "./show-watch.ts";

/** Of one person, so that a crowd of them does not crowd a channel out. */
const MAX_OWN = 25;
const MAX_CHARACTERS = 200;

/** `/watch add`: sets up a watch here, or for the asker alone; one with the same words here is replaced. */
export async function addWatch(context: CommandContext, { target }: WatchIntent): Promise<Reply> {
  const { store, workspaceId, asker, clock } = context;
  if ((target ?? "").length > MAX_CHARACTERS)
    throw new AppError("usage", `That is longer than ${MAX_CHARACTERS} characters: name who and what in a few words.`);
  const read = readWatch(target ?? "");
  if (read === null) throw new AppError("usage", UNCLEAR);
  if (read.unread !== null)
    throw new AppError(
      "usage",
      `I cannot read “${read.unread}”. Type “quiet 22:00 to 7:00”, “remind 2 days before” or “by dm”. A watch posts at most four messages an hour.`,
    );
  if (read.timeZone !== null && !isTimeZone(read.timeZone))
    throw new AppError("usage", `I know no time zone “${read.timeZone}”. Type one such as Europe/Berlin.`);
  if (!read.isDirect) refuseWithoutRights(asker);
  const active = await store.watches.list(workspaceId);
  const channelId = read.isDirect ? `${DIRECT}${asker.userId}` : asker.channelId;
  const known = active.find((each) => each.channelId === channelId && isSame(each.words, read.condition));
  const own = active.filter(({ createdBy }) => createdBy === asker.userId);
  if (known === undefined && own.length >= MAX_OWN)
    throw new AppError("usage", `You have ${own.length} watches, the maximum. Remove one first: /watch list shows them.`);
  if (known !== undefined && known.createdBy !== asker.userId && !asker.isManager)
    throw new AppError("usage", "Somebody else watches for that here already.");
  const nowMs = clock.now();
  const { words, isDirect, quiet, remindMs, condition } = read;
  const place = { workspaceId, platform: asker.platform, channelId, timeZone: read.timeZone ?? asker.timeZone ?? "UTC" };
  const given: NewWatch = { ...place, words, isDirect, quiet, remindMs, createdBy: asker.userId, createdAtMs: nowMs };
  const watch = await store.watches.add(given);
  if (known !== undefined) await store.digests.subscriptions.stop(known.id, nowMs);
  return confirmation(context, watch, { condition, isKnown: known !== undefined });
}

/** Whether words wait for the same, however they were put. */
function isSame(words: string, condition: WatchCondition): boolean {
  return JSON.stringify(readCondition(words)) === JSON.stringify(condition);
}

const UNCLEAR =
  "I did not understand what to watch for. Type who meets whom, who speaks on what, or what happens to an event, such as: /watch add Jaishankar meets Hayashi, /watch add Hayashi says anything on Taiwan, /watch add the India-Japan 2+2 is announced, moved or cancelled.";

async function confirmation(
  context: CommandContext,
  watch: Watch,
  { condition, isKnown }: { condition: WatchCondition; isKnown: boolean },
): Promise<Reply> {
  const { asker } = context;
  const where = watch.isDirect ? "you alone, by direct message," : asker.platform === "terminal" ? "you" : "this channel";
  const unknown = await unknownPeople(context, condition);
  const sentences = [
    `I will tell ${where} when ${sayCondition(condition)}.`,
    ...showHow(watch),
    ...(unknown.length === 0 ? [] : [`No article names ${unknown.join(" or ")} yet: check the spelling.`]),
    "Articles that were published before do not count.",
    ...(asker.platform === "terminal"
      ? [`Let cron run attache digest deliver, which prints what comes; /watch why ${watch.id} shows what has come.`]
      : []),
  ];
  const blocks: Block[] = [
    paragraph(text(sentences.join(" "))),
    { type: "actions", actions: [{ label: "Stop", intent: { kind: "watch", action: "remove", target: String(watch.id) } }] },
  ];
  return reply({ title: isKnown ? "Watch changed" : "Watch set up", audience: "asker", blocks, detail: [] }, watchJson(watch));
}

/** People whom no article names: they may be misspelt. */
async function unknownPeople(context: CommandContext, condition: WatchCondition): Promise<string[]> {
  const unknown: string[] = [];
  for (const side of condition.kind === "said" ? [condition.who] : condition.sides) {
    if (side.kind !== "person" || side.country !== null) continue;
    if (
      (await findPerson(context, side.words.join(" "))) === null &&
      (await findPerson(context, side.words.at(-1) ?? "")) === null
    )
      unknown.push(side.label);
  }
  return unknown;
}
