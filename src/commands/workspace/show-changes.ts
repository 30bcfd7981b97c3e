import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { RevisionRecord } from "../../domain/evidence/records.ts";
import { revisionChanges } from "../../ingest/revision-changes.ts";
import { type CommandContext, reply } from "../command-context.ts";

/** `changes`: what an article's publisher changed after it was first read: sentences that came and went, revision by revision. */
export async function showChanges(context: CommandContext, intent: Extract<Intent, { kind: "changes" }>): Promise<Reply> {
  const revisions = await context.store.articles.revisions(context.workspaceId, intent.articleId);
  if (revisions.length === 0)
    throw new AppError("not-found", `There is no article ${intent.articleId}. Sources and quotes show the ids of articles.`);
  const changes = revisions
    .slice(1)
    .map((revision, at) => ({ revision: revision.revision, seenAt: revision.seenAt, ...changesFrom(revisions[at], revision) }));
  const blocks: Block[] =
    changes.length === 0 ? [paragraph(text("It has not changed since I first read it."))] : changes.flatMap(changeBlocks);
  return reply(
    { title: `Changes: ${revisions.at(-1)?.title ?? intent.articleId}`, audience: "asker", blocks, detail: [] },
    { id: intent.articleId, changes },
  );
}

function changesFrom(before: RevisionRecord | undefined, after: RevisionRecord) {
  const title = before?.title === after.title ? null : { before: before?.title ?? null, after: after.title };
  return { title, ...revisionChanges(before?.text ?? "", after.text) };
}

type Changes = ReturnType<typeof changesFrom> & { revision: number; seenAt: string };

function changeBlocks(changes: Changes): Block[] {
  const items: Inline[][] = [
    ...(changes.title === null
      ? []
      : [[text("Title: "), text(`${changes.title.before ?? "none"} → ${changes.title.after ?? "none"}`)]]),
    ...changes.removed.map((sentence) => [text("Removed: ", "strong"), text(sentence)]),
    ...changes.added.map((sentence) => [text("Added: ", "strong"), text(sentence)]),
  ];
  const heading: Block = { type: "heading", text: `Revision ${changes.revision}, ${showDate(changes.seenAt) ?? changes.seenAt}` };
  return [heading, items.length === 0 ? paragraph(text("Only its date or white space changed.")) : { type: "list", items }];
}
