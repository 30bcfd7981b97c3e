import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { starterAction } from "../sources/import-sources.ts";

/** The answer to any question while the store is empty: what to do first, with a button. Null if there are articles. */
export async function answerEmptyStore(context: CommandContext, data: object | object[]): Promise<Reply | null> {
  const { store, workspaceId } = context;
  if (!(await store.articles.isEmpty(workspaceId))) return null;
  const { sources, failing } = await store.coverage.coverage(workspaceId);
  const blocks = sources > 0 ? waitingBlocks(sources, failing) : await beginningBlocks(context);
  return reply({ title: "No articles yet", audience: "asker", blocks, detail: [] }, data);
}

/** There are sources, and their first articles are on their way. */
function waitingBlocks(sources: number, failing: string[]): Block[] {
  const count = sources === 1 ? "You follow one source, and its" : `You follow ${sources} sources, and their`;
  const trouble = failing.length === 0 ? "" : ` These are failing: ${failing.slice(0, 5).join(", ")}.`;
  return [
    paragraph(text(`${count} first articles are on their way: ask again in a minute.${trouble}`)),
    { type: "actions", actions: [{ label: "Source status", intent: { kind: "sources-manage", action: "list" } }] },
  ];
}

async function beginningBlocks({ workspaceId, sourceWork }: CommandContext): Promise<Block[]> {
  const command = workspaceId === "terminal" ? "attache" : `attache --workspace ${workspaceId}`;
  const byHand = `To read your own articles, run ${command} ingest article.txt, or ${command} ingest --jsonl articles.jsonl. To see a demo, run attache demo.`;
  const groups = sourceWork === null ? [] : await (await sourceWork()).starter();
  if (groups.length === 0) return [paragraph(text(`There are no articles yet. ${byHand}`))];
  const begin = "There are no articles yet. Follow a group of public feeds, then ask again in a minute.";
  return [
    paragraph(text(begin)),
    { type: "actions", actions: groups.map(starterAction) },
    paragraph(text(`To follow your own feeds, type /sources add with the address of a feed or a site. ${byHand}`)),
  ];
}
