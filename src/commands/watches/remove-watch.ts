import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { WatchIntent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseWatch, isStoppedBy } from "./choose-watch.ts";

/** `/watch remove`: ends a watch; what it was about to tell is not told. */
export async function removeWatch(context: CommandContext, { target }: WatchIntent): Promise<Reply> {
  const watch = await chooseWatch(context, target);
  if (!isStoppedBy(watch, context.asker))
    throw new AppError("usage", "Only the person who set up a watch and people who manage this workspace may stop it.");
  await context.store.digests.subscriptions.stop(watch.id, context.clock.now());
  const sentence = `I no longer watch for: ${watch.words}. To go on, type /watch add ${watch.words}.`;
  const document = { title: "Watch stopped", audience: "asker" as const, blocks: [paragraph(text(sentence))], detail: [] };
  return reply(document, { removed: String(watch.id) });
}
