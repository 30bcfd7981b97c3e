import { nextSlot } from "../../digest/next-slot.ts";
import { isWeekAhead, weekAheadOf } from "../../digest/plans/week-ahead.ts";
import { readSchedule } from "../../digest/read-schedule.ts";
import { countWeeks } from "../../digest/schedule/count-weeks.ts";
import { refuseUnknownHolidays } from "../../digest/schedule/read-holidays.ts";
import { showInstant } from "../../documents/show-instant.ts";
import { showSchedule } from "../../documents/show-schedule.ts";
import type { Asker, Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { DigestIntent } from "../../domain/chat/intent.ts";
import type { Language, Subscription } from "../../domain/digests/digest.ts";
import type { Reach } from "../../domain/digests/reach.ts";
import { AppError } from "../../domain/errors.ts";
import { findSources } from "../../evidence/find-sources.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";
import { fileOf } from "./deliver-digests.ts";
import { isOn, readTopics, subscriptionsHere } from "./digest-choice.ts";
import { subscriptionJson } from "./list-digests.ts";

const MAX_SUBSCRIPTIONS = 20;
/** When the week ahead comes where nobody says otherwise. */
const A_WEEK = "on Mondays";
const LANGUAGE_SHOWN: Record<Language, string> = { en: "", de: ", in German", fr: ", in French" };

/** `/digest follow` sets up a digest in this channel. If its topics are already followed, it changes their schedule and ends a pause. */
export async function followDigest(context: CommandContext, intent: DigestIntent): Promise<Reply> {
  const { asker, store } = context;
  const topics = readTopics(intent.topic);
  if (topics.length === 0)
    throw new AppError("usage", "Name a topic, for example: /digest follow india-japan at 08:00 on weekdays.");
  refuseWithoutRights(asker);
  const isOfPlans = isWeekAhead(topics);
  const nowMs = context.clock.now();
  const { subscriptions } = store.digests;
  const here = await subscriptionsHere(context);
  const known = here.find((each) => isOn(each, topics));
  // Whoever retypes it lives elsewhere, maybe: the channel's zone stays unless one is named.
  const read = readSchedule(intent.schedule ?? (isOfPlans ? A_WEEK : undefined), known?.timeZone ?? asker.timeZone);
  refuseUnknownHolidays(read, context.holidays);
  const { holidays, ...schedule } = countWeeks({ ...read, holidays: context.holidays }, known ?? null, nowMs);
  if (known === undefined && here.length >= MAX_SUBSCRIPTIONS)
    throw new AppError("usage", `This channel already has ${here.length} digests, the maximum. Stop one first.`);
  const newest = known === undefined ? null : await newestKey(context, known);
  const next = nextSlot({ ...schedule, holidays }, newest, nowMs);
  if (known === undefined) {
    const place = { workspaceId: asker.workspaceId, platform: asker.platform, channelId: asker.channelId };
    await subscriptions.add(
      { ...place, ...schedule, topics, reach: intent.reach, createdBy: asker.userId, createdAtMs: nowMs },
      next,
    );
  } else
    await subscriptions.reschedule(known.id, { ...schedule, topics: known.topics, reach: intent.reach ?? known.reach }, next);
  const followed = (await subscriptionsHere(context)).find((each) => isOn(each, topics));
  if (followed === undefined) throw new AppError("internal", "I could not save the digest. Try again.");
  return confirmation(context, { followed, known: known ?? null, nextMs: next.dueAtMs });
}

/** A digest that could never be posted is not set up. Throws an AppError that names the missing right. */
export function refuseWithoutRights({ place }: Asker): void {
  if (place !== undefined && place.refusal !== null) throw new AppError("usage", place.refusal);
}

/** The date of the last digest of the schedule, so that a new time of day does not bring a second one today. */
async function newestKey(context: CommandContext, { id }: Subscription): Promise<string | null> {
  const slots = await context.store.digests.subscriptions.slots(id, 50);
  const keys = slots.filter((slot) => slot.state !== "waiting" && /^\d{4}-/.test(slot.key)).map((slot) => slot.key);
  return keys.sort().at(-1) ?? null;
}

interface Confirmed {
  followed: Subscription;
  /** As it was before; null where it is new. */
  known: Subscription | null;
  nextMs: number;
}

async function confirmation(context: CommandContext, { followed, known, nextMs }: Confirmed): Promise<Reply> {
  const isKnown = known !== null;
  const changes = known === null ? null : sayChanges(known, followed);
  const without = isWeekAhead(followed.topics) ? "when nothing is planned" : "on days without news";
  const empty = followed.whenEmpty === "silence" ? `I post nothing ${without}` : `${without} I post one line`;
  const sentences = [
    `Digest on ${followed.topics.join(", ")} in ${placeWords(followed)} ${showSchedule(followed)}${LANGUAGE_SHOWN[followed.language]}; ${empty}.`,
    ...reachWords(followed.reach),
    `${isKnown ? "Next" : "First"} digest: ${showInstant(nextMs, followed.timeZone)}.`,
    ...(changes === null ? [] : [changes]),
    ...(await unknownTopics(context, followed)),
  ];
  if (context.asker.place?.note != null) sentences.push(context.asker.place.note);
  if (context.asker.timeZone === null)
    sentences.push("To change the time zone, add it after the time, for example Europe/Berlin.");
  if (followed.platform === "terminal")
    sentences.push(
      "Let cron run attache digest deliver, which delivers what is due; attache digest now prints what is new at once.",
    );
  const blocks: Block[] = [
    paragraph(text(sentences.join(" "))),
    {
      type: "actions",
      actions: [
        { label: "Preview", intent: { kind: "digest", action: "preview", topic: followed.topics.join(", ") } },
        { label: "Stop", intent: { kind: "digest", action: "stop", topic: followed.topics.join(", ") } },
      ],
    },
  ];
  const title = isKnown ? "Digest changed" : "Digest set up";
  // What changes under those who read it is said to them all.
  const audience = changes !== null && known?.createdBy !== context.asker.userId ? "channel" : "asker";
  return reply({ title, audience, blocks, detail: [] }, subscriptionJson(followed, nextMs));
}

/** What goes beyond the channel. */
function reachWords(reach: Reach | undefined): string[] {
  const parts = [
    ...(reach?.pings === undefined ? [] : ["pings the role that was chosen"]),
    ...(reach?.isPublished === true ? ["goes to every channel that follows this one"] : []),
  ];
  return parts.length === 0 ? [] : [`Each digest ${parts.join(" and ")}.`];
}

function placeWords({ platform, channelId }: Subscription): string {
  if (platform !== "terminal") return "this channel";
  return fileOf(channelId) ?? "standard output";
}

/** "Before: at 08:00 every day, Asia/Tokyo."; null where nothing that matters changed. */
function sayChanges(before: Subscription, after: Subscription): string | null {
  const was = `${showSchedule(before)}${LANGUAGE_SHOWN[before.language]}`;
  if (before.paused !== null) return "It was paused, and goes on.";
  return was === `${showSchedule(after)}${LANGUAGE_SHOWN[after.language]}` ? null : `Before: ${was}.`;
}

/** Warns at once about a topic without articles: it may be misspelt. */
async function unknownTopics(context: CommandContext, { topics }: Subscription): Promise<string[]> {
  const unknown: string[] = [];
  for (const typed of topics) {
    const topic = await topicOf(context, weekAheadOf(typed) ?? typed);
    if (topic === null) continue;
    const found = await findSources(context.store.articles, context.workspaceId, { topic, limit: 1 });
    if (found.length === 0) unknown.push(topic.label);
  }
  return unknown.length === 0 ? [] : [`There are no articles on ${unknown.join(", ")} yet.`];
}
