import { tellTopic } from "../../briefing/compose-briefing.ts";
import { FIT } from "../../briefing/text-fit.ts";
import { hasSides } from "../../briefing/topic-sides.ts";
import { type NewsRequest, newestDayOn } from "../../digest/collect-news.ts";
import { createNewsComposer, newsFor } from "../../digest/compose-news.ts";
import { digestDocument, digestJson } from "../../digest/digest-document.ts";
import { isWeekAhead } from "../../digest/plans/week-ahead.ts";
import { writeLead } from "../../digest/write-lead.ts";
import { showDay } from "../../documents/frame.ts";
import { WHY_WORDS } from "../../documents/why-words.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Document } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { Language, Told } from "../../domain/digests/digest.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import { findTopic } from "../../evidence/find-topic.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { readBest } from "../evidence/gather-briefing.ts";
import { todayOf } from "../typed/bounds.ts";
import { composeWeekAhead } from "./compose-week-ahead.ts";
import { chooseSubscription, isOn, readTopics, subscriptionsHere } from "./digest-choice.ts";

/**
 * `/digest preview` shows what would be posted now. For topics that nobody follows here, and on which nothing was published lately, what a digest
 * would have told of the last week with news.
 */
export async function previewDigest(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const nowMs = context.clock.now();
  const here = await subscriptionsHere(context);
  const topics = readTopics(intent.topic);
  const followed =
    topics.length === 0
      ? await chooseSubscription(context, { channelId: intent.channelId })
      : here.find((each) => isOn(each, topics));
  const language = followed?.language ?? "en";
  const asked =
    followed === undefined
      ? await askUnfollowed(context, topics)
      : await newsFor(context.store.digests.subscriptions, followed, { told: followed.told, nowMs });
  const reason = followed === undefined ? sayPeriod(asked, nowMs) : null;
  const timeZone = followed?.timeZone ?? context.asker.timeZone;
  const { document, data } = await showNews(context, asked, {
    language,
    reason: isWeekAhead(asked.topics) ? null : reason,
    timeZone,
  });
  return reply({ ...document, title: `${WHY_WORDS[language].preview}: ${document.title}`, audience: "asker" }, data);
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

async function askUnfollowed(context: CommandContext, topics: string[]): Promise<NewsRequest> {
  const { store, workspaceId, clock } = context;
  const newest = await newestDayOn(store, { workspaceId, topics });
  const told = await newestDayBetween(context, topics);
  // What only names them may be told with news of its own week, and does not end it.
  const between = told !== null && newest !== null && Date.parse(newest) - Date.parse(told) >= WEEK_MS ? told : null;
  const day = between ?? newest;
  const untilMs = day === null ? clock.now() : Math.min(clock.now(), Date.parse(day) + DAY_MS);
  const since = isoDate(untilMs - WEEK_MS);
  const until = between === null ? {} : { publishedUntil: between };
  return { workspaceId, topics, period: { seenSince: null, publishedSince: since, lateSince: since, ...until }, told: {} };
}

/** Of topics of two sides alone, the day of the newest article that tells what they do with each other; null where none does. */
async function newestDayBetween(context: CommandContext, topics: string[]): Promise<string | null> {
  const days: string[] = [];
  for (const typed of topics) {
    const topic = await findTopic(context.store, context.workspaceId, typed);
    if (topic === null || !hasSides(topic)) return null;
    const reading = await readBest(context, { topic, period: {} });
    const told = new Set(tellTopic(reading).flatMap(({ citations }) => citations.map(({ articleId }) => articleId)));
    const between = reading.weighed.filter(
      ({ article, lines }) => told.has(article.id) && lines.some(({ fit }) => fit >= FIT.acting),
    );
    days.push(...between.map(({ article }) => dateOf(article)));
  }
  return days.sort().at(-1) ?? null;
}

/** Says of which week a preview tells, where that is not the last one. */
function sayPeriod({ period }: NewsRequest, nowMs: number): string | null {
  const since = period?.publishedSince ?? isoDate(nowMs);
  const untilMs = Date.parse(since) + WEEK_MS;
  if (nowMs - untilMs < WEEK_MS) return null;
  const day = showDay(isoDate(untilMs - DAY_MS), "en");
  const last =
    period?.publishedUntil === undefined ? `No article on this is newer than ${day}` : `The last news between them is of ${day}`;
  return `${last}. A digest of that week would have shown this:`;
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
  asked: NewsRequest,
  frame: { language: Language; reason: string | null; timeZone: string | null },
): Promise<ShownNews> {
  const { topics, told } = asked;
  const week = await composeWeekAhead(context, { topics, nowMs: context.clock.now(), ...frame });
  if (week !== null) return { ...week, told };
  const news = await createNewsComposer(context.store, context.clock)(asked);
  const written = await writeLead(context.writer, news.digest);
  const coverage = await context.store.coverage.coverage(context.workspaceId);
  const { language, reason } = frame;
  const { clock, asker } = context;
  const today = isoDate(todayOf({ nowMs: clock.now(), timeZone: asker.timeZone }));
  const shown = { ...written, coverage, today, language, reason, hasFile: asker.platform !== "terminal" };
  return { document: digestDocument(shown), data: digestJson(shown), told: news.told, isEmpty: news.digest.lead === null };
}
