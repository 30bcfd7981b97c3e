import { partKey } from "../../../src/digest/part-key.ts";
import type { Slot, Subscription } from "../../../src/domain/digests/digest.ts";
import type { DigestStore } from "../../../src/domain/digests/digest-store.ts";
import type { Arrival, SimulatedChat } from "./chat.ts";
import { type DueDate, dueDates } from "./due-dates.ts";
import type { Pause } from "./faults.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A digest that is later says why; what is left between its claim and its arrival belongs to the way. */
const SAYS_WHY_AFTER = 16 * MINUTE;

export interface Evidence {
  store: DigestStore;
  chat: SimulatedChat;
  followed: Subscription[];
  pauses: Pause[];
  fromMs: number;
  untilMs: number;
  wrongClock: { fromMs: number; toMs: number }[];
}

export interface Judgement {
  /** What should not be, a sentence each. */
  wrong: string[];
  /** Due dates, and how each was answered. */
  dates: number;
  posted: number;
  silent: number;
  caughtUp: number;
  /** In a channel that was in trouble, or refused. */
  givenUp: number;
  /** Of those that were posted under their own date. */
  withinAMinute: number;
  withinTenMinutes: number;
  early: number;
}

/** Holds what reached the channels and what the store says against the dates on which each digest was due. */
export async function judge(evidence: Evidence): Promise<Judgement> {
  const total: Judgement = {
    wrong: [],
    dates: 0,
    posted: 0,
    silent: 0,
    caughtUp: 0,
    givenUp: 0,
    withinAMinute: 0,
    withinTenMinutes: 0,
    early: 0,
  };
  const roots = new Map<string, Arrival>();
  for (const [key, arrivals] of groupByKey(evidence.chat.arrivals)) {
    const [first] = arrivals;
    if (arrivals.length > 1) total.wrong.push(`${first?.channelId}: ${key} was posted ${arrivals.length} times.`);
    if (first?.isRoot) roots.set(key, first);
  }
  for (const subscription of evidence.followed) await judgeOne(total, subscription, { ...evidence, roots });
  return total;
}

function groupByKey(arrivals: Arrival[]): Map<string, Arrival[]> {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) groups.set(arrival.key, [...(groups.get(arrival.key) ?? []), arrival]);
  return groups;
}

interface Known extends Evidence {
  roots: Map<string, Arrival>;
}

async function judgeOne(total: Judgement, subscription: Subscription, known: Known): Promise<void> {
  const slots = (await known.store.subscriptions.slots(subscription.id, 100_000))
    .filter((slot) => slot.state !== "waiting")
    .sort((a, b) => a.key.localeCompare(b.key));
  const pauses = known.pauses.filter((pause) => pause.subscriptionId === subscription.id);
  for (const date of dueDates(subscription, known.fromMs, known.untilMs)) {
    total.dates += 1;
    const wrong = judgeDate(total, date, { slots, pauses });
    if (wrong !== null) total.wrong.push(`${subscription.channelId} ${subscription.timeZone} ${date.key}: ${wrong}`);
  }
  for (const slot of slots) {
    const root = known.roots.get(partKey({ slot, subscription }, 0)) ?? null;
    const wrong = judgeSlot(total, slot, { root, known });
    if (wrong !== null) total.wrong.push(`${subscription.channelId} ${subscription.timeZone} ${slot.key}: ${wrong}`);
  }
  const [now] = await known.store.subscriptions.list(subscription.workspaceId, subscription.channelId);
  const told = slots.filter((slot) => slot.state === "posted" || slot.state === "silent").length;
  if ((now?.told["count"] ?? 0) !== told)
    total.wrong.push(`${subscription.channelId}: ${told} digests, of which ${now?.told["count"]} count.`);
}

/** Each date once: by its own digest, or within one catch-up. Null where that is so. */
function judgeDate(total: Judgement, date: DueDate, { slots, pauses }: { slots: Slot[]; pauses: Pause[] }): string | null {
  const all = slots.filter(
    (slot) => slot.key === date.key || (slot.key < date.key && slot.coversUntilMs !== null && slot.coversUntilMs >= date.atMs),
  );
  // One that was given up has told nothing: its dates may be told by another one, after somebody followed again.
  const told = all.filter((slot) => slot.state !== "failed");
  const bearers = told.length > 0 ? told : all.slice(0, 1);
  const [bearer] = bearers;
  if (bearers.length > 1) return `told by ${bearers.map(({ key }) => key).join(" and ")}`;
  if (bearer === undefined) {
    const before = slots.filter((slot) => slot.key < date.key).at(-1);
    const isPaused = pauses.some(({ fromMs, toMs }) => date.atMs <= toMs && fromMs <= date.atMs + 4 * DAY);
    if (!isPaused || before?.state !== "failed") return "no digest";
    total.givenUp += 1;
    return null;
  }
  if (bearer.state === "claimed") return "still under way";
  if (bearer.state === "failed") total.givenUp += 1;
  else if (bearer.key !== date.key) total.caughtUp += 1;
  else total[bearer.state === "silent" ? "silent" : "posted"] += 1;
  return null;
}

/** What the store says of a slot has happened, in time, or says why not. */
function judgeSlot(total: Judgement, slot: Slot, { root, known }: { root: Arrival | null; known: Known }): string | null {
  if (slot.state === "failed") return slot.reason === null ? "given up without a reason" : null;
  if (slot.state === "silent") return root === null ? null : "silent, and yet posted";
  if (root === null) return "recorded as posted, and not there";
  if (slot.coversUntilMs !== null && !slot.reason?.includes("Catch-up")) return "a catch-up that does not say so";
  const lateMs = root.atMs - slot.dueAtMs;
  if (lateMs < -MINUTE) total.early += 1;
  else if (lateMs <= MINUTE) total.withinAMinute += 1;
  if (lateMs >= -MINUTE && lateMs <= 10 * MINUTE) total.withinTenMinutes += 1;
  const [from, to] = [Math.min(root.atMs, slot.dueAtMs), Math.max(root.atMs, slot.dueAtMs)];
  const wasWrong = known.wrongClock.some(({ fromMs, toMs }) => fromMs <= to && toMs >= from - 10 * MINUTE);
  if (lateMs > SAYS_WHY_AFTER && slot.reason === null && !wasWrong)
    return `${Math.round(lateMs / MINUTE)} min late without a word`;
  if (lateMs < -MINUTE && !wasWrong) return `${Math.round(-lateMs / MINUTE)} min early`;
  return null;
}
