import { createHmac, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Attache, createAttache, demoArticles } from "../attache.ts";
import { until } from "../until.ts";
import { startTwoTeams, type Team, type TwoTeams } from "./two-teams.ts";

const SIGNING_SECRET = "of-the-test";
const BOT_PORT = 4124;
const BOT = `http://127.0.0.1:${BOT_PORT}`;
/** That a response_url takes nothing is no matter here: what is for everyone is posted. */
const NOWHERE = "http://127.0.0.1:9/";

/** The built program, installed by OAuth in two teams of a Slack of somebody else's, which is strict about scopes. */
describe("installed in two teams of Slack", () => {
  let attache: Attache;
  let slack: TwoTeams;

  beforeEach(async () => {
    attache = createAttache();
    slack = await startTwoTeams({ front: 3932, teams: [3933, 3934] }, `${BOT}/slack/oauth_redirect`);
    await attache.start(
      {
        SLACK_CLIENT_ID: slack.client.id,
        SLACK_CLIENT_SECRET: slack.client.secret,
        SLACK_STATE_SECRET: "a secret of the test's own",
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_PUBLIC_URL: BOT,
        SLACK_PORT: String(BOT_PORT),
        SLACK_API_URL: slack.apiUrl,
        TOKEN_KEYS: `test:${randomBytes(32).toString("base64")}`,
        LOG_LEVEL: "debug",
      },
      "Connected to Slack.",
    );
  });

  afterEach(async () => {
    await attache.stop();
    await slack.close();
  });

  async function install(team: Team): Promise<string> {
    const response = await fetch(`${BOT}/slack/install`);
    const link = /href="([^"]+)"/.exec(await response.text())?.[1]?.replaceAll("&amp;", "&") ?? "";
    const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const back = await fetch(await team.consent(link), { headers: { cookie } });
    return /<p>(.*)<\/p>/.exec(await back.text())?.[1] ?? "";
  }

  async function send(body: string, contentType: string): Promise<number> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac("sha256", SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex");
    const headers = { "content-type": contentType, "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${hash}` };
    return (await fetch(`${BOT}/slack/events`, { method: "POST", headers, body })).status;
  }

  function command(team: Team, name: string, text: string): Promise<number> {
    const body = new URLSearchParams({
      command: name,
      text,
      team_id: team.id,
      channel_id: team.channel,
      user_id: team.user,
      api_app_id: "A0APP",
      trigger_id: `${team.id}.${text}.${Math.random()}`,
      token: "v",
      is_enterprise_install: "false",
      response_url: NOWHERE,
    });
    return send(body.toString(), "application/x-www-form-urlencoded");
  }

  async function posted(team: Team): Promise<string[]> {
    const { messages } = (await team.call("conversations.history", { channel: team.channel })) as unknown as {
      messages: unknown[];
    };
    return messages.map((message) => JSON.stringify(message));
  }

  it("answers each with its own token, out of its own articles, and the one that removes the app not at all", async () => {
    const [first, second] = slack.teams;
    for (const team of slack.teams) expect(await install(team)).toContain("Attaché is now installed in");
    await attache.run("--workspace", `slack:${first.id}`, "ingest", ...demoArticles());
    for (const team of slack.teams) expect(await command(team, "/briefing", "india-japan")).toBe(200);
    await until(async () => expect((await posted(first)).join()).toContain("Briefing: India – Japan"));
    expect((await posted(second)).join()).not.toContain("Briefing: India – Japan");
    await attache.run("--workspace", `slack:${second.id}`, "ingest", ...demoArticles());
    expect(await command(second, "/briefing", "quad")).toBe(200);
    await until(async () => expect((await posted(second)).join()).toContain("Briefing: Quad"));
    expect((await posted(first)).join()).not.toContain("Briefing: Quad");
    expect(slack.strangers).toEqual([]);

    expect(await attache.run("doctor").catch((error: { stdout: string }) => error.stdout)).toContain(
      "tokens: TOKEN_KEYS decrypts the tokens of 2 workspaces, with the newest key.",
    );
    expect(await attache.run("tokens", "rotate")).toContain("0 re-encrypted, 2 already had the newest key.");
    const tokens = slack.teams.flatMap((team) => [...team.tokens]);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) {
      expect(attache.said()).not.toContain(token);
      expect(attache.stored()).not.toContain(token);
    }

    const removal = {
      type: "event_callback",
      team_id: second.id,
      api_app_id: "A0APP",
      event_id: "Ev1",
      event_time: Math.floor(Date.now() / 1000) + 1,
      event: { type: "app_uninstalled" },
    };
    expect(await send(JSON.stringify(removal), "application/json")).toBe(200);
    await until(() => expect(attache.said()).toContain("A workspace removed the app"));
    expect(await command(second, "/briefing", "india-japan")).toBe(200);
    await until(() => expect(attache.said()).toContain("Dropped an event from a workspace without the app"));
    expect((await posted(second)).join()).not.toContain("Briefing: India – Japan");
    expect(await command(first, "/briefing", "quad")).toBe(200);
    await until(async () => expect((await posted(first)).join()).toContain("Briefing: Quad"));
    expect(await install(second)).toContain("Attaché is now installed in");
    expect(await command(second, "/briefing", "india-japan")).toBe(200);
    await until(async () => expect((await posted(second)).join()).toContain("Briefing: India – Japan"));
  });
});
