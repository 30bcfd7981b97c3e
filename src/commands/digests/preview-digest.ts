import { createNewsComposer, type NewsAsked, newsFor } from "../../digest/compose-news.ts";
import { digestDocument, digestJson } from "../../digest/digest-document.ts";
import { writeLead } from "../../digest/write-lead.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Document, paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { Language, Subscription } from "../../domain/digests/digest.ts";
import { ASKED_FOR } from "../../domain/digests/digest.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseSubscription, isOn, readTopics, subscriptionsHere } from "./digest-choice.ts";

const LEASE_MS = 60_000;
const DUE_LOOKED_AT = 500;

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
  const { document, data } = await composed(context, asked, followed?.language ?? "en");
  return reply({ ...document, title: `Preview: ${document.title}`, audience: "asker" }, data);
}

async function composed(
  context: CommandContext,
  asked: NewsAsked,
  language: Language,
): Promise<{ document: Document; data: object }> {
  const compose = createNewsComposer(context.store, context.clock);
  const { digest, authorship } = await writeLead(context.writer, (await compose(asked)).digest);
  const coverage = await context.store.coverage.coverage(context.workspaceId);
  const shown = { digest, authorship, coverage, reason: null, language };
  return { document: digestDocument(shown), data: digestJson(shown) };
}

/** `/digest now` posts the digest at once, outside the schedule; the next one does not repeat it. */
export async function postDigestNow(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const { asker, clock, store } = context;
  const subscription = await chooseSubscription(context, intent.topic);
  if (subscription.paused !== null)
    throw new AppError("usage", "That digest is paused, because I could not post to the channel. Follow it again first.");
  const nowMs = clock.now();
  // Two presses within a minute mean one digest; two commands at a terminal mean two.
  const period = asker.platform === "terminal" ? nowMs : Math.floor(nowMs / 60_000);
  const slot = { key: `${ASKED_FOR}${period}`, dueAtMs: nowMs };
  const isFirst = await store.digests.subscriptions.ask(subscription.id, slot);
  if (asker.platform === "terminal") return printNow(context, subscription);
  context.wakeDigests();
  const sentence = isFirst
    ? "I am posting the digest to this channel."
    : "Somebody requested that digest a moment ago. It is on its way.";
  return reply(
    { title: "Digest", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { asked: subscription.topics },
  );
}

/** Prints the digest at a terminal: claims the slot and ends it as a post would. */
async function printNow(context: CommandContext, subscription: Subscription): Promise<Reply> {
  const { slots } = context.store.digests;
  const nowMs = context.clock.now();
  const due = await slots.due({ platforms: ["terminal"], nowMs, maxLeaseMs: LEASE_MS, limit: DUE_LOOKED_AT });
  const asked = due.find((each) => each.subscription.id === subscription.id && each.slot.key.startsWith(ASKED_FOR));
  const terms = { nowMs, leaseUntilMs: nowMs + LEASE_MS, plan: null };
  const claim = asked === undefined ? null : await slots.claim(asked, terms);
  if (claim === null)
    throw new AppError("store-busy", "Another process is printing a digest on these topics. Try again in a minute.");
  const news = newsFor(subscription, claim.told, nowMs);
  const { told } = await createNewsComposer(context.store, context.clock)(news);
  const { document, data } = await composed(context, news, subscription.language);
  await slots.compose(claim, { parts: [], told });
  await slots.finish(claim, { state: "posted", reason: null, pause: null, atMs: nowMs });
  return reply(document, data, subscription.topics[0] ?? null);
}
