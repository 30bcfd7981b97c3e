/** The teams that have installed the app, and the token that each gave it. */
export interface Installations {
  /** Null where the app is not installed. Throws an AppError where the store or its keys cannot say. */
  tokenOf(teamId: string): Promise<string | null>;
  /** The app was removed from a team, as Slack says in an event of that time. An installation that came after it stays. */
  removed(teamId: string, atMs: number): Promise<void>;
  /** Slack does not take the token that a call was made with: where that is for good, the installation goes. */
  refused(call: { teamId: string; token: string }, error: unknown): Promise<void>;
  /** How many there are, and a sentence for each whose token cannot be read. */
  check(): Promise<{ teams: number; faults: string[] }>;
}
