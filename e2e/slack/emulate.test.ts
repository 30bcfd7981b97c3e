import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator, type Emulator } from "emulate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Attache, createAttache, demoArticles } from "../attache.ts";
import { until } from "../until.ts";

const TOKEN = "xoxb-of-the-bot";
/** With which the test looks at what the bot did. */
const EYES = "xoxb-of-the-test";
const SECRET = "of-the-test";
const FIRST_PORT = 3922;
const BOT_PORT = 4122;
/** How a briefing of India and Japan begins in a notification. */
const NEWEST = "9 Sep 2023: ";
const APP = { app_id: "A0APP", bot_id: "B0BOT", bot_user_id: "U0BOT" };

type Answer = Record<string, unknown> & { ok: boolean };

/** emulate (github.com/vercel-labs/emulate) checks scopes as Slack does, and delivers no commands: those are signed and sent from here. */
describe("with a Slack that is strict about scopes", () => {
  let attache: Attache;
  let emulator: Emulator;
  let whispers: string[];
  let responses: Server;
  /** Another one for each test: connections to the one before are kept alive. */
  let port = FIRST_PORT;
  let team: { id: string; channel: string; user: string };

  beforeEach(async () => {
    attache = createAttache();
    whispers = [];
    responses = createServer((request, response) => {
      let body = "";
      request.on("data", (data) => {
        body += String(data);
      });
      request.on("end", () => {
        whispers.push(body);
        response.end("ok");
      });
    });
    await new Promise<void>((resolve) => responses.listen(0, "127.0.0.1", resolve));
  });

  afterEach(async () => {
    port++;
    await attache.stop();
    await emulator.close();
    await new Promise((resolve) => responses.close(resolve));
  });

  async function call(method: string, args: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/api/${method}`, {
      method: "POST",
      headers: { authorization: `Bearer ${EYES}`, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Answer;
  }

  async function start(scopes: string[]): Promise<void> {
    emulator = await createEmulator({
      service: "slack",
      port,
      seed: {
        slack: {
          strict_scopes: true,
          users: [{ name: "alice", real_name: "Alice" }],
          channels: [{ name: "general" }],
          oauth_apps: [{ ...APP, client_id: "1.1", client_secret: "s", name: "attache", redirect_uris: [], scopes }],
          tokens: [
            { ...APP, token: TOKEN, type: "bot", user_id: APP.bot_user_id, scopes },
            {
              ...APP,
              token: EYES,
              type: "bot",
              user_id: APP.bot_user_id,
              scopes: ["channels:read", "channels:history", "users:read"],
            },
          ],
        },
      },
    });
    const { team_id } = await call("auth.test");
    const { channels } = (await call("conversations.list")) as unknown as { channels: { id: string; name: string }[] };
    const { members } = (await call("users.list")) as unknown as { members: { id: string; name: string }[] };
    team = {
      id: String(team_id),
      channel: channels.find((channel) => channel.name === "general")?.id ?? "",
      user: members.find((member) => member.name === "alice")?.id ?? "",
    };
    await attache.run("--workspace", `slack:${team.id}`, "ingest", ...demoArticles());
    const api = `http://127.0.0.1:${port}/api/`;
    const settings = { SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SECRET, SLACK_PORT: String(BOT_PORT), SLACK_API_URL: api };
    await attache.start(settings, "Connected to Slack.");
  }

  async function command(name: string, text: string, secret = SECRET): Promise<number> {
    const body = new URLSearchParams({
      command: name,
      text,
      team_id: team.id,
      channel_id: team.channel,
      channel_name: "general",
      user_id: team.user,
      user_name: "alice",
      api_app_id: "A1",
      trigger_id: "1.1",
      token: "v",
      is_enterprise_install: "false",
      response_url: `http://127.0.0.1:${(responses.address() as AddressInfo).port}/`,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${hash}`,
    };
    return (await fetch(`http://127.0.0.1:${BOT_PORT}/slack/events`, { method: "POST", headers, body })).status;
  }

  const manifestScopes = async (): Promise<string[]> =>
    JSON.parse(await attache.run("slack", "manifest")).oauth_config.scopes.bot;
  const posted = async () =>
    (await call("conversations.history", { channel: team.channel })) as unknown as {
      messages: { text: string; thread_ts?: string }[];
    };

  it("briefs with the scopes of the manifest, and no other", async () => {
    await start(await manifestScopes());
    expect(await command("/briefing", "india-japan")).toBe(200);
    const root = await until(async () => {
      const message = (await posted()).messages.find((each) => each.text.startsWith(NEWEST));
      if (message === undefined) throw new Error(`Nothing was posted; ${whispers.join("\n")} ${attache.said()}`);
      return message;
    });
    expect(root.text).toContain("Japanese Prime Minister Fumio Kishida held talks in New Delhi");
    expect(whispers).toEqual([]);
  });

  it("tells whoever asks which scope is missing, and posts nothing", async () => {
    const without = (await manifestScopes()).filter((scope) => scope !== "chat:write");
    await start(without);
    expect(await command("/briefing", "india-japan")).toBe(200);
    await until(() => expect(whispers.join("\n")).toContain("chat:write"));
    expect((await posted()).messages.filter((message) => message.text.includes(NEWEST))).toEqual([]);
  });

  it("does not answer a command that somebody else has signed", async () => {
    await start(await manifestScopes());
    expect(await command("/briefing", "india-japan", "of somebody else")).toBe(401);
    expect((await posted()).messages.filter((message) => message.text.includes(NEWEST))).toEqual([]);
    expect(whispers).toEqual([]);
  });
});
