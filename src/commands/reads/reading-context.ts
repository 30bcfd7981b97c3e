import { NO_HOLIDAYS } from "../../domain/digests/holidays.ts";
import { stopwatch as realStopwatch } from "../../domain/stopwatch.ts";
import type { CommandContext } from "../command-context.ts";
import type { CommandDeps } from "../create-commands.ts";
import { readerAsker } from "./answer-read.ts";

/** What gathers evidence for nobody in particular: without a language model, jobs or sources, since whoever reads a feed asks for none. */
export function readingContext({ store, clock, stopwatch = realStopwatch }: CommandDeps, workspaceId: string): CommandContext {
  const unused = {
    verbatimWords: Number.POSITIVE_INFINITY,
    wakeDigests: () => undefined,
    onProgress: () => undefined,
    tellManagers: async () => false,
  };
  const without = { writer: null, jobs: null, sourceWork: null, webUrl: null, pictures: null, holidays: NO_HOLIDAYS, ...unused };
  return { store, clock, stopwatch, workspaceId, asker: readerAsker({ workspaceId, userId: "feeds" }), ...without };
}
