import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { createProgram } from "../../src/app/app.ts";
import { type Config, loadConfig } from "../../src/config/config.ts";
import type { Role } from "../../src/config/role.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { install } from "../adapters/slack/start-many.ts";
import { messagesIn, SIGNING_SECRET, shown } from "../adapters/slack/start-slack.ts";
import { articleOf, LISBON, ofToday } from "../fakes/evidence.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { command, event } from "../servers/fake-slack-people.ts";
import { freePort } from "../servers/free-port.ts";
import { until } from "../servers/until.ts";

/** What both teams have read. */
const SHARED = articleOf({
  id: "shared",
  url: "https://a.example/shared",
  title: "Portugal and Norway open a cable",
  text: 'Norwegian Energy Minister Kari Dahl opened a cable to Portugal on March 5. "It carries light," Dahl said in Porto.',
});

/** The process that hears from Slack is another one than the process that posts digests: what they share is the store. */
describe.skipIf(postgresqlUrl === "")("two teams of Slack, and roles in processes of their own", { timeout: 120_000 }, () => {
  let database: TemporaryPostgresql;
  let slack: FakeSlack;
  let config: Config;
  let address: string;
  let stop: AbortController;
  let served: Promise<void>[];
  const told: string[] = [];

  beforeEach(async () => {
    database = await temporaryPostgresql();
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    slack = new FakeSlack({
      scopes: BOT_SCOPES.map(({ scope }) => scope),
      requestUrl: `${address}/slack/events`,
      signingSecret: SIGNING_SECRET,
    });
    await slack.listen();
    slack.oauth.redirectUrl = `${address}/slack/oauth_redirect`;
    config = loadConfig({
      DATABASE_URL: database.url,
      LOG_LEVEL: "silent",
      SLACK_CLIENT_ID: slack.oauth.clientId,
      SLACK_CLIENT_SECRET: slack.oauth.clientSecret,
      SLACK_STATE_SECRET: "a secret of our own",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_PORT: String(port),
      SLACK_API_URL: slack.apiUrl,
      TOKEN_KEYS: `a:${randomBytes(32).toString("base64")}`,
    });
    stop = new AbortController();
    told.length = 0;
    served = [["chat"], ["schedule", "work"]].map((roles) =>
      createProgram(() => config).serve(roles as Role[], stop.signal, (sentence) => told.push(sentence)),
    );
    await until(() => expect(told).toContain("Connected to Slack."));
  });

  afterEach(async () => {
    stop.abort();
    await Promise.all(served);
    await slack.close();
    await database.drop();
  });

  async function ingest(workspaceId: string, article: Article): Promise<void> {
    const session = await createProgram(() => config).openSession({ workspaceId });
    async function* read() {
      yield { kind: "article" as const, article };
    }
    for await (const { status } of session.ingest(read(), new AbortController().signal)) expect(status).toBe("new");
    await session.close();
  }

  it("bring each its own digest by its own token, and none to a team that removed the app", async () => {
    const teams = ["T2", "T3", "T4"];
    for (const teamId of teams) expect((await install({ slack, address }, teamId)).status).toBe(200);
    await ingest("slack:T2", ofToday(LISBON));
    for (const teamId of teams) await ingest(`slack:${teamId}`, ofToday(SHARED));
    const at = { atMs: Date.now() + 1000 };
    const digestIn = (teamId: string) =>
      messagesIn(slack.team(teamId), "C1").find(({ blocks }) => shown(blocks).includes("Digest: Portugal – Norway,"));
    for (const teamId of teams) command(slack.team(teamId), "/digest follow portugal-norway at 08:00 Asia/Tokyo");
    await until(() =>
      expect(slack.responses.filter(({ body }) => shown(body["blocks"]).includes("First digest: "))).toHaveLength(3),
    );
    await event(slack.team("T4"), { type: "app_uninstalled" }, at);
    for (const teamId of teams) command(slack.team(teamId), "/digest now");
    await until(() => {
      expect(digestIn("T2")).toBeDefined();
      expect(digestIn("T3")).toBeDefined();
    }, 60_000);
    const everythingIn = (teamId: string) =>
      slack
        .team(teamId)
        .state.messages.map(({ blocks }) => shown(blocks))
        .join("\n");
    await until(() => expect(everythingIn("T2")).toContain("We share one ocean and one law,"), 60_000);
    expect(everythingIn("T3")).toContain("Dahl");
    expect(everythingIn("T3")).not.toMatch(/ocean|Solberg|Lisbon/);
    expect(slack.team("T4").state.messages).toEqual([]);
    for (const { args, teamId, method } of slack.calls)
      if (method === "chat.postMessage" && /ocean|Solberg|Lisbon/.test(JSON.stringify(args))) expect(teamId).toBe("T2");
  });
});
