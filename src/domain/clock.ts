/** The only source of the current time. `now` is milliseconds since the epoch, UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Monotonic time, unaffected by changes to the system clock: for durations and waiting. */
export interface Stopwatch {
  readMs(): number;
  pause(ms: number): Promise<void>;
}

/** The ISO date (UTC) of an instant in milliseconds. */
export function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** Whether a text is an ISO date (YYYY-MM-DD) that exists: 2024-02-29 does, 2023-02-29 does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && isoDate(epochMs) === text;
}
