import type { Platform, Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { reply } from "../command-context.ts";
import { asTyped } from "./as-typed.ts";
import { commandLine } from "./command-line.ts";

/** What was typed cannot be read: why, and what may have been meant, one press away. */
export function answerUnclear(unclear: Extract<Intent, { kind: "unclear" }>, platform: Platform): Reply {
  const { meant } = unclear;
  const sentence = asTyped(unclear.sentence, platform);
  const lines = meant.map((intent) => asTyped(commandLine(intent), platform));
  const blocks: Block[] = [paragraph(text(sentence))];
  if (meant.length > 0)
    blocks.push({ type: "actions", actions: meant.map((intent, at) => ({ label: lines[at] ?? "", intent })) });
  return reply({ title: "I can’t read that", audience: "asker", blocks, detail: [] }, { error: sentence, meant: lines });
}
