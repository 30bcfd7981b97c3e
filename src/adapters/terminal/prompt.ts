import { createInterface } from "node:readline/promises";
import { parseLine } from "../../commands/parse-line.ts";
import type { ConversationContext } from "../../domain/intent.ts";
import { reportError } from "./exit-status.ts";
import type { Output } from "./output.ts";
import type { Session, Terminal } from "./program.ts";

const MAX_TURNS = 6;

/** A prompt at which the bot's commands are typed, and anything else is a question in the running conversation. Ends at /quit, Ctrl-D or Ctrl-C. */
export async function runPrompt(session: Session, terminal: Terminal, output: Output): Promise<void> {
  const lines = createInterface({ input: terminal.stdin, output: terminal.stderr, prompt: "attache> " });
  const conversation: ConversationContext = { topic: null, turns: [] };
  output.say("Type a command such as /briefing india-japan, or a question; /help lists the commands, /quit ends.");
  lines.prompt();
  lines.on("SIGINT", () => lines.close());
  for await (const line of lines) {
    const text = line.trim();
    if (/^\/(?:quit|exit|q)$/i.test(text)) break;
    if (text !== "") await answerLine(session, { text, conversation }, output);
    lines.prompt();
  }
  lines.close();
}

async function answerLine(
  session: Session,
  asked: { text: string; conversation: ConversationContext },
  output: Output,
): Promise<void> {
  const { text, conversation } = asked;
  try {
    const intent = parseLine(text);
    const reply = await session.answer(intent.kind === "ask" ? { ...intent, conversation: { ...conversation } } : intent);
    output.document(reply.document);
    if (intent.kind === "ask") remember(conversation, intent.question, reply.data);
    else if (reply.topic !== null) conversation.topic = reply.topic;
  } catch (error) {
    reportError(error, output, false);
  }
}

function remember(conversation: ConversationContext, question: string, data: object): void {
  const answer = "answer" in data && typeof data.answer === "string" ? data.answer : null;
  const read = "readAs" in data && typeof data.readAs === "string" ? data.readAs : question;
  conversation.turns = [...conversation.turns, { question: read, answer }].slice(-MAX_TURNS);
}
