import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { type CommandContext, cutPage, emptyPage, pageOf, reply } from "../command-context.ts";
import { pageBlocks, totalOf } from "../page-blocks.ts";
import { answerEmptyStore } from "./empty-store.ts";

/** `/stories`: the articles grouped by the event that they report, newest first. */
export async function listStories(context: CommandContext, intent: Extract<Intent, { kind: "stories" }>): Promise<Reply> {
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const { stories } = context.store;
  const { rows, more } = cutPage(await stories.find(context.workspaceId, pageOf(intent.page)));
  const data = intent.all === true ? stories.every(context.workspaceId, {}) : rows;
  const items = rows.map((story) => [
    text(story.title, "strong"),
    text(
      ` (${story.articleIds.length === 1 ? "1 article" : `${story.articleIds.length} articles`}, ${showDate(story.firstSeen)}${story.lastSeen === story.firstSeen ? "" : ` to ${showDate(story.lastSeen)}`})`,
    ),
  ]);
  const blocks: Block[] = rows.length === 0 ? emptyPage(intent.page, "No stories yet.") : [{ type: "list", items }];
  const total = await totalOf(intent.page, more, () => stories.count(context.workspaceId));
  blocks.push(...pageBlocks({ intent, shown: rows.length, total, more, noun: "stories" }));
  return reply({ title: "Stories", audience: "asker", blocks, detail: [] }, data);
}
