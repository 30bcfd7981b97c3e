/** The only source of the current time. `now` is milliseconds since the epoch, UTC. */
export interface Clock {
  now(): number;
}

/** The ISO date (UTC) of an instant in milliseconds. */
export function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
