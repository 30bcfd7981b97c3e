import { showInstant } from "../../documents/show-instant.ts";
import { showSchedule } from "../../documents/show-schedule.ts";
import { WHY_WORDS } from "../../documents/why-words.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { ChannelTrouble, Slot, Subscription } from "../../domain/digests/digest.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseSubscription, isOutsideChannels, subscriptionsEverywhere, subscriptionsHere } from "./digest-choice.ts";

const SLOTS_LOOKED_AT = 20;

/** "all", "everywhere": the digests of every channel. */
const EVERYWHERE = /^(?:all|everywhere|every channel|all channels)$/i;

/** `/digest list` shows what this channel follows, and when the next digests are due; `list all` does for every channel. */
export async function listDigests(context: CommandContext, { topic }: DigestIntent): Promise<Reply> {
  const isWide = EVERYWHERE.test(topic ?? "");
  const here = isWide ? await subscriptionsEverywhere(context) : await subscriptionsHere(context);
  const namesChannel = isWide || isOutsideChannels(context.asker);
  const items: Inline[][] = [];
  const data: object[] = [];
  for (const subscription of here) {
    const slots = await context.store.digests.subscriptions.slots(subscription.id, SLOTS_LOOKED_AT);
    const next = waitingOf(slots);
    items.push([
      ...(namesChannel ? [{ type: "channel" as const, channelId: subscription.channelId }, text(": ")] : []),
      text(subscription.topics.join(", "), "strong"),
      text(` ${showSchedule(subscription, subscription.language)}. ${stateOf(subscription, next)}`),
      ...reachInlines(subscription),
      ...noHolidays(context, subscription),
    ]);
    data.push(subscriptionJson(subscription, next?.dueAtMs ?? null));
  }
  const blocks: Block[] =
    items.length === 0
      ? [paragraph(text(namesChannel ? NONE_ANYWHERE : NONE_HERE))]
      : [
          { type: "list", items },
          { type: "actions", actions: here.map((each) => stopAction(each, namesChannel)) },
        ];
  return reply({ title: "Digests", audience: "asker", blocks, detail: [] }, data);
}

const NONE_HERE = "There is no digest here yet. Set one up, for example with /digest follow india-japan at 08:00.";
const NONE_ANYWHERE =
  "There is no digest yet. In the channel that should get one, type for example /digest follow india-japan at 08:00.";

function stopAction({ topics, channelId }: Subscription, namesChannel: boolean) {
  const topic = topics.join(", ");
  const where = namesChannel ? { channelId } : {};
  return { label: `Stop ${topic}`, intent: { kind: "digest" as const, action: "stop" as const, topic, ...where } };
}

/** `/digest stop`. */
export async function stopDigest(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const subscription = await chooseSubscription(context, intent);
  await context.store.digests.subscriptions.stop(subscription.id, context.clock.now());
  const sentence = `I stopped the digest on ${subscription.topics.join(", ")}. To restart it, use /digest follow.`;
  return reply(
    { title: "Digest stopped", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    { stopped: subscription.topics },
  );
}

const TROUBLES: Record<ChannelTrouble, string> = {
  gone: "the app can no longer see the channel",
  archived: "the channel is archived",
  forbidden: "the app may not post in the channel",
  failing: "the platform refused the last digests",
};

function stateOf(subscription: Subscription, next: Slot | null): string {
  const { paused, timeZone, language } = subscription;
  if (paused !== null) return `Paused, because ${TROUBLES[paused.reason]}. Fix that, then follow it again.`;
  return next === null ? "I am preparing the next one." : WHY_WORDS[language].next(showInstant(next.dueAtMs, timeZone, language));
}

/** What goes beyond the channel, where that was asked for. */
function reachInlines({ reach, language }: Subscription): Inline[] {
  const { pings, published } = WHY_WORDS[language];
  const words = [...(reach?.pings === undefined ? [] : [pings]), ...(reach?.isPublished === true ? [published] : [])];
  return words.length === 0 ? [] : [text(` ${words.join(" ")}`)];
}

/** The schedule's waiting slot. */
export function waitingOf(slots: Slot[]): Slot | null {
  return slots.find((slot) => slot.state === "waiting" && /^\d{4}-/.test(slot.key)) ?? null;
}

/** A sentence for a schedule that leaves out holidays which cannot be looked up here. */
export function noHolidays({ holidays }: CommandContext, { rule, language }: Subscription): Inline[] {
  const place = rule?.skipsHolidaysOf;
  return place !== undefined && holidays.knows(place) === "missing" ? [text(` ${WHY_WORDS[language].noHolidays}`)] : [];
}

export function subscriptionJson(subscription: Subscription, nextMs: number | null): object {
  const { topics, minuteOfDay, weekdays, timeZone, whenEmpty, paused, reach } = subscription;
  return {
    topics,
    minuteOfDay,
    weekdays,
    timeZone,
    whenEmpty,
    paused: paused?.reason ?? null,
    ...(reach === undefined ? {} : { reach }),
    next: nextMs === null ? null : new Date(nextMs).toISOString(),
  };
}
