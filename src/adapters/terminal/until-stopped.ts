import type { Output } from "./output.ts";

/** Docker kills after ten seconds: by then the process has ended by itself, whatever hangs. */
const END_MS = 8500;
/** How often it is looked whether nothing but what was left keeps the process. */
const LOOK_MS = 200;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

interface Stoppable {
  output: Output;
  /** The exit status where the work does not end in time. */
  lateStatus: number;
}

/**
 * Runs work that SIGINT or SIGTERM asks to end. The first one aborts the signal; a second one, of either kind, ends the process where it
 * stands. So does the end of the time: what still holds the process then (a request, a database that does not answer) is left. It is left
 * sooner where the command has its exit status and all is written.
 */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>, { output, lateStatus }: Stoppable): Promise<T> {
  const stop = new AbortController();
  let isDone = false;
  const release = () => {
    for (const name of SIGNALS) process.removeListener(name, end);
  };
  const end = () => {
    // Without our listeners Node.js does what it does with any program: it ends.
    release();
    stop.abort();
    setInterval(() => {
      if (process.exitCode !== undefined && process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
    }, LOOK_MS).unref();
    setTimeout(() => {
      if (!isDone) output.say("Stopped before the work was finished. To continue, run it again.");
      // The status of a command that has ended by itself is known.
      process.exit(process.exitCode ?? lateStatus);
    }, END_MS).unref();
  };
  for (const name of SIGNALS) process.on(name, end);
  try {
    return await work(stop.signal);
  } finally {
    isDone = true;
    release();
  }
}
