import type { Progress } from "../../../ingest/sources/create-poller.ts";
import { FAILED } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Session, SourcesPolled } from "../program.ts";
import { untilStopped } from "../until-stopped.ts";

interface PollFlags {
  isForced: boolean;
  /** Prints one object instead of a sentence. */
  json: boolean;
  /** Says nothing where there was nothing to read. */
  isQuiet: boolean;
}

/** Polls with progress on standard error. SIGINT and SIGTERM stop it between two entries; what waits is read the next time. False where something failed. */
export async function runPoll(session: Session, flags: PollFlags, output: Output): Promise<boolean> {
  return untilStopped((signal) => poll(session, flags, { output, signal }), { output, lateStatus: FAILED });
}

async function poll(session: Session, flags: PollFlags, to: { output: Output; signal: AbortSignal }): Promise<boolean> {
  const { output, signal } = to;
  try {
    const soFar: Partial<Record<Progress["of"], string>> = {};
    const onProgress = ({ of, done, total }: Progress) => {
      soFar[of] = `${of} ${done} of ${total}`;
      output.progress(`Reading: ${Object.values(soFar).join(", ")} …`);
    };
    const result = await session.pollSources({ isForced: flags.isForced, signal, onProgress });
    output.progress(null);
    for (const sentence of [...result.told, ...result.faults.map(fault)]) output.say(sentence);
    if (flags.json) output.json({ ...result.polled, articles: result.read });
    else if (!flags.isQuiet || result.polled.sources > 0) output.say(sentenceOf(result, signal.aborted));
    return result.faults.length === 0 && !signal.aborted;
  } finally {
    output.progress(null);
  }
}

function fault(text: string): string {
  return `Unexpected error in a source or an entry: ${text}`;
}

function sentenceOf({ polled, read }: SourcesPolled, isInterrupted: boolean): string {
  const { sources, unchanged, failed, left } = polled;
  const looked = sources === 0 ? "No source is due" : `${sources} source${sources === 1 ? "" : "s"} read`;
  const parts = [looked];
  if (unchanged > 0) parts.push(`${unchanged} unchanged`);
  if (failed > 0) parts.push(`${failed} failed (attache sources list says why)`);
  if (left > 0) parts.push(`${left} left for the next time, because their server is slow`);
  const articles = Object.entries(read).filter(([, count]) => count > 0);
  const brought =
    articles.length === 0 ? "no new article" : `articles: ${articles.map(([what, count]) => `${count} ${what}`).join(", ")}`;
  return `${isInterrupted ? "Stopped: " : ""}${parts.join(", ")}; ${brought}.`;
}
