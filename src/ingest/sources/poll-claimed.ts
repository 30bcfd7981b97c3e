import type { Source } from "../../domain/sources/source.ts";
import type { DueSource, FinishedPoll, SourceClaims } from "../../domain/sources/source-store.ts";
import type { NewsGatherer } from "./create-news-gatherer.ts";
import { type PollDeps, pollSource } from "./poll-source.ts";

export interface PollClaimedDeps extends PollDeps {
  claims: SourceClaims;
  /** What people are told of a source: at the end of a run, or once it has been gathered. */
  news: NewsGatherer;
  /** After a crash, a source becomes due again after this time. */
  leaseMs: number;
}

/** A row that is nobody else's until its lease ends. */
export interface Held<Row> {
  row: Row;
  leaseUntilMs: number;
}

/** Null if there is nothing to do, or another process was faster. A source that is not due is claimed as it was listed. */
export async function claimSource(deps: PollClaimedDeps, id: number, listedAs?: DueSource): Promise<Held<Source> | null> {
  const nowMs = deps.clock.now();
  const leaseUntilMs = nowMs + deps.leaseMs;
  const row = await deps.claims.claimSource(id, { nowMs, leaseUntilMs, listedAs });
  return row === null ? null : { row, leaseUntilMs };
}

/** Polls a source, stores its entries and notes what to report. Null if the program was stopped. If it was not polled, it is due as before. */
export async function pollClaimed(
  deps: PollClaimedDeps,
  { row, leaseUntilMs }: Held<Source>,
  signal?: AbortSignal,
): Promise<FinishedPoll | null> {
  let finished: FinishedPoll | null = null;
  try {
    finished = await pollSource(deps, row, signal);
    if (finished !== null) await deps.polls.finish(finished);
  } catch (error) {
    await deps.claims.releaseSource(row, leaseUntilMs);
    throw error;
  }
  if (finished === null) await deps.claims.releaseSource(row, leaseUntilMs);
  else deps.news.note(row, finished);
  return finished;
}
