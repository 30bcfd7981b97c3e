export interface DigestTimings {
  /** How long a claimed slot is its holder's. At least twice `requestLifeMs`, which `checkTimings` holds it to. */
  leaseMs: number;
  /** One call of a platform's API is given up after this. */
  apiTimeoutMs: number;
  /**
   * Twice this lies around a request: a holder that took the lease longer ago sends nothing any more, and a platform may take a request so
   * long after its sender has given up.
   */
  graceMs: number;
  /** So long after a message was sent in doubt, it is looked for once more: an earlier request may have come later than any should. */
  lookAgainMs: number;
  /** The pause after the first failed try; it doubles. */
  retryMinMs: number;
  /** No slot is held for longer, whatever a platform asks for. */
  retryMaxMs: number;
  /** Slots that are worked side by side. */
  concurrency: number;
}

export const DIGEST_TIMINGS: DigestTimings = {
  leaseMs: 40_000,
  apiTimeoutMs: 10_000,
  graceMs: 5000,
  // A network that was cut holds a request back, and delivers it for about as long.
  lookAgainMs: 2 * 60_000,
  retryMinMs: 5000,
  retryMaxMs: 5 * 60_000,
  // Most of a slot's time is the pause of its channel between two messages.
  concurrency: 96,
};

/** From the moment in which a lease is taken for a request, the longest until that request can no longer arrive. */
export function requestLifeMs({ apiTimeoutMs, graceMs }: DigestTimings): number {
  return graceMs + apiTimeoutMs + graceMs;
}

/** A lease that ends later than the longest one is of a clock that was ahead. */
export function maxLeaseMs({ leaseMs, retryMaxMs }: DigestTimings): number {
  return Math.max(leaseMs, retryMaxMs) + 60_000;
}

/** Throws where a holder could lose its slot while its request may still arrive. */
export function checkTimings(timings: DigestTimings): void {
  const leastMs = 2 * requestLifeMs(timings);
  if (timings.leaseMs >= leastMs) return;
  throw new Error(
    `A leaseMs of ${timings.leaseMs} is less than ${leastMs}, twice what a request may take to arrive. Increase it, or reduce apiTimeoutMs or graceMs.`,
  );
}
