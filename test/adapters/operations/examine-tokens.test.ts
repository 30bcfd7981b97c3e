import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createTokenBox } from "../../../src/adapters/tokens/token-box.ts";
import { createProgram } from "../../../src/app/app.ts";
import { type Config, loadConfig } from "../../../src/config/config.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";

const OLD = { id: "2025", secret: randomBytes(32) };
const NEW = { id: "2026", secret: randomBytes(32) };

describe("the tokens of many workspaces, looked at and encrypted anew by the program", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let slack: FakeSlack;
  let store: Store;

  beforeEach(async () => {
    place = temporaryFolder();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    await slack.listen();
    store = await openStore({ url: `file:${place.path("store.db")}` });
  });

  afterEach(async () => {
    await store.close();
    await slack.close();
    place.remove();
  });

  function config(...keys: (typeof OLD)[]): Config {
    return loadConfig({
      DATABASE_URL: `file:${place.path("store.db")}`,
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "client-secret",
      SLACK_STATE_SECRET: "a secret of our own",
      SLACK_APP_TOKEN: slack.state.appToken,
      SLACK_API_URL: slack.apiUrl,
      TOKEN_KEYS: keys.map(({ id, secret }) => `${id}:${secret.toString("base64")}`).join(),
    });
  }

  async function keep(teamId: string, key: typeof OLD): Promise<void> {
    const { botToken } = slack.team(teamId).state;
    const bot = { token: botToken, id: "B1", userId: "U1", scopes: [] };
    const workspaceId = `slack:${teamId}`;
    const sealed = createTokenBox([key]).seal(JSON.stringify({ teamId, bot }), workspaceId);
    await store.installations.save({ workspaceId, ...sealed, installedAtMs: 1 });
  }

  async function look(...keys: (typeof OLD)[]): Promise<Finding[]> {
    const findings: Finding[] = [];
    for await (const finding of createProgram(() => config(...keys)).examine())
      if (finding.part === "tokens" || finding.part === "Slack") findings.push(finding);
    return findings;
  }

  it("says that nobody has installed the app", async () => {
    expect(await look(NEW)).toEqual([
      { part: "Slack", state: "fine", sentence: "Slack accepts the app-level token." },
      { part: "tokens", state: "off", sentence: "No workspace has installed the app yet. To install it, open /slack/install." },
    ]);
  });

  it("says how many have an older key, and puts the newest on all", async () => {
    await Promise.all([keep("T1", OLD), keep("T2", NEW)]);
    expect((await look(NEW, OLD)).at(-1)?.sentence).toBe(
      "TOKEN_KEYS decrypts the tokens of 2 workspaces, 1 with an older key. attache tokens rotate re-encrypts them with the newest.",
    );
    expect(await createProgram(() => config(NEW, OLD)).rotateTokens()).toEqual({ rotated: 1, current: 1, faults: [] });
    expect((await look(NEW)).at(-1)).toMatchObject({ state: "fine", sentence: expect.stringContaining("with the newest key.") });
  });

  it("says which key is missing, and destroys nothing", async () => {
    await Promise.all([keep("T1", OLD), keep("T2", OLD)]);
    const missing = 'is encrypted with the key "2025", which TOKEN_KEYS does not have';
    expect((await look(NEW)).at(-1)).toMatchObject({
      state: "fault",
      sentence: expect.stringMatching(new RegExp(`slack:T1 ${missing}\\..* 1 more has the same problem\\.$`)),
    });
    const { rotated, faults } = await createProgram(() => config(NEW)).rotateTokens();
    expect({ rotated, faults: faults.length }).toEqual({ rotated: 0, faults: 2 });
    expect((await look(OLD)).at(-1)?.state).toBe("fine");
  });

  it("says which workspace's token Slack does not take, and what one lacks", async () => {
    await Promise.all([keep("T1", NEW), keep("T2", NEW)]);
    slack.oauth.revoke("T1");
    slack.team("T2").state.scopes.delete("files:write");
    expect((await look(NEW)).filter(({ state }) => state === "fault").map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Slack refuses the token of slack:T1 \(token_revoked\). Install the app again/),
      expect.stringContaining("The app lacks the scopes files:write"),
    ]);
  });

  it("says where there are no tokens to encrypt", async () => {
    const alone = loadConfig({ DATABASE_URL: `file:${place.path("store.db")}` });
    await expect(createProgram(() => alone).rotateTokens()).rejects.toThrow("TOKEN_KEYS is not set");
  });
});
