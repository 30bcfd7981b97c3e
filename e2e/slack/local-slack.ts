import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { until } from "../until.ts";

const binary = fileURLToPath(new URL("../node_modules/local-slack-linux-x64/bin/local-slack", import.meta.url));
const PORT = 3901;
const BOT_PORT = 4100;

export const TEAM = "T01TEST";
export const CHANNEL = "C01GEN";
export const ALICE = "U01ALICE";
const BOT = { token: "xoxb-test-token", appToken: "xapp-test-token", signingSecret: "test-signing-secret" };

export interface Message {
  ts: string;
  thread_ts?: string;
  user?: string;
  subtype?: string;
  text: string;
  blocks?: unknown[];
}

export interface LocalSlack {
  /** What the bot must be told to reach it. */
  settings: Record<string, string>;
  command(command: string, text: string): Promise<unknown>;
  say(text: string, threadTs?: string): Promise<unknown>;
  click(messageTs: string, button: Button): Promise<unknown>;
  openHome(): Promise<unknown>;
  /** Sends the form that Alice has open, its values by block. */
  submitForm(values: Record<string, object>): Promise<void>;
  messages(): Promise<Message[]>;
  /** Calls and events that local-slack saw, by their summaries. */
  log(): Promise<string[]>;
  stop(): Promise<void>;
}

interface Answer {
  messages?: Message[];
  log?: { summary: string }[];
}

export interface Button {
  action_id: string;
  value?: string;
  block_id?: string;
  text: { text: string };
}

/** A Slack of other people's (github.com/parvalabs/local-slack), which delivers by Socket Mode or by signed HTTP. */
export async function startLocalSlack(mode: "socket" | "events"): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), "attache-local-slack-"));
  const config = {
    workspace: { name: "Test Workspace", domain: "test-workspace", teamId: TEAM },
    app: {
      appId: "A01APP",
      botUserId: "U0BOT",
      botName: "attache",
      botToken: BOT.token,
      appToken: BOT.appToken,
      signingSecret: BOT.signingSecret,
      mode,
      requestUrl: `http://127.0.0.1:${BOT_PORT}/slack/events`,
    },
    users: [{ id: ALICE, name: "alice", real_name: "Alice Anderson", email: "alice@example.com" }],
    channels: [{ id: CHANNEL, name: "general", members: [ALICE, "U0BOT"] }],
  };
  // JSON is YAML.
  writeFileSync(join(folder, "config.yaml"), JSON.stringify(config));
  const server = spawn(binary, ["--config", join(folder, "config.yaml"), "--port", String(PORT), "--base-host", "127.0.0.1"], {
    stdio: "ignore",
  });
  const control = async (path: string, body?: object): Promise<Answer> => {
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${PORT}/_control${path}`, body === undefined ? {} : request);
    if (!response.ok) throw new Error(`local-slack ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  await until(() => control("/log"));
  return {
    settings: settingsFor(mode),
    command: (command, text) => control("/command", { channel: CHANNEL, user: ALICE, command, text }),
    say: (text, threadTs) => control("/message", { channel: CHANNEL, user: ALICE, text, thread_ts: threadTs }),
    click: (messageTs, { action_id, block_id, value }) =>
      control("/interact", { channel: CHANNEL, messageTs, user: ALICE, action: { type: "button", action_id, block_id, value } }),
    openHome: () => control("/open-home", { user: ALICE }),
    submitForm,
    messages: async () => (await control(`/messages/${CHANNEL}`)).messages ?? [],
    log: async () => (await control("/log")).log?.map((entry) => entry.summary) ?? [],
    stop: () => stop(server, folder),
  };
}

/** Forms have no way in but that of its page for people. */
async function submitForm(values: Record<string, object>): Promise<void> {
  const page = new WebSocket(`ws://127.0.0.1:${PORT}/ui`);
  await once(page, "open");
  const filled = Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { input: value }]));
  page.send(JSON.stringify({ t: "view_submit", user: ALICE, values: filled }));
  // What comes next on this page is said after it was taken.
  await once(page, "message");
  page.close();
}

function settingsFor(mode: "socket" | "events"): Record<string, string> {
  const common = { SLACK_BOT_TOKEN: BOT.token, SLACK_API_URL: `http://127.0.0.1:${PORT}/api/` };
  return mode === "socket"
    ? { ...common, SLACK_APP_TOKEN: BOT.appToken }
    : { ...common, SLACK_SIGNING_SECRET: BOT.signingSecret, SLACK_PORT: String(BOT_PORT) };
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGKILL");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** All that people read of a message, a line for each text. */
export function shown(message: { blocks?: unknown[] } | undefined): string {
  const words: string[] = [];
  JSON.stringify(message?.blocks ?? [], (key, value) => {
    if (key === "text" && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("\n");
}

/** The button of a message that bears these words. */
export function buttonOf(message: { blocks?: unknown[] } | undefined, label: string): Button {
  const found: Button[] = [];
  JSON.stringify(message?.blocks ?? [], (_key, value) => {
    if (value?.type === "button" && value.text.text === label) found.push(value);
    return value;
  });
  const [button] = found;
  if (button === undefined) throw new Error(`There is no button ${label} beside:\n${shown(message)}`);
  return button;
}
