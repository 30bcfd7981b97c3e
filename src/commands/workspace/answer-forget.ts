import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { ForgottenUser } from "../../domain/workspace/forgetting.ts";
import { forgetArticle } from "../../ingest/forget-article.ts";
import { type CommandContext, reply } from "../command-context.ts";

/** `/attache forget me` is everybody's; `/attache forget article <id or address>` is for those who manage the workspace. */
export async function answerForget(context: CommandContext, intent: Extract<Intent, { kind: "forget" }>): Promise<Reply> {
  const what = intent.what.trim();
  if (/^me$/i.test(what)) return forgetMe(context);
  const [, id] = /^article\s+(\S.*)$/i.exec(what) ?? [];
  if (id !== undefined) return forgetStored(context, id);
  throw new AppError(
    "usage",
    "Write /attache forget me (your questions here, and your id on what you set up), or /attache forget article and its id or address.",
  );
}

async function forgetMe({ store, workspaceId, asker }: CommandContext): Promise<Reply> {
  const forgotten = await store.forgetting.user(workspaceId, asker.userId);
  return reply(
    { title: "Forgotten", audience: "asker", blocks: [paragraph(text(sentenceFor(forgotten)))], detail: [] },
    forgotten,
  );
}

function sentenceFor({ questions, unsigned }: ForgottenUser): string {
  const asked =
    questions === 0 ? "No question of yours was kept" : `${count(questions, "question")} of yours and the answers are gone`;
  const signed =
    unsigned === 0 ? "nothing bears your id" : `your id is taken off ${count(unsigned, "thing")} that you set up, and that stay`;
  return `${asked}; ${signed}. Messages that were posted are the platform's: delete them there.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

async function forgetStored({ store, workspaceId }: CommandContext, typed: string): Promise<Reply> {
  const [article] = await store.articles.load(workspaceId, [typed]);
  const done = await forgetArticle(
    store.evidence,
    workspaceId,
    article ?? { id: typed, url: URL.canParse(typed) ? typed : null },
  );
  if (!done)
    throw new AppError(
      "not-found",
      `No article ${typed} is stored here: /sources on a topic names articles and their addresses.`,
    );
  await store.forgetting.drafts();
  const sentence = `${article?.title ?? typed} is forgotten, with its quotes, its meetings and every earlier text of it, and no source brings it back. Messages that quote it are the platform's: delete them there.`;
  return reply(
    { title: "Forgotten", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { forgotten: article?.id ?? typed },
  );
}
