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
    "Type /attache forget me to delete your questions and your id, or /attache forget article with an id or address to delete an article.",
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
    questions === 0 ? "You had no stored questions" : `I deleted ${count(questions, "question")} of yours and the answers`;
  const signed =
    unsigned === 0 ? "your id was on nothing" : `I removed your id from ${count(unsigned, "thing")} that you set up; those stay`;
  return `${asked}, and ${signed}. I can't delete posted messages: delete them yourself.`;
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
      `There is no article ${typed} here. /sources with a topic lists articles and their addresses.`,
    );
  await store.forgetting.drafts();
  const sentence = `I deleted “${article?.title ?? typed}” with its quotes, its meetings and its earlier texts. No source will bring it back. I can't delete messages that quote it: delete them yourself.`;
  return reply(
    { title: "Forgotten", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { forgotten: article?.id ?? typed },
  );
}
