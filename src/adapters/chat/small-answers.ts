import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";

const SMILE = "🙂 Ask me about the articles whenever you like; help lists what I can do.";

/** What thanks and an "ok" in a direct message get: nothing is looked for. */
export function smile(): Reply {
  const document = { title: "", audience: "asker" as const, blocks: [paragraph(text(SMILE))], detail: [] };
  return { document, data: {}, files: [], topic: null };
}

/** Whether the articles did not answer: what may have been said among people is then left alone. */
export function isAbstention({ data }: Reply): boolean {
  return "answer" in data && data.answer === null;
}
