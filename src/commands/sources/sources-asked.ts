import type { CommandContext, SourceWork } from "../command-context.ts";

/** A command on sources, and what it works with. */
export interface SourcesAsked {
  context: CommandContext;
  work: SourceWork;
  target: string | undefined;
  backfill: boolean;
}
