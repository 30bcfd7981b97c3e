import { randomBytes } from "node:crypto";
import { createAdmission } from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createInstaller } from "../../../src/adapters/slack/connection/create-installer.ts";
import { createInstallPages } from "../../../src/adapters/slack/connection/install-pages.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackChat } from "../../../src/adapters/slack/create-slack-chat.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import { createTokenBox, type TokenKey } from "../../../src/adapters/tokens/token-box.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Chat } from "../../../src/domain/chat/chat.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";
import { freePort } from "../../servers/free-port.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { keepingLogger, QUICK, SIGNING_SECRET } from "./start-slack.ts";

export interface StartedForMany {
  slack: FakeSlack;
  store: Store;
  chat: Chat;
  poster: DigestPoster;
  /** Every line that was logged. */
  logged: string[];
  /** Where the pages of the installation are. */
  address: string;
  clock: { nowMs: number };
  stop(): Promise<void>;
}

/** The Slack adapter for many workspaces, over a store and a desk that are real, against a Slack of ours. */
export async function startForMany(
  options: {
    mode?: "socket" | "http";
    keys?: [TokenKey, ...TokenKey[]];
    publicUrl?: boolean;
    prepare?: (store: Store) => Promise<void>;
  } = {},
): Promise<StartedForMany> {
  const { mode = "http", keys = [{ id: "a", secret: randomBytes(32) }] } = options;
  const place = temporaryFolder();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const http = mode === "http" ? { requestUrl: `${address}/slack/events`, signingSecret: SIGNING_SECRET } : {};
  const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope), ...http });
  await slack.listen();
  slack.oauth.redirectUrl = `${address}/slack/oauth_redirect`;
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  await options.prepare?.(store);
  const logged: string[] = [];
  const logger = keepingLogger(logged);
  const time = { nowMs: Date.now() };
  const clock = { now: () => time.nowMs };
  const { installations: stored, events, actions, conversations } = store;
  const { clientId, clientSecret } = slack.oauth;
  const config = { clientId, clientSecret, stateSecret: "state-secret-16-long", apiUrl: slack.apiUrl };
  const installer = createInstaller(config, { installations: stored, events, box: createTokenBox(keys), clock, logger });
  const { provider, installations } = installer;
  const pages = createInstallPages({ provider, publicUrl: options.publicUrl === true ? address : null, logger });
  const listen = { host: "127.0.0.1", port };
  const connection =
    mode === "http"
      ? { mode: "http" as const, signingSecret: SIGNING_SECRET, ...listen }
      : { mode: "socket" as const, appToken: slack.state.appToken };
  const onFailure = (error: unknown) => void logged.push(String(error));
  const desk = createDesk({ store, conversations, clock, onFailure, writer: null });
  const acknowledgements = createAcknowledgements();
  const chat = createSlackChat(
    { connection, apiUrl: slack.apiUrl, timings: QUICK, installations, pages, listen },
    { desk, actions, events, acknowledgements, admission: createAdmission(acknowledgements), logger, clock },
  );
  const poster = createSlackPoster(
    { apiUrl: slack.apiUrl, apiTimeoutMs: 10_000, installations },
    { actions, conversations, stopwatch, logger },
  );
  await chat.start();
  return {
    slack,
    store,
    chat,
    poster,
    logged,
    address,
    clock: time,
    async stop() {
      await chat.stop(1000);
      await slack.close();
      await store.close();
      place.remove();
    },
  };
}

/** The page that an installation begins on: where its link goes, and the cookie that it leaves in the browser. */
export async function beginInstall(address: string): Promise<{ authorizeUrl: string; cookie: string; page: string }> {
  const response = await fetch(`${address}/slack/install`, { redirect: "manual" });
  const page = await response.text();
  const authorizeUrl = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return { authorizeUrl, cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "", page };
}

/** Someone installs the app in a team, in a browser: what they see at the end. */
export async function install(started: Pick<StartedForMany, "slack" | "address">, teamId: string): Promise<Shown> {
  const { authorizeUrl, cookie } = await beginInstall(started.address);
  started.slack.team(teamId);
  return open(started.slack.oauth.consent(authorizeUrl, teamId), cookie);
}

export interface Shown {
  status: number;
  sentence: string;
  headers: Headers;
}

export async function open(url: string, cookie: string): Promise<Shown> {
  const response = await fetch(url, { headers: cookie === "" ? {} : { cookie }, redirect: "manual" });
  const sentence = /<p>([\s\S]*)<\/p>/.exec(await response.text())?.[1] ?? "";
  return { status: response.status, sentence, headers: response.headers };
}
