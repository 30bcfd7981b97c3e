import type { Watch } from "../../domain/digests/watch.ts";

const HOUR_MS = 3_600_000;

/** Sentences on how a watch is told, where it is not as usual. */
export function showHow({ quiet, remindMs, timeZone, paused }: Watch): string[] {
  return [
    ...(quiet === null ? [] : [`Quiet from ${clock(quiet.fromMinute)} to ${clock(quiet.toMinute)}, ${timeZone}.`]),
    ...(remindMs === null ? [] : [`A reminder ${showLead(remindMs)} before a planned meeting.`]),
    ...(paused === null ? [] : ["Paused, because I could not post it. Set it up again to go on."]),
  ];
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function showLead(ms: number): string {
  const [count, unit] =
    ms % (24 * HOUR_MS) === 0
      ? [ms / (24 * HOUR_MS), "day"]
      : ms % HOUR_MS === 0
        ? [ms / HOUR_MS, "hour"]
        : [Math.round(ms / 60_000), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

export function watchJson({ id, words, channelId, isDirect, quiet, remindMs, timeZone, paused }: Watch): object {
  return { watchId: String(id), words, channelId, isDirect, quiet, remindMs, timeZone, paused: paused?.reason ?? null };
}
