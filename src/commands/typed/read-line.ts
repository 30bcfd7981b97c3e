import type { Intent } from "../../domain/chat/intent.ts";
import { COURTESY_END } from "../../extract/en/questions/chat-words.ts";
import type { Moment } from "./bounds.ts";
import { plainWords } from "./plain-words.ts";
import { firstWord, mistyped, readCommand, readSlashLine } from "./read-command.ts";
import { TYPED_COMMANDS } from "./typed-commands.ts";

const HELPS = /^(?:\/|:)?(?:\?|h|help|commands)[?.!]?$/i;
const EXPLAINS = /\s(?:--|—|–)explain\s*$/i;

/**
 * A line to the bot: at the prompt, in a mention, in a direct message. A command's name may stand with a slash or without. Null where
 * the line is a question, which goes on from what was said before.
 */
export function readLine(line: string, moment: Moment): Intent | null {
  const text = plainWords(line).replace(COURTESY_END, "");
  if (HELPS.test(text)) return { kind: "help" };
  if (text.startsWith("/")) return readSlashLine(text, moment);
  const { name, rest } = firstWord(text);
  const isQuestion = text.endsWith("?") && name !== "ask";
  if (isQuestion) return null;
  if (TYPED_COMMANDS[name]?.behind.test(rest) === true) return readCommand(name, rest, moment);
  return mistyped(text) === null ? null : readSlashLine(`/${text}`, moment);
}

/** Whether a line is a command in the middle of a conversation as well, where "quotes on trade" goes on from what was said. */
export function isCommandAnywhere(line: string): boolean {
  const text = plainWords(line);
  return text.startsWith("/") || HELPS.test(text);
}

/** What is asked in a line that is no command, and whether to say how the answer came about. */
export function readQuestion(line: string): Extract<Intent, { kind: "ask" }> {
  const text = plainWords(line);
  const question = text.replace(EXPLAINS, "");
  return question === text ? { kind: "ask", question } : { kind: "ask", question, explain: true };
}
