import { setTimeout as sleep } from "node:timers/promises";

/** What takes longer than this never comes. */
export const LONGEST_MS = 20_000;
/** A crowd is answered when nothing more has come for so long. */
const STILL_MS = 3000;

/** Until when a count grew: looked at each few milliseconds, so that what looks leaves the processor to what is measured. */
export async function lastGrowth(count: () => number): Promise<number> {
  for (let last = { count: count(), at: performance.now() }; ; ) {
    await sleep(2);
    const now = performance.now();
    if (count() !== last.count) last = { count: count(), at: now };
    else if (now - last.at > STILL_MS) return last.at;
  }
}

/** What became of commands that were typed at once. */
export interface Crowd {
  /** How long each waited for its acknowledgement; those that the platform gave up are not among them. */
  ackMs: number[];
  /** Turned away with a sentence. */
  refused: number;
  /** Until the last thing that came of the others. */
  answeredMs: number;
}

/** A platform's test server with somebody who types into it. */
export interface Driver {
  name: string;
  /** The workspace in whose store the bot looks. */
  workspaceId: string;
  /** The child that is the platform's library alone. */
  floor: string;
  /** What a child must know to connect. */
  settings: object;
  /** Types "/briefing topic": how long until it is acknowledged, and until the first message is in the channel. */
  brief(topic: string): Promise<{ ackMs: number; answerMs: number }>;
  /** Types so many commands at once. */
  crowd(topics: string[]): Promise<Crowd>;
  close(): Promise<void>;
}
