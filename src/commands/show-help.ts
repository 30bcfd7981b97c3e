import type { Reply } from "../domain/chat.ts";
import { text } from "../domain/document.ts";
import { reply } from "./command-context.ts";

const COMMANDS: [string, string][] = [
  ["/briefing <topic> [since YYYY-MM-DD]", "what the articles say on a topic: india-japan, quad, a person, words"],
  ["/meetings [topic or person]", "who met whom, when and where"],
  ["/person <name>", "names, roles, last quotes and meetings"],
  ["/person merge <name> into <name>", "two names are one person, for good; split <name> from <name> takes them apart"],
  ["/people", "everyone known"],
  ["/quotes [person or topic]", "what was said, word for word"],
  [
    "/digest follow <topics> at 08:00 on weekdays",
    "what is new, in this channel, on a schedule; also list, stop, preview, now, why",
  ],
  ["/stories", "the articles grouped by event"],
  ["/ask <question>", "an answer from the articles, or that they don't hold it"],
  ["/changes <article>", "what a publisher changed after we read it"],
  ["/status", "what is stored"],
  ["/attache settings", "who may change what here; /attache set <setting> <value> changes it"],
  ["/attache forget me", "forgets your questions and your id; forget article <id> deletes an article"],
];

/** `/help`. */
export function showHelp(): Reply {
  const items = COMMANDS.map(([usage, what]) => [text(usage, "strong"), text(`: ${what}`)]);
  const document = {
    title: "What you can ask",
    audience: "asker" as const,
    blocks: [{ type: "list" as const, items }],
    detail: [],
  };
  return reply(document, { commands: COMMANDS.map(([usage, what]) => ({ usage, what })) });
}
