// Writes docs/gallery.md: what people see on each platform, over the demo corpus, at a fixed hour.
// `npm run gallery` writes it; with `--check` nothing is written, and the exit status is 1 where it is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { type DiscordMessage, renderDocument as renderForDiscord } from "../src/adapters/discord/documents/render.ts";
import { renderDocument as renderForSlack, type SlackMessage } from "../src/adapters/slack/documents/render.ts";
import { PLAIN_STYLE, render as renderForTerminal } from "../src/adapters/terminal/render.ts";
import type { Desk, Platform, Reply } from "../src/domain/chat/chat.ts";
import type { Action } from "../src/domain/chat/document.ts";
import type { Intent } from "../src/domain/chat/intent.ts";
import { askerOn, STAGE_NAMES, type Stage, withDemoDesk } from "./demo-desk.ts";
import { discordView, slackView } from "./gallery-views.ts";

const TARGET = "docs/gallery.md";
const WIDTH = 100;

interface Shown {
  title: string;
  what: string;
  /** As it is typed on each platform. */
  typed: Record<Platform, string>;
  intent: Intent;
  /** All that is stored, where nothing is said. */
  stage?: Stage;
}

const CONVERSATION = { topic: "india-japan", turns: [] };

const SHOWN: Shown[] = [
  {
    title: "A briefing",
    what: "What happened on a topic. Each sentence is an article's own, with its source; the detail goes into the thread.",
    typed: same("/briefing india-japan", "/briefing topic:india-japan"),
    intent: { kind: "briefing", topic: "india-japan" },
  },
  {
    title: "Meetings",
    what: "Who met whom, merged over the articles, with a calendar file.",
    typed: same("/meetings india-japan", "/meetings about:india-japan"),
    intent: { kind: "meetings", about: "india-japan" },
  },
  {
    title: "A timeline",
    what: "The story over weeks: one line for each day that mattered, earliest first; plans stand in italics.",
    typed: same("/timeline india-japan", "/timeline topic:india-japan"),
    intent: { kind: "timeline", about: "india-japan" },
  },
  {
    title: "A person",
    what: "Names, roles over time, last quotes and meetings.",
    typed: same("/person jaishankar", "/person show name:jaishankar"),
    intent: { kind: "person", name: "jaishankar" },
  },
  {
    title: "Quotes",
    what: "Word for word, with who said it and where.",
    typed: same("/quotes india-japan", "/quotes about:india-japan"),
    intent: { kind: "quotes", about: "india-japan" },
  },
  {
    title: "A digest, as it would be posted now",
    what: "What is new on a topic, how many independent publishers carry it, and where they contradict each other.",
    typed: same("/digest preview india-japan", "/digest preview topic:india-japan"),
    intent: { kind: "digest", action: "preview", topic: "india-japan" },
    stage: "midst",
  },
  {
    title: "An answer",
    what: "A question in the thread of a briefing, answered in the articles' own sentences.",
    typed: same("When was the 2+2 meeting held?"),
    intent: { kind: "ask", question: "When was the 2+2 meeting held?", conversation: CONVERSATION },
  },
  {
    title: "A question that the articles do not answer",
    what: "What the articles don't say it doesn't say.",
    typed: same("How many submarines did the two countries order from Sweden?"),
    intent: { kind: "ask", question: "How many submarines did the two countries order from Sweden?", conversation: CONVERSATION },
  },
  {
    title: "A topic that is misspelt",
    what: "Did you mean: one press away.",
    typed: same("/briefing indja-japan", "/briefing topic:indja-japan"),
    intent: { kind: "briefing", topic: "indja-japan" },
  },
  { title: "Help", what: "How to ask, as it is typed on each platform.", typed: same("/attache help"), intent: { kind: "help" } },
  {
    title: "A mistake",
    what: "One sentence that says what is wrong and how to write it.",
    typed: same("/briefing quad since smarch", "/briefing topic:quad since:smarch"),
    intent: { kind: "briefing", topic: "quad", since: "smarch" },
  },
  {
    title: "Before anything is stored",
    what: "What to do first.",
    typed: same("/briefing india-japan", "/briefing topic:india-japan"),
    intent: { kind: "briefing", topic: "india-japan" },
    stage: "empty",
  },
];

function same(typed: string, discord = typed): Record<Platform, string> {
  return { slack: typed, discord, terminal: typed };
}

const NAMES: Record<Platform, string> = { slack: "Slack", discord: "Discord", terminal: "Terminal" };

interface View {
  /** As it looks, line by line. */
  lines: string[];
  /** Exactly what is sent, message by message; null where the text is that. */
  payload: object[] | null;
}

function viewOn(platform: Platform, reply: Reply, isInThread: boolean): View {
  const { document } = reply;
  // What goes wrong is one sentence on standard error.
  if (platform === "terminal" && "error" in reply.data) return { lines: [String(reply.data.error)], payload: null };
  if (platform === "terminal")
    return { lines: renderForTerminal(document, { width: WIDTH, style: PLAIN_STYLE }).split("\n"), payload: null };
  const isShared = document.audience === "channel";
  // Below an answer in a thread there is the thread.
  const options = { followUp: isShared && reply.topic !== null && !isInThread };
  const { message, thread } =
    platform === "slack" ? renderForSlack(document, buttonId, options) : renderForDiscord(document, buttonId, options);
  const show = (each: SlackMessage | DiscordMessage) => ("blocks" in each ? slackView(each) : discordView(each));
  const files = reply.files.map(({ name }) => `📎 ${name}`);
  const below = thread.flatMap((each) => ["", "    ── in its thread ──", "", ...show(each)]);
  return { lines: [...show(message), ...files, ...below], payload: [message, ...thread] };
}

/** The store's ids are opaque; here the label stands for one. */
function buttonId({ label }: Action): string {
  return label
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .slice(0, 16);
}

async function renderGallery(): Promise<string> {
  const views: string[][] = SHOWN.map(() => []);
  for (const platform of ["slack", "discord", "terminal"] as const)
    await withDemoDesk(platform, async ({ desk, reach }) => {
      for (const stage of STAGE_NAMES) {
        await reach(stage);
        for (const [index, shown] of SHOWN.entries())
          if ((shown.stage ?? "all") === stage) views[index]?.push(await partOf(desk, platform, shown));
      }
    });
  const sections = SHOWN.map(({ title, what }, index) => [`## ${title}`, "", what, "", ...(views[index] ?? [])].join("\n"));
  return `${INTRODUCTION}\n${sections.join("\n")}`;
}

const INTRODUCTION = `# What it looks like

Every document on every platform, as the program makes it from the [demo corpus](../demo/README.md) at eight o'clock on 11 September 2023, and the digest a year earlier. \`npm run gallery\` writes this page, and the CI holds it
to the program. A link is shown as its label with an arrow: it opens the article at the passage. Buttons stand in brackets. Below each message of a chat is exactly what is sent.
`;

async function partOf(desk: Desk, platform: Platform, shown: Shown): Promise<string> {
  const reply = await desk.answer(askerOn(platform), shown.intent);
  const { lines, payload } = viewOn(platform, reply, shown.intent.kind === "ask");
  const who = platform === "terminal" ? "" : reply.document.audience === "channel" ? ", for everyone" : ", for you alone";
  const parts = [`**${NAMES[platform]}**, \`${shown.typed[platform]}\`${who}:`, "", fenced(tidy(lines)), ""];
  return [...parts, ...(payload === null ? [] : payloadOf(NAMES[platform], payload))].join("\n");
}

function payloadOf(name: string, payload: object[]): string[] {
  const messages = payload.map((message) => JSON.stringify(message)).join("\n");
  return [`<details><summary>What ${name} is sent</summary>`, "", fenced(messages), "", "</details>", ""];
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function tidy(lines: string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const gallery = await renderGallery();
if (!process.argv.includes("--check")) writeFileSync(TARGET, gallery);
else if (readFileSync(TARGET, "utf8") !== gallery) {
  console.error(`${TARGET} is out of date: run \`npm run gallery\` and commit the change.`);
  process.exitCode = 1;
}
