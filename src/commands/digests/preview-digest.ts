import { createNewsComposer, type NewsAsked, newsFor } from "../../digest/compose-news.ts";
import { digestDocument, digestJson } from "../../digest/digest-document.ts";
import { writeLead } from "../../digest/write-lead.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Document } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { Language, Told } from "../../domain/digests/digest.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseSubscription, isOn, readTopics, subscriptionsHere } from "./digest-choice.ts";

/** `/digest preview` shows what would be posted now. For topics that nobody follows here, everything stored is new. */
export async function previewDigest(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const nowMs = context.clock.now();
  const here = await subscriptionsHere(context);
  const topics = readTopics(intent.topic);
  const followed = topics.length === 0 ? await chooseSubscription(context, undefined) : here.find((each) => isOn(each, topics));
  const asked: NewsAsked =
    followed === undefined
      ? { workspaceId: context.workspaceId, topics, seenSince: null, told: {} }
      : newsFor(followed, followed.told, nowMs);
  const { document, data } = await showNews(context, asked, { language: followed?.language ?? "en", reason: null });
  return reply({ ...document, title: `Preview: ${document.title}`, audience: "asker" }, data);
}

interface ShownNews {
  document: Document;
  data: object;
  /** What a channel that gets this has been told. */
  told: Told;
  isEmpty: boolean;
}

export async function showNews(
  context: CommandContext,
  asked: NewsAsked,
  frame: { language: Language; reason: string | null },
): Promise<ShownNews> {
  const news = await createNewsComposer(context.store, context.clock)(asked);
  const written = await writeLead(context.writer, news.digest);
  const coverage = await context.store.coverage.coverage(context.workspaceId);
  const shown = { ...written, coverage, ...frame };
  return { document: digestDocument(shown), data: digestJson(shown), told: news.told, isEmpty: news.digest.lead === null };
}
