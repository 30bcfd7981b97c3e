import type { Reply } from "../domain/chat.ts";
import { paragraph, text } from "../domain/document.ts";
import { type CommandContext, reply } from "./command-context.ts";

/** Where nothing is stored yet, every question has the same answer: what to do first. Null where there are articles. */
export async function answerEmptyStore({ store, workspaceId }: CommandContext, data: object | object[]): Promise<Reply | null> {
  if ((await store.articles.count(workspaceId)) > 0) return null;
  const command = workspaceId === "terminal" ? "attache" : `attache --workspace ${workspaceId}`;
  return reply(
    {
      title: "No articles yet",
      audience: "asker",
      blocks: [
        paragraph(text("There is nothing to answer from yet.")),
        paragraph(
          text(
            `Ingest articles first: ${command} ingest article.txt, or ${command} ingest --jsonl articles.jsonl. To see it work, run the demo: attache demo.`,
          ),
        ),
      ],
      detail: [],
    },
    data,
  );
}
