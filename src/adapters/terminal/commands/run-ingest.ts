import type { IngestResult, ReadArticle } from "../../../ingest/ingest-articles.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Session } from "../program.ts";
import { untilStopped } from "../until-stopped.ts";

/** Of fewer articles each is counted as it comes. */
const MANY = 100;

export interface IngestSummary {
  counts: Record<IngestResult["status"], number>;
  interrupted: boolean;
}

/**
 * Ingests with a line for each article (or a JSON object each) and progress on standard error. SIGINT and SIGTERM stop it between two
 * articles; what is stored stays stored.
 */
export async function runIngest(
  session: Session,
  articles: AsyncIterable<ReadArticle>,
  to: IngestOptions,
): Promise<IngestSummary> {
  return untilStopped((signal) => ingest(session, articles, { ...to, signal }), { output: to.output, lateStatus: FAILED });
}

interface IngestOptions {
  output: Output;
  json: boolean;
  quiet?: boolean;
  /** How many articles there are, where that is known. */
  total?: number | null;
}

async function ingest(
  session: Session,
  articles: AsyncIterable<ReadArticle>,
  to: IngestOptions & { signal: AbortSignal },
): Promise<IngestSummary> {
  const counts = { new: 0, unchanged: 0, updated: 0, failed: 0 };
  let done = 0;
  try {
    for await (const result of session.ingest(articles, to.signal)) {
      counts[result.status]++;
      done++;
      if (to.json) to.output.json(result);
      else if (result.status === "failed") to.output.say(result.reason ?? `Could not read ${result.id}.`);
      if (to.json && result.status === "failed") to.output.say(result.reason ?? "");
      if (done % 10 === 0 || (to.total ?? MANY) < MANY) to.output.progress(progressOf(done, to.total ?? null));
    }
  } finally {
    to.output.progress(null);
  }
  const interrupted = to.signal.aborted;
  if (to.quiet !== true) to.output.say(sentence(counts, interrupted));
  return { counts, interrupted };
}

function progressOf(done: number, total: number | null): string {
  return total === null ? `${done} articles read …` : `Reading the articles: ${done} of ${total} …`;
}

function sentence(counts: IngestSummary["counts"], interrupted: boolean): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const told = parts.length === 0 ? "no article read" : parts.map(([status, count]) => `${count} ${status}`).join(", ");
  return interrupted ? `Stopped: ${told}. To continue, run the same command again.` : `Done: ${told}.`;
}
