import { showInstant } from "../../documents/show-instant.ts";
import { showSchedule } from "../../documents/show-schedule.ts";
import { WHY_WORDS } from "../../documents/why-words.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import { isAskedFor, type Slot, type Subscription } from "../../domain/digests/digest.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseSubscription, subscriptionsHere } from "./digest-choice.ts";
import { noHolidays, subscriptionJson, waitingOf } from "./list-digests.ts";

const SLOTS_LOOKED_AT = 20;

/** `/digest why` explains why the last digest was posted, empty, late or skipped, and says when the next one is due, in local time. */
export async function explainDigest(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const here = await subscriptionsHere(context);
  const asked = intent.topic === undefined && here.length > 1 ? here : [await chooseSubscription(context, intent)];
  const blocks: Block[] = [];
  const data: object[] = [];
  for (const subscription of asked) {
    const slots = await context.store.digests.subscriptions.slots(subscription.id, SLOTS_LOOKED_AT);
    const last = slots.find((slot) => slot.doneAtMs !== null) ?? null;
    const next = waitingOf(slots);
    blocks.push(
      { type: "heading", text: subscription.topics.join(", ") },
      {
        type: "list",
        items: [lastLine(subscription, last), [...nextLine(subscription, slots), ...noHolidays(context, subscription)]],
      },
    );
    data.push({ ...subscriptionJson(subscription, next?.dueAtMs ?? null), last: last === null ? null : slotJson(last) });
  }
  if (blocks.length === 0) blocks.push(paragraph(text("This channel has no digest.")));
  const { title } = WHY_WORDS[asked.length === 1 ? (asked[0]?.language ?? "en") : "en"];
  return reply({ title, audience: "asker", blocks, detail: [] }, data);
}

function lastLine(subscription: Subscription, last: Slot | null): Inline[] {
  const { timeZone, language } = subscription;
  const words = WHY_WORDS[language];
  if (last === null || last.doneAtMs === null) return [text(words.none)];
  const due = showInstant(last.dueAtMs, timeZone, language);
  const why = isAskedFor(last) ? words.requested : words.due(showSchedule(subscription, language));
  const reason = last.reason === null ? "" : ` ${last.reason}`;
  switch (last.state) {
    case "silent":
      return [text(`${words.silent(due)}${reason}`)];
    case "failed":
      return [text(`${words.failed(due)}${reason}`)];
    case "posted":
    case "waiting":
    case "claimed":
      return [text(`${words.last(showInstant(last.doneAtMs, timeZone, language), why)}${reason}`)];
  }
}

function nextLine(subscription: Subscription, slots: Slot[]): Inline[] {
  const { timeZone, language } = subscription;
  const words = WHY_WORDS[language];
  if (subscription.paused !== null) return [text(words.paused)];
  const under = slots.find((slot) => slot.state === "claimed");
  if (under !== undefined) return [text(words.preparing(showInstant(under.dueAtMs, timeZone, language)))];
  const next = waitingOf(slots);
  return [text(next === null ? words.unplanned : words.next(showInstant(next.dueAtMs, timeZone, language)))];
}

function slotJson(slot: Slot): object {
  return {
    dueAt: new Date(slot.dueAtMs).toISOString(),
    state: slot.state,
    reason: slot.reason,
    doneAt: slot.doneAtMs === null ? null : new Date(slot.doneAtMs).toISOString(),
  };
}
