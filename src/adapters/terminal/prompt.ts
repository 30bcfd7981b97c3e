import { createInterface, type Interface } from "node:readline/promises";
import { isRemark } from "../../answer/follow-up/read-follow-up.ts";
import { readLine, readQuestion } from "../../commands/typed/read-line.ts";
import type { ConversationContext } from "../../domain/chat/intent.ts";
import { reportError } from "./exit-status.ts";
import type { Output } from "./output.ts";
import type { Session, Terminal } from "./program.ts";
import { completionsOf, isEnd } from "./typed-line.ts";

const MAX_TURNS = 6;
const GREETING =
  "Type a command, such as briefing india-japan, or a question. Tab completes, help lists the commands, exit quits.";

/**
 * A prompt at which the bot's commands are typed, and anything else is a question in the running conversation. Ends at exit, at Ctrl-D, and
 * at Ctrl-C, which clears a line that was begun first.
 */
export async function runPrompt(session: Session, terminal: Terminal, output: Output): Promise<void> {
  const lines = createInterface({
    input: terminal.stdin,
    output: terminal.stderr,
    prompt: "attache> ",
    completer: (line: string) => completionsOf(line, session.suggest),
  });
  const conversation: ConversationContext = { topic: null, turns: [] };
  const screen = { arrived: 0, taken: 0, isClosed: false };
  lines.on("line", () => {
    screen.arrived++;
  });
  lines.on("close", () => {
    screen.isClosed = true;
  });
  lines.on("SIGINT", () => {
    if (lines.line === "") lines.close();
    else clearLine(lines, terminal);
  });
  output.say(GREETING);
  lines.prompt();
  let wasWaiting = false;
  for await (const line of lines) {
    screen.taken++;
    // What was pasted stands above, where it came in: here it is shown again before its own answer.
    if (wasWaiting && lines.terminal) terminal.stderr.write(`${line}\n`);
    const text = line.trim();
    if (isEnd(text)) break;
    if (text !== "") await answerLine(session, { text, conversation }, output);
    wasWaiting = screen.arrived > screen.taken;
    if (!screen.isClosed) lines.prompt();
  }
  lines.close();
}

/** As a shell does it: what was begun stays on the screen and is not answered. */
function clearLine(lines: Interface, terminal: Terminal): void {
  lines.write(null, { ctrl: true, name: "e" });
  terminal.stderr.write("^C\n");
  lines.write(null, { ctrl: true, name: "u" });
  lines.prompt();
}

async function answerLine(
  session: Session,
  asked: { text: string; conversation: ConversationContext },
  output: Output,
): Promise<void> {
  const { text, conversation } = asked;
  try {
    const intent = readLine(text, session.moment()) ?? readQuestion(text);
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
  if (answer === null && isRemark(read)) return;
  conversation.turns = [...conversation.turns, { question: read, answer }].slice(-MAX_TURNS);
}
