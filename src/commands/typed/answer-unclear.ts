import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { reply } from "../command-context.ts";
import { commandLine } from "./command-line.ts";

/** What was typed cannot be read: why, and what may have been meant, one press away. */
export function answerUnclear({ sentence, meant }: Extract<Intent, { kind: "unclear" }>): Reply {
  const blocks: Block[] = [paragraph(text(sentence))];
  if (meant.length > 0)
    blocks.push({ type: "actions", actions: meant.map((intent) => ({ label: commandLine(intent), intent })) });
  const lines = meant.map(commandLine);
  return reply({ title: "I can’t read that", audience: "asker", blocks, detail: [] }, { error: sentence, meant: lines });
}
