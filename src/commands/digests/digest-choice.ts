import { weekAheadOf, weekAheadTopic } from "../../digest/plans/week-ahead.ts";
import type { Asker } from "../../domain/chat/chat.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { Subscription } from "../../domain/digests/digest.ts";
import { AppError } from "../../domain/errors.ts";
import type { CommandContext } from "../command-context.ts";

const MAX_TOPICS = 8;
const MAX_TOPIC_CHARACTERS = 120;

/** Topics as typed, separated by commas, without duplicates. */
export function readTopics(typed: string | undefined): string[] {
  const topics = (typed ?? "")
    .split(/[,;]/)
    .map((topic) => topic.replace(/\s+/g, " ").trim().slice(0, MAX_TOPIC_CHARACTERS))
    .filter((topic) => /[\p{L}\p{N}]/u.test(topic));
  const each = [...new Map(topics.map((topic) => [topic.toLowerCase(), topic])).values()];
  if (each.length > MAX_TOPICS)
    throw new AppError("usage", `A digest can have at most ${MAX_TOPICS} topics. Follow the others in a second digest.`);
  // "the week ahead on quad, india-japan": the week ahead of both.
  const isOfPlans = each.some((topic) => weekAheadOf(topic) !== null);
  return isOfPlans ? each.map((topic) => weekAheadTopic(weekAheadOf(topic) ?? topic)) : each;
}

/** The subscriptions of the asker's channel or, outside a channel (a Home tab), those that the asker set up; whoever manages the workspace sees all there. */
export async function subscriptionsHere(context: CommandContext): Promise<Subscription[]> {
  const { store, asker } = context;
  if (!isOutsideChannels(asker)) return store.digests.subscriptions.list(asker.workspaceId, asker.channelId);
  const all = await store.digests.subscriptions.list(asker.workspaceId, null);
  return asker.isManager ? all : all.filter((subscription) => subscription.createdBy === asker.userId);
}

/** Those of every channel, for whoever manages the workspace. Throws an AppError ("usage") for others. */
export async function subscriptionsEverywhere({ store, asker }: CommandContext): Promise<Subscription[]> {
  if (!asker.isManager) throw new AppError("usage", "Only people who manage this workspace see the digests of all channels.");
  return store.digests.subscriptions.list(asker.workspaceId, null);
}

/** A Home tab has no channel: its asker's own id stands for it. */
export function isOutsideChannels({ platform, channelId, userId }: Asker): boolean {
  return channelId === userId && platform !== "terminal";
}

export function isOn(subscription: Subscription, topics: string[]): boolean {
  return keyOf(subscription.topics) === keyOf(topics);
}

function keyOf(topics: string[]): string {
  return topics
    .map((topic) => topic.toLowerCase())
    .sort()
    .join("\u0000");
}

/** The subscription with these topics, or the only one. Throws an AppError that lists the choices. */
export async function chooseSubscription(
  context: CommandContext,
  { topic: typed, channelId }: Pick<DigestIntent, "topic" | "channelId">,
): Promise<Subscription> {
  const { asker } = context;
  const isElsewhere = channelId !== undefined && channelId !== asker.channelId;
  const all =
    isElsewhere && !isOutsideChannels(asker) ? await subscriptionsEverywhere(context) : await subscriptionsHere(context);
  const here = isElsewhere ? all.filter((each) => each.channelId === channelId) : all;
  if (here.length === 0)
    throw new AppError(
      "not-found",
      "This channel has no digest yet. Set one up, for example with /digest follow india-japan at 08:00.",
    );
  const topics = readTopics(typed);
  const [only] = topics.length === 0 ? here : here.filter((each) => isOn(each, topics));
  if (only !== undefined && (topics.length > 0 || here.length === 1)) return only;
  const named = here.map((each) => each.topics.join(", ")).join("; ");
  throw new AppError("usage", `Name one of this channel's digests: ${named}.`);
}
