import type { Reply } from "../domain/chat.ts";
import { type Block, paragraph, text } from "../domain/document.ts";
import type { Source } from "../domain/source.ts";
import type { SourcesAsked } from "./answer-sources.ts";
import { chooseSource } from "./choose-source.ts";
import { reply } from "./command-context.ts";
import { nameOf, showHealth, sourceInlines, sourceJson } from "./source-blocks.ts";

/** A message holds about a dozen: where there are more, the file of all of them is named first. */
const LONG = 12;

/** `/sources list`: what is followed and how it is, failing ones first. */
export async function listFollowed({ context, work }: SourcesAsked): Promise<Reply> {
  const sources = await work.sources.list(context.workspaceId);
  if (sources.length === 0) return nothingFollowed();
  const nowMs = work.clock.now();
  const failing = sources.filter((source) => source.failure !== null);
  const order = [...failing, ...sources.filter((source) => source.failure === null)];
  const head = failing.length === 0 ? "" : `, of which ${failing.length} fail${failing.length === 1 ? "s" : ""}`;
  const all = sources.length > LONG ? " /sources export gives all of them as a file." : "";
  const blocks: Block[] = [
    paragraph(text(`${sources.length} source${sources.length === 1 ? "" : "s"}${head}.${all}`)),
    {
      type: "list",
      items: order.map((source) => [...sourceInlines(source), text(`: ${showHealth(source, nowMs)}`)]),
    },
  ];
  return reply({ title: "Sources", audience: "asker", blocks, detail: [] }, order.map(sourceJson));
}

function nothingFollowed(): Reply {
  const blocks: Block[] = [
    paragraph(
      text(
        "No source is followed yet. /sources add and an address follows a feed or a page; /sources starter offers public feeds.",
      ),
    ),
    { type: "actions", actions: [{ label: "Starter feeds", intent: { kind: "sources-manage", action: "starter" } }] },
  ];
  return reply({ title: "Sources", audience: "asker", blocks, detail: [] }, []);
}

/** `/sources remove`: what it brought stays. */
export async function removeSource(asked: SourcesAsked): Promise<Reply> {
  const source: Source = await chooseSource(asked);
  await asked.work.sources.remove(source.id);
  const blocks: Block[] = [
    paragraph(text(`${nameOf(source)} is no longer followed. The articles that it brought stay.`)),
    {
      type: "actions",
      actions: [{ label: "Follow it again", intent: { kind: "sources-manage", action: "add", target: source.url } }],
    },
  ];
  return reply({ title: "Source removed", audience: "asker", blocks, detail: [] }, { removed: source.url });
}
