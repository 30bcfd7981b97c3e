// Draws what people see on Slack and Discord, over the demo corpus: the renderers' own output as the clients show it, light and dark, at 700 and
// 320 pixels. `npm run draw` writes docs/pictures; names behind it draw only those. It needs Chromium (Debian: apt-get install chromium).
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { renderDocument as renderForDiscord } from "../src/adapters/discord/documents/render.ts";
import { renderDocument as renderForSlack } from "../src/adapters/slack/documents/render.ts";
import { readJsonLinesFile } from "../src/adapters/terminal/read-articles.ts";
import type { Reply } from "../src/domain/chat/chat.ts";
import type { Action } from "../src/domain/chat/document.ts";
import type { Intent } from "../src/domain/chat/intent.ts";
import { askerOn, type DemoDesk, STAGE_NAMES, type Stage, withDemoDesk } from "./demo-desk.ts";
import { DISCORD_CSS, discordHtml, discordThread } from "./draw/discord-html.ts";
import { paneHtml, SHEET_PX, sheetHtml, THEMES, WIDTHS } from "./draw/html.ts";
import { drawSheets, findChromium, type Sheet } from "./draw/screenshot.ts";
import { SLACK_CSS, slackHtml } from "./draw/slack-html.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: "string", default: "docs/pictures" },
    /** Other articles than the demo's, as JSON lines, and what is asked of them. */
    articles: { type: "string" },
    now: { type: "string", default: "2023-09-11T08:00:00Z" },
    topic: { type: "string", default: "india-japan" },
    person: { type: "string", default: "jaishankar" },
    question: { type: "string", default: "When was the 2+2 meeting held?" },
  },
});
const { topic, person, question } = values;

interface Drawn {
  name: string;
  intent: Intent;
  /** How much of the demo corpus is stored; all of it, if nothing is said. */
  stage?: Stage;
}

const DRAWN: Drawn[] = [
  { name: "briefing", intent: { kind: "briefing", topic } },
  { name: "digest", intent: { kind: "digest", action: "preview", topic }, stage: "midst" },
  { name: "meetings", intent: { kind: "meetings", about: topic } },
  { name: "quotes", intent: { kind: "quotes", about: topic } },
  { name: "person", intent: { kind: "person", name: person } },
  { name: "answer", intent: { kind: "ask", question, conversation: { topic, turns: [] } } },
  { name: "timeline", intent: { kind: "timeline", about: topic } },
  { name: "upcoming", intent: { kind: "upcoming" }, stage: "midst" },
  { name: "sources", intent: { kind: "sources", about: topic } },
  { name: "help", intent: { kind: "help" } },
];

function slackSheet({ document }: Reply): string {
  const isShared = document.audience === "channel";
  const { message, thread } = renderForSlack(document, buttonId, { followUp: isShared });
  const messages = [message, ...thread].map((each, at) =>
    slackHtml({ message: each, isReply: at > 0, isPrivate: !isShared && at === 0 }),
  );
  return sheetHtml(messages, SLACK_CSS);
}

/** The first message of a briefing, for the README. */
function readmePanes({ document }: Reply): Sheet[] {
  const { message } = renderForSlack(document, buttonId, { followUp: true });
  const drawn = slackHtml({ message, isReply: false, isPrivate: false });
  return THEMES.map((theme) => ({
    name: `readme-${theme}`,
    html: paneHtml(drawn, { css: SLACK_CSS, theme }),
    widthPx: WIDTHS[0],
  }));
}

function discordSheet({ document }: Reply): string {
  const isShared = document.audience === "channel";
  const { message, thread, threadName } = renderForDiscord(document, buttonId, { followUp: isShared });
  const below = thread.map((each) => discordHtml({ message: each, isPrivate: false }));
  const opening = below.length === 0 ? [] : [discordThread(threadName)];
  return sheetHtml([discordHtml({ message, isPrivate: !isShared }), ...opening, ...below], DISCORD_CSS);
}

function buttonId({ label }: Action): string {
  return label.slice(0, 16);
}

async function sheetsOn(platform: "slack" | "discord"): Promise<Sheet[]> {
  const sheetOf = platform === "slack" ? slackSheet : discordSheet;
  const sheets: Sheet[] = [];
  const add = async ({ desk }: DemoDesk, drawn: Drawn[]) => {
    for (const { name, intent } of drawn.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
      const reply = await desk.answer(askerOn(platform), intent);
      sheets.push({ name: `${name}-${platform}`, html: sheetOf(reply), widthPx: SHEET_PX });
      if (name === "briefing" && platform === "slack") sheets.push(...readmePanes(reply));
    }
  };
  await withDemoDesk(platform, async (demo) => {
    if (values.articles !== undefined) {
      await demo.ingest(readJsonLinesFile(values.articles), Date.parse(values.now));
      return add(demo, DRAWN);
    }
    for (const stage of STAGE_NAMES) {
      await demo.reach(stage);
      await add(
        demo,
        DRAWN.filter((each) => (each.stage ?? "all") === stage),
      );
    }
  });
  return sheets;
}

const browser = findChromium();
if (browser === null) {
  console.error(
    "No Chromium found, so nothing was drawn. Install it (Debian: apt-get install chromium) and run `npm run draw` again.",
  );
  process.exitCode = 1;
} else {
  mkdirSync(values.to, { recursive: true });
  const sheets = [...(await sheetsOn("slack")), ...(await sheetsOn("discord"))];
  drawSheets(browser, sheets, values.to);
}
