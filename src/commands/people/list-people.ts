import { personInlines } from "../../documents/blocks.ts";
import { personJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { type CommandContext, cutPage, emptyPage, inJson, pageOf, reply } from "../command-context.ts";
import { answerEmptyStore } from "../evidence/empty-store.ts";
import { pageBlocks, totalOf } from "../page-blocks.ts";

/** `/people` lists everyone in the articles, the most often named first. */
export async function listPeople(context: CommandContext, intent: Extract<Intent, { kind: "people" }>): Promise<Reply> {
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const { people } = context.store;
  const { rows, more } = cutPage(await people.all(context.workspaceId, pageOf(intent.page)));
  const data = intent.all === true ? inJson(people.every(context.workspaceId), personJson) : rows.map(personJson);
  const blocks: Block[] =
    rows.length === 0 ? emptyPage(intent.page, "No people yet.") : [{ type: "list", items: rows.map(personInlines) }];
  const total = await totalOf(intent.page, more, () => people.count(context.workspaceId));
  blocks.push(...pageBlocks({ intent, shown: rows.length, total, more, noun: "people" }));
  return reply({ title: "People", audience: "asker", blocks, detail: [] }, data);
}
