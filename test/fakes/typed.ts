import type { Moment } from "../../src/commands/typed/bounds.ts";
import { readSlashLine } from "../../src/commands/typed/read-command.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";

/** Sunday, 29 November 2026, at noon in UTC. */
export const SUNDAY: Moment = { nowMs: Date.UTC(2026, 10, 29, 12), timeZone: "UTC" };

/** A command as an intent, with its slash or without. What cannot be read fails the test that types it. */
export function typed(line: string): Intent {
  const intent = readSlashLine(line.startsWith("/") ? line : `/${line}`, SUNDAY);
  if (intent.kind === "unclear") throw new Error(`${line}: ${intent.sentence}`);
  return intent;
}
