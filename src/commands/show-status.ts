import type { Reply } from "../domain/chat.ts";
import { text } from "../domain/document.ts";
import { showDate } from "../domain/show-date.ts";
import { type CommandContext, reply } from "./command-context.ts";
import { modelBlocks, readModelStatus } from "./model-status.ts";

/** `/status`: what is stored, and what the language model used, where there is one. */
export async function showStatus({ store, workspaceId, writer, clock }: CommandContext): Promise<Reply> {
  const articles = await store.articles.count(workspaceId);
  const [newest] = await store.articles.find(workspaceId, { limit: 1 });
  const latest = newest === undefined ? null : (newest.publishedAt ?? newest.firstSeenAt).slice(0, 10);
  const fields = [
    { label: "Workspace", value: [text(workspaceId)] },
    { label: "Articles", value: [text(String(articles))] },
  ];
  const { sources, failing } = await store.coverage.coverage(workspaceId);
  const trouble = failing.length === 0 ? "" : `, of which ${failing.length} cannot be read: ${failing.slice(0, 5).join(", ")}`;
  fields.push({ label: "Sources", value: [text(`${sources}${trouble}`)] });
  if (latest !== null) fields.push({ label: "Newest", value: [text(showDate(latest) ?? latest)] });
  const model = writer === null ? null : await readModelStatus(writer, await store.troubles.read(workspaceId), clock.now());
  return reply(
    {
      title: "Status",
      audience: "asker",
      blocks: [{ type: "fields", fields }, ...(model === null ? [] : modelBlocks(model))],
      detail: [],
    },
    { workspaceId, articles, newest: latest, sources, failing, ...(model === null ? {} : { model }) },
  );
}
