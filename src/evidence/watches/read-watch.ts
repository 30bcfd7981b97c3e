import type { NewWatch } from "../../domain/digests/watch.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { AFTERNOON, CLOCK, NUMBER_WORDS, OPTION_LEFT, QUIET, REMIND, TO_ME } from "../../extract/en/watches/watch-words.ts";
import { readCondition } from "./read-condition.ts";
import type { WatchCondition } from "./watch-condition.ts";

/** A watch as it was typed: what it waits for, and how it is told. */
export interface ReadWatch extends Pick<NewWatch, "words" | "isDirect" | "quiet" | "remindMs"> {
  condition: WatchCondition;
  /** The zone of the quiet hours, where one was typed. */
  timeZone: string | null;
  /** The words of an option that were not understood, such as "quiet 26:00 to 7:00"; null where all were. */
  unread: string | null;
}

const HOUR_MS = 3_600_000;
const DEFAULT_REMIND_MS = 24 * HOUR_MS;
const MAX_REMIND_MS = 30 * 24 * HOUR_MS;
const UNITS: Readonly<Record<string, number>> = { minute: HOUR_MS / 60, hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS };

/** Reads "Lund meets Solberg, quiet 22:00 to 7:00, remind 2 days before, by dm". Null where what it waits for is not understood. */
export function readWatch(typed: string): ReadWatch | null {
  let words = ` ${typed.replace(/\s+/g, " ").trim()}`;
  const isDirect = TO_ME.test(words);
  words = words.replace(TO_ME, " ");
  const quiet = QUIET.exec(words);
  words = words.replace(QUIET, " ");
  const remind = REMIND.exec(words);
  words = stripEnd(words.replace(REMIND, " ").replace(/\s+/g, " ").trim(), /[\s,]/);
  const condition = readCondition(words);
  if (condition === null) return null;
  const left = OPTION_LEFT.exec(words)?.[0] ?? null;
  const [from, to] = [minuteOf(quiet?.[1]), minuteOf(quiet?.[2])];
  const isSpan = from !== null && to !== null && from !== to;
  return {
    words,
    condition,
    isDirect,
    quiet: isSpan ? { fromMinute: from, toMinute: to } : null,
    unread: quiet !== null && !isSpan ? withoutMarks(quiet[0]) : left === null ? null : withoutMarks(left),
    timeZone: quiet?.[3] ?? null,
    remindMs: remind === null ? null : leadOf(remind[1], remind[2]),
  };
}

function withoutMarks(option: string): string {
  return option.replace(/^[\s,]+/, "").trim();
}

/** "22:00", "10pm", "7" as minutes after midnight; null where there is no such time. */
function minuteOf(typed: string | undefined): number | null {
  const [, hours = "", minutes = "0", half = ""] = CLOCK.exec(typed ?? "") ?? [];
  if (hours === "" || Number(hours) > 24 || Number(minutes) > 59) return null;
  if (half !== "" && Number(hours) > 12) return null;
  const hour = half === "" ? Number(hours) : (Number(hours) % 12) + (AFTERNOON.test(half) ? 12 : 0);
  return (hour % 24) * 60 + Number(minutes);
}

function leadOf(count: string | undefined, unit: string | undefined): number {
  if (unit === undefined) return DEFAULT_REMIND_MS;
  const ms = UNITS[unit.toLowerCase().replace(/s$/, "")] ?? DEFAULT_REMIND_MS;
  const times = count === undefined ? 1 : (NUMBER_WORDS[count.toLowerCase()] ?? Number(count));
  return Math.min(MAX_REMIND_MS, Math.max(HOUR_MS / 60, ms * times));
}
