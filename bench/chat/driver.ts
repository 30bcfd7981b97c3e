/** What takes longer than this never comes. */
export const LONGEST_MS = 20_000;

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
  close(): Promise<void>;
}
