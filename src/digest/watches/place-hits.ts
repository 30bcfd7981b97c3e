import { Temporal } from "temporal-polyfill";
import { ASKED_FOR, type Slot } from "../../domain/digests/digest.ts";
import type { NewHit, PlacedHit, Watch, WatchHit, WatchPast } from "../../domain/digests/watch.ts";
import { isSameTime } from "../../evidence/watches/is-news.ts";

/** Of one watch; what comes then is told with the next, gathered. */
const MAX_AN_HOUR = 4;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Undated reports of one meeting come within these days. */
const UNDATED_MS = 14 * DAY_MS;
/** How far back what was told is looked at. */
export const PAST_MS = 60 * DAY_MS;

const REMINDS = `${ASKED_FOR}remind:`;

/** Those of an article's hits that a watch did not tell before, and when each is told. Pure. */
export function placeHits(
  watch: Watch,
  hits: NewHit[],
  { past, at }: { past: WatchPast; at: { nowMs: number; articleId: string } },
): PlacedHit[] {
  const told = [...past.hits];
  const slots = [...past.slots];
  const placed: PlacedHit[] = [];
  for (const found of hits) {
    const hit = asMoved(found, told);
    if (isTold(hit, told, at)) continue;
    const slot = slotFor(watch, slots, at.nowMs);
    placed.push({ ...hit, slot });
    told.push({ ...hit, articleId: at.articleId, atMs: at.nowMs });
    const reminder = reminderOf(watch, hit, at.nowMs);
    if (reminder !== null) placed.push(reminder);
  }
  return placed;
}

/** A plan of which another day was told is a plan that was moved. */
function asMoved(hit: NewHit, told: WatchHit[]): NewHit {
  if (hit.event !== "planned" || hit.dateStart === null) return hit;
  const isMoved = told.some(
    (each) => each.meetingId === hit.meetingId && each.event === "planned" && each.dateStart !== null && !isOneTime(each, hit),
  );
  return isMoved ? { ...hit, event: "moved" } : hit;
}

function isTold(hit: NewHit, told: WatchHit[], { nowMs, articleId }: { nowMs: number; articleId: string }): boolean {
  return told.some((each) => {
    if (hit.event === "said") return each.sides === hit.sides || each.articleId === articleId;
    if (!isSameEvent(hit, each)) return false;
    const isOne = each.meetingId === hit.meetingId || isWithin(each.sides, hit.sides);
    if (!isOne) return false;
    if (each.dateStart !== null && hit.dateStart !== null) return isOneTime(each, hit);
    return each.meetingId === hit.meetingId || nowMs - each.atMs <= UNDATED_MS;
  });
}

/** Who hears that a meeting was held needs no plan of it any more. */
function isSameEvent(hit: NewHit, told: NewHit): boolean {
  if (hit.event === "planned") return told.event === "planned" || told.event === "moved" || told.event === "held";
  return hit.event === told.event;
}

function isOneTime(a: NewHit, b: NewHit): boolean {
  return isSameTime(spanOf(a), spanOf(b));
}

function spanOf({ dateStart, dateEnd }: NewHit): { start: string; end: string } {
  return { start: dateStart ?? "", end: dateEnd ?? dateStart ?? "" };
}

/** One report may name fewer of those who met than another. */
function isWithin(a: string, b: string): boolean {
  const [one, other] = [a.split("|"), b.split("|")];
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.length > 1 ? fewer.every((side) => more.includes(side)) : a === b;
}

/** The slot that waits, else a new one, which is due when the watch may speak. */
function slotFor(watch: Watch, slots: Slot[], nowMs: number): PlacedHit["slot"] {
  const waiting = slots.find((slot) => slot.state === "waiting" && !slot.key.startsWith(REMINDS));
  if (waiting !== undefined) return { key: waiting.key, dueAtMs: waiting.dueAtMs };
  const keys = new Set(slots.map(({ key }) => key));
  let key = `${ASKED_FOR}${nowMs}`;
  for (let count = 1; keys.has(key); count++) key = `${ASKED_FOR}${nowMs}:${count}`;
  const slot = { key, dueAtMs: afterQuiet(watch, afterOthers(slots, nowMs)) };
  // The next hit of the same article goes with it.
  const made: Slot = {
    ...slot,
    id: 0,
    subscriptionId: watch.id,
    state: "waiting",
    coversUntilMs: null,
    reason: null,
    claim: 0,
    claimedAtMs: null,
    doneAtMs: null,
  };
  slots.push(made);
  return slot;
}

/** Of more than so many within an hour, the next waits until there are fewer. */
function afterOthers(slots: Slot[], nowMs: number): number {
  const lately = slots
    .map(({ doneAtMs, claimedAtMs, dueAtMs }) => doneAtMs ?? claimedAtMs ?? dueAtMs)
    .filter((atMs) => atMs > nowMs - HOUR_MS && atMs <= nowMs)
    .sort((a, b) => b - a);
  const earliest = lately[MAX_AN_HOUR - 1];
  return earliest === undefined ? nowMs : earliest + HOUR_MS;
}

/** The end of the quiet hours that an instant is in, by the watch's zone; else the instant. */
export function afterQuiet({ quiet, timeZone }: Pick<Watch, "quiet" | "timeZone">, atMs: number): number {
  if (quiet === null) return atMs;
  const { fromMinute, toMinute } = quiet;
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  const minute = local.hour * 60 + local.minute;
  const isOverMidnight = fromMinute > toMinute;
  const isQuiet = isOverMidnight ? minute >= fromMinute || minute < toMinute : minute >= fromMinute && minute < toMinute;
  if (!isQuiet) return atMs;
  const day = isOverMidnight && minute >= fromMinute ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const time = Temporal.PlainTime.from({ hour: Math.floor(toMinute / 60), minute: toMinute % 60 });
  // Of an hour that clocks show twice the later one, so that it never lies before now.
  return day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: "later" }).epochMilliseconds;
}

/** Before a planned meeting with a day, where one was asked for; by its morning, as no article says the hour. */
function reminderOf(watch: Watch, hit: NewHit, nowMs: number): PlacedHit | null {
  const { remindMs, timeZone } = watch;
  const isPlan = hit.event === "planned" || hit.event === "moved";
  if (remindMs === null || !isPlan || hit.dateStart === null || hit.dateStart !== hit.dateEnd) return null;
  const morning = Temporal.PlainDate.from(hit.dateStart).toPlainDateTime({ hour: 9 }).toZonedDateTime(timeZone);
  const dueAtMs = afterQuiet(watch, morning.epochMilliseconds - remindMs);
  if (dueAtMs <= nowMs) return null;
  return { ...hit, event: "reminder", slot: { key: `${REMINDS}${hit.meetingId ?? ""}:${hit.dateStart}`, dueAtMs } };
}
