import { AppError } from "../../domain/errors.ts";
import type { Output } from "./output.ts";

export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** Tells a person what went wrong, in a sentence, and gives the exit status for it. A stack trace is shown only where asked for. */
export function reportError(error: unknown, output: Output, debug: boolean): number {
  if (debug && error instanceof Error) output.say(stacksOf(error));
  else if (error instanceof AppError) output.say(error.message);
  else
    output.say(
      `Unexpected error: ${error instanceof Error ? firstLine(error.message) : String(error)} (ATTACHE_DEBUG=1 shows where).`,
    );
  return error instanceof AppError && error.code === "usage" ? WRONG_USAGE : FAILED;
}

/** An error and what caused it: of what is told in a sentence, the cause is what a developer needs. */
function stacksOf(error: Error): string {
  const stacks: string[] = [];
  for (let at: unknown = error; at instanceof Error && stacks.length < 5; at = at.cause) stacks.push(at.stack ?? at.message);
  return stacks.join("\nCaused by: ");
}

function firstLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? text;
}
