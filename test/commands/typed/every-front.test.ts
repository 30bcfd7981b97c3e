import { PassThrough } from "node:stream";
import { slackManifest } from "../../../src/adapters/slack/commands/manifest.ts";
import { createOutput } from "../../../src/adapters/terminal/output.ts";
import { runPrompt } from "../../../src/adapters/terminal/prompt.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { DIGEST_ACTIONS, SOURCES_ACTIONS } from "../../../src/domain/chat/intent.ts";
import { startDiscord } from "../../adapters/discord/start-discord.ts";
import { startSlack } from "../../adapters/slack/start-slack.ts";
import { describeTyped, type Heard, type TypedFront, typedLines } from "../../contracts/typed-lines.ts";
import type { FakeDesk } from "../../fakes/desk.ts";
import { SUNDAY } from "../../fakes/typed.ts";
import { acknowledged, directWith, command as discordCommand, say as sayInDiscord } from "../../servers/fake-discord-people.ts";
import { ALICE, GENERAL } from "../../servers/fake-discord-state.ts";
import { say as sayInSlack, command as slackCommand } from "../../servers/fake-slack-people.ts";

const { withSlash, without } = typedLines();
const ALL = [...withSlash, ...without];
const { nowMs } = SUNDAY;

describeTyped("at the prompt", ALL, { least: ALL.length, start: async () => atPrompt() });
describeTyped("in a direct message in Slack", ALL, {
  least: ALL.length,
  start: () =>
    inSlack(async (slack, line) => {
      slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
      await sayInSlack(slack, { text: line, channel: "D1" });
      return true;
    }),
});
describeTyped("behind a mention in somebody's thread in Slack", withSlash, {
  least: withSlash.length,
  start: () =>
    inSlack(async (slack, line) => {
      const ts = slack.state.nextTs();
      await sayInSlack(slack, { text: `<@${slack.state.botUserId}> ${line}`, threadTs: ts });
      return true;
    }),
});
describeTyped("behind Slack's commands", withSlash, { least: 200, start: () => inSlack(typeSlashCommand) });
describeTyped("in a direct message in Discord", ALL, {
  least: ALL.length,
  start: () =>
    inDiscord(async (discord, line) => {
      sayInDiscord(discord, { text: line, channel: directWith(discord, ALICE) });
      return true;
    }),
});
describeTyped("behind a mention in Discord", ALL, {
  least: ALL.length,
  start: () =>
    inDiscord(async (discord, line) => {
      sayInDiscord(discord, { text: `<@${discord.state.botUserId}> ${line}`, channel: GENERAL });
      return true;
    }),
});
describeTyped("into the fields of Discord's commands", withSlash, { least: 180, start: () => inDiscord(fillIn) });

function heardBy(desk: FakeDesk): Heard {
  return {
    commands: desk.asked.map(({ intent }) => intent),
    questions: desk.followUps.map(({ question }) => ({ kind: "ask", question })),
  };
}

function atPrompt(): TypedFront {
  const stdin = new PassThrough();
  const screen = new PassThrough();
  screen.resume();
  const terminal = { stdin, stdout: screen, stderr: screen, env: {} };
  const intents: Intent[] = [];
  const document = { title: "Nothing", audience: "asker" as const, blocks: [], detail: [] };
  const session = {
    async answer(intent: Intent) {
      intents.push(intent);
      return { document, data: {}, files: [], topic: null };
    },
    moment: () => SUNDAY,
    suggest: async () => [],
    giveHeader: () => Promise.reject(new Error("No header is set here.")),
    deliverDigests: async () => ({ count: 0, failures: [] }),
    async *ingest() {},
    async *replayWatches() {},
    async *export() {},
    async *readAddress() {},
    pollSources: () => Promise.reject(new Error("Nothing is polled here.")),
    close: async () => undefined,
  };
  const ended = runPrompt(session, terminal, createOutput(terminal));
  return {
    async type(line) {
      stdin.write(`${line}\n`);
      return true;
    },
    heard: () => ({ commands: intents, questions: [] }),
    async stop() {
      stdin.end();
      await ended;
    },
  };
}

type Slack = Awaited<ReturnType<typeof startSlack>>["slack"];

async function inSlack(type: (slack: Slack, line: string) => Promise<boolean>): Promise<TypedFront> {
  const { slack, desk, stop } = await startSlack({ nowMs });
  return { type: (line) => type(slack, line), heard: () => heardBy(desk), stop };
}

const SLACK_COMMANDS: ReadonlySet<string | undefined> = new Set(
  slackManifest({ mode: "socket" }).features?.slash_commands?.map(({ command }) => command),
);

/** What Slack does not know as a command of the bot's is typed behind the bot's own; a mistyped one never reaches the bot. */
async function typeSlashCommand(slack: Slack, line: string): Promise<boolean> {
  const [name = ""] = line.toLowerCase().split(" ");
  const isOwn = SLACK_COMMANDS.has(name);
  if (!isOwn && !/^\/(?:people|stories|correct|corrections|forget|settings|set|changes|status|help)$/.test(name)) return false;
  await slackCommand(slack, isOwn ? line : `/attache ${line.slice(1)}`).delivery;
  return true;
}

type Discord = Awaited<ReturnType<typeof startDiscord>>["discord"];

async function inDiscord(type: (discord: Discord, line: string) => Promise<boolean>): Promise<TypedFront> {
  const { discord, desk, stop } = await startDiscord({ nowMs, messageContent: true });
  return { type: (line) => type(discord, line), heard: () => heardBy(desk), stop };
}

/** The field that the words behind a command are typed into. */
const FIELDS: Readonly<Record<string, string>> = {
  briefing: "topic",
  meetings: "about",
  quotes: "about",
  ask: "question",
  "person show": "name",
  ...Object.fromEntries(DIGEST_ACTIONS.map((action) => [`digest ${action}`, "topic"])),
  ...Object.fromEntries(SOURCES_ACTIONS.map((action) => [`sources ${action}`, "source"])),
};

async function fillIn(discord: Discord, line: string): Promise<boolean> {
  const [, command = "", rest = ""] = /^\/(\S+)\s*(.*)$/.exec(line.toLowerCase()) ?? [];
  const [action = ""] = rest.split(" ");
  const name =
    command === "person" ? "person show" : command === "digest" || command === "sources" ? `${command} ${action}` : command;
  const field = FIELDS[name];
  const isAction = name.includes(" ") && command !== "person";
  const words = line
    .replace(/^\/\S+\s*/, "")
    .slice(isAction ? action.length : 0)
    .trim();
  // Discord asks for what must be filled in itself.
  if (field === undefined || (words === "" && (field !== "about" || name === "sources add"))) return false;
  await acknowledged(discordCommand(discord, name, { options: words === "" ? {} : { [field]: words } }));
  return true;
}
