import type { Platform, Reply } from "../../domain/chat/chat.ts";
import { type Block, text } from "../../domain/chat/document.ts";
import { reply } from "../command-context.ts";

/** How to type a command: the same everywhere, or per platform. */
type Usage = string | Record<Platform, string>;

const COMMANDS: [Usage, string][] = [
  [
    "/briefing <topic> [since june, this week, 7d, last time]",
    "what the articles say on a topic: india-japan, quad, a person, words",
  ],
  ["/meetings [topic or person] [from march to may]", "who met whom, when and where"],
  ["/timeline <topic or person> [from march to may]", "the story over weeks, one line for each day that mattered"],
  ["/upcoming [topic or person] [next week]", "planned meetings whose day has not passed, soonest first"],
  [inDiscord("/person show <name>", "/person <name>"), "names, roles, recent quotes and meetings"],
  [inDiscord("/person merge <name> <into>", "/person merge <name> into <name>"), "two names are one person; split undoes that"],
  [{ slack: "/attache people", discord: "/person list", terminal: "/people" }, "everyone in the articles"],
  ["/quotes [person or topic] [in July 2026]", "what was said, word for word"],
  [
    inDiscord("/digest follow <topic>", "/digest follow <topics> at 08:00 on weekdays"),
    "a scheduled digest in this channel; also setup, list, stop, preview, now, why",
  ],
  ["/sources add <address>", "follows a feed, a site or a page; also list, remove, why, name, import, export, starter"],
  [onItsOwn("stories"), "the articles grouped by event"],
  ["/ask <question>", "an answer from the articles, or that they don't say"],
  [onItsOwn("check <sentence>"), "whether the articles bear a sentence out, and where"],
  [onItsOwn("changes <article>"), "what a publisher changed in an article"],
  [onItsOwn("correct <topic or person>"), "quotes and meetings with their ids, and how to correct them"],
  [
    onItsOwn("corrections"),
    "what was corrected, by whom and when; corrections undo <id> takes it back, corrections export makes a file",
  ],
  [
    inDiscord("/watch add <what>", "/watch add <who> meets <whom> | <who> says anything on <what>"),
    "tells here at once, with the passage; also list, remove, why",
  ],
  [onItsOwn("topics"), "your own topics; topics add our region = India, Japan, not cricket saves one"],
  [
    onItsOwn("feeds add <topic>"),
    "a secret address for feed readers; also add calendar <topic>, add digest <topic>, list, remove",
  ],
  [
    onItsOwn("export <topic>"),
    "a briefing as a Word file; also export dossier <name>, timeline, digest, and as html or markdown",
  ],
  [onItsOwn("status"), "what is stored"],
  ["/attache settings", "who may change what; /attache set <setting> <value> changes it"],
  ["/attache forget me", "deletes your questions and your id; forget article <id> deletes an article"],
];

/** How to ask follow-up questions on each platform. */
const ASKING_ON: Record<Platform, string> = {
  slack:
    "To ask a follow-up question, reply in an answer's thread. You can also mention me anywhere or send me a direct message.",
  discord:
    "To ask a follow-up question, press the button below a briefing, or use /ask or mention me in its thread. You can also mention me anywhere or send me a direct message.",
  terminal: "You can leave out the slash. Anything that is not a command is a question, and it can refer to the one before.",
};

function inDiscord(discord: string, elsewhere: string): Record<Platform, string> {
  return { slack: elsewhere, discord, terminal: elsewhere };
}

/** In chats, rare commands are typed behind the bot's own command. */
function onItsOwn(command: string): Record<Platform, string> {
  return { slack: `/attache ${command}`, discord: `/attache ${command}`, terminal: `/${command}` };
}

/** `/help`: lists the commands as the platform takes them. */
export function showHelp(platform: Platform): Reply {
  const commands = COMMANDS.map(([usage, what]) => ({ usage: typeof usage === "string" ? usage : usage[platform], what }));
  const blocks: Block[] = [
    { type: "list", items: commands.map(({ usage, what }) => [text(usage, "strong"), text(`: ${what}`)]) },
    { type: "footer", inlines: [text(ASKING_ON[platform])] },
  ];
  return reply({ title: "What you can ask", audience: "asker", blocks, detail: [] }, { commands });
}
