import { nameOf, showHealth, sourceInlines, sourceJson } from "../../documents/source-blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { Source } from "../../domain/sources/source.ts";
import { emptyPage, PAGE_SIZE, reply } from "../command-context.ts";
import { pageBlocks } from "../page-blocks.ts";
import { chooseSource } from "./choose-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

/** `/sources list` shows the sources and their status, failing ones first. */
export async function listFollowed(
  { context, work }: SourcesAsked,
  intent: Extract<Intent, { kind: "sources-manage" }>,
): Promise<Reply> {
  const { workspaceId } = context;
  const { page = 1, all } = intent;
  const counts = await work.sources.counts(workspaceId);
  if (counts.all === 0) return nothingFollowed();
  const offset = Math.max(0, page - 1) * PAGE_SIZE;
  const shown = await work.sources.page(workspaceId, { limit: PAGE_SIZE, offset });
  const nowMs = work.clock.now();
  const head = counts.failing === 0 ? "" : `, ${counts.failing} failing`;
  const file = counts.all > PAGE_SIZE ? " /sources export writes them all to a file." : "";
  const items = shown.map((source) => [...sourceInlines(source), text(`: ${showHealth(source, nowMs)}`)]);
  const blocks: Block[] = [
    paragraph(text(`${counts.all} source${counts.all === 1 ? "" : "s"}${head}.${file}`)),
    ...(shown.length === 0 ? emptyPage(page, "") : [{ type: "list" as const, items }]),
  ];
  const more = counts.all > offset + PAGE_SIZE;
  blocks.push(
    ...pageBlocks({ intent: { ...intent, all: undefined }, shown: shown.length, total: counts.all, more, noun: "sources" }),
  );
  // For scripts: no workspace may follow more than fit into memory many times over.
  const data = all === true ? await work.sources.page(workspaceId, { limit: counts.all, offset: 0 }) : shown;
  return reply({ title: "Sources", audience: "asker", blocks, detail: [] }, data.map(sourceJson));
}

function nothingFollowed(): Reply {
  const blocks: Block[] = [
    paragraph(
      text(
        "You don't follow any sources yet. Type /sources add with the address of a feed or a page, or /sources starter for public feeds.",
      ),
    ),
    { type: "actions", actions: [{ label: "Starter feeds", intent: { kind: "sources-manage", action: "starter" } }] },
  ];
  return reply({ title: "Sources", audience: "asker", blocks, detail: [] }, []);
}

/** `/sources remove` stops following a source and keeps its articles. */
export async function removeSource(asked: SourcesAsked): Promise<Reply> {
  const source: Source = await chooseSource(asked);
  await asked.work.sources.remove(source.id);
  const blocks: Block[] = [
    paragraph(text(`You no longer follow ${nameOf(source)}. Its articles stay.`)),
    {
      type: "actions",
      actions: [{ label: "Follow it again", intent: { kind: "sources-manage", action: "add", target: source.url } }],
    },
  ];
  return reply({ title: "Source removed", audience: "asker", blocks, detail: [] }, { removed: source.url });
}
