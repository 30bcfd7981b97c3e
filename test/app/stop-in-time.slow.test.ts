import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../src/adapters/prisma/sqlite/open-database.ts";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { extract, LISBON, ofToday } from "../fakes/evidence.ts";
import { rss, wholeText } from "../fakes/feeds.ts";
import { type FakeCompletions, startFakeCompletions } from "../servers/fake-completions.ts";
import { FakeDiscord } from "../servers/fake-discord.ts";
import { FakeSite } from "../servers/fake-site.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { command } from "../servers/fake-slack-people.ts";
import { FreezingProxy } from "../servers/freezing-proxy.ts";
import { until } from "../servers/until.ts";

/** The bar itself: from the signal to the end of the process, whatever hangs. The program gives itself a second and a half less. */
const WITHIN_MS = 10_000;
const WORKSPACE = "slack:T1";
/** Of a day that is over, so that the schedule's next one is another. */
const KEY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

let place: ReturnType<typeof temporaryFolder>;
let slack: FakeSlack;
let site: FakeSite;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  place = temporaryFolder();
  slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
  await slack.listen();
  site = new FakeSite();
  await site.listen();
});

afterEach(async () => {
  for (const child of children) {
    const closed = once(child, "close");
    if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await closed;
  }
  children.clear();
  await slack.close();
  await site.close();
  place.remove();
});

interface Run {
  said(): string;
  /** Sends the signal, and says how the process ended and how long it took. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: string | null; ms: number }>;
  ended: Promise<unknown[]>;
}

/** The program as an operator starts it. */
function run(words: string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, [`${inject("programs")}/main.js`, ...words], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env["PATH"],
      LOG_LEVEL: "silent",
      SOURCES_ALLOW_PRIVATE: "127.0.0.1",
      SOURCES_HOST_GAP_MS: "5",
      ...env,
    },
  });
  children.add(child);
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const ended = once(child, "close");
  return {
    said: () => said,
    ended,
    async stop(name = "SIGTERM") {
      const sentAt = performance.now();
      child.kill(name);
      const [code, signal] = (await ended) as [number | null, string | null];
      return { code, signal, ms: performance.now() - sentAt };
    },
  };
}

function slackEnv(): Record<string, string> {
  return { SLACK_BOT_TOKEN: slack.state.botToken, SLACK_APP_TOKEN: slack.state.appToken, SLACK_API_URL: slack.apiUrl };
}

async function fill(store: Store): Promise<void> {
  async function* read() {
    yield { kind: "article" as const, article: ofToday(LISBON) };
  }
  const deps = { store: store.evidence, extract, clock: { now: () => Date.now() } };
  for await (const result of ingestArticles(deps, { workspaceId: WORKSPACE, articles: read() }))
    expect(result.status).toBe("new");
}

/** A digest of a channel, due now, whose next one is half a day away. */
function follow(store: Store, channelId: string) {
  slack.state.channels.set(channelId, { id: channelId, hasBot: true, isPrivate: false, isArchived: false });
  const now = Date.now();
  const given = {
    workspaceId: WORKSPACE,
    platform: "slack" as const,
    channelId,
    createdBy: "U1",
    topics: ["portugal-norway"],
    minuteOfDay: (Math.floor(now / 60_000) + 720) % 1440,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    timeZone: "UTC",
    whenEmpty: "line" as const,
    language: "en" as const,
    createdAtMs: now,
  };
  return store.digests.subscriptions.add(given, { key: KEY, dueAtMs: now });
}

function addFeed(store: Store, workspaceId: string, path: string) {
  const source = { workspaceId, url: `${site.url}${path}`, kind: "feed" as const, title: null };
  return store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
}

/** As if the time had passed for which whoever was cut off has its digest to itself. */
function endLeases(path: string): void {
  const file = openDatabase(path);
  file.prepare(`UPDATE "Slot" SET "leaseUntil" = '2026-01-01T00:00:00.000+00:00' WHERE "leaseUntil" IS NOT NULL`).run();
  file.close();
}

describe("a process that is asked to end", () => {
  let model: FakeCompletions;

  beforeEach(async () => {
    model = await startFakeCompletions(({ body }) =>
      body.model === "digests" ? { kind: "text", text: "no", status: 400 } : { kind: "hang" },
    );
  });

  afterEach(() => model.close());

  it("ends within ten seconds while a feed, a model, Slack and a digest's post hang, and loses or doubles nothing", async () => {
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    await fill(store);
    const followed = await follow(store, "K1");
    await addFeed(store, WORKSPACE, "/feed");
    site.paths.set("/feed", () => undefined);
    // Slack takes the digest, and its answer does not come.
    slack.answerDelayMs = 15_000;
    const env = {
      ...slackEnv(),
      DATABASE_URL: `file:${place.path("store.db")}`,
      OPENAI_API_KEY: "any",
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODEL_DIGEST: "digests",
    };
    const first = run(["start"], env);
    await until(() => expect(slack.sockets.size).toBe(1));
    command(slack, "/briefing portugal-norway");
    await until(() => expect(slack.callsOf("chat.postMessage")).toHaveLength(1));
    await until(() => expect(model.asked.some(({ body }) => body.model !== "digests")).toBe(true));
    await until(() => expect(site.asked("/feed")).toBe(1));
    const end = await first.stop();
    expect(end.ms).toBeLessThan(WITHIN_MS);
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(first.said()).toMatch(/Stopped without waiting for .*answers on Slack.*a digest/);

    slack.answerDelayMs = 0;
    site.serve("/feed", rss([{ title: "A", guid: "a", link: `${site.url}/a`, text: wholeText("a") }], { title: "Gazette" }));
    endLeases(place.path("store.db"));
    const second = run(["start"], env);
    const stateOf = async () => (await store.digests.subscriptions.slots(followed.id, 10)).find(({ key }) => key === KEY)?.state;
    await until(async () => expect(await stateOf()).toBe("posted"), 120_000);
    await until(async () => expect(await store.articles.count(WORKSPACE)).toBe(2), 120_000);
    const messages = slack.state.messages.filter(({ channel }) => channel === "K1");
    expect(messages.filter(({ threadTs }) => threadTs === null)).toHaveLength(1);
    expect(new Set(messages.map(({ metadata }) => JSON.stringify(metadata))).size).toBe(messages.length);
    expect(await second.stop("SIGINT")).toMatchObject({ code: 0 });
    expect(second.said()).not.toContain("without waiting");
    await store.close();
  }, 300_000);

  it("ends at once at the second signal, of the other kind too", async () => {
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    await fill(store);
    await store.close();
    slack.answerDelayMs = 15_000;
    const bot = run(["start"], { ...slackEnv(), DATABASE_URL: `file:${place.path("store.db")}` });
    await until(() => expect(bot.said()).toContain("Connected to Slack"));
    command(slack, "/briefing portugal-norway");
    await until(() => expect(slack.callsOf("chat.postMessage")).toHaveLength(1));
    void bot.stop("SIGTERM");
    await until(() => expect(bot.said()).toContain("Stopping after the current work."));
    expect(await bot.stop("SIGINT")).toMatchObject({ code: null, signal: "SIGINT" });
  }, 60_000);

  it("ends a single command within ten seconds while a feed hangs, and reads it the next time", async () => {
    const env = { DATABASE_URL: `file:${place.path("store.db")}` };
    const store = await openStore({ url: env.DATABASE_URL });
    await addFeed(store, "terminal", "/feed");
    site.paths.set("/feed", () => undefined);
    for (const words of [
      ["sources", "poll"],
      ["ingest", `${site.url}/feed`],
    ]) {
      const asked = site.asked("/feed");
      const once = run(words, env);
      await until(() => expect(site.asked("/feed")).toBe(asked + 1));
      const end = await once.stop();
      expect(end.ms).toBeLessThan(WITHIN_MS);
      expect(end.code).toBe(1);
    }
    site.serve("/feed", rss([{ title: "A", guid: "a", link: `${site.url}/a`, text: wholeText("a") }], { title: "Gazette" }));
    const [code] = await run(["sources", "poll", "--all"], env).ended;
    expect(code).toBe(0);
    expect(await store.articles.count("terminal")).toBe(1);
    await store.close();
  }, 120_000);
});

describe("a process whose platform is lost while it runs", () => {
  it("ends with a sentence and a status that has it started again, and not while another platform works", async () => {
    const discord = new FakeDiscord();
    await discord.listen();
    const env = {
      ...slackEnv(),
      DATABASE_URL: `file:${place.path("store.db")}`,
      DISCORD_TOKEN: discord.state.token,
      DISCORD_API_URL: discord.apiUrl,
    };
    try {
      const bot = run(["start"], env);
      await until(() =>
        expect(bot.said()).toMatch(/Connected to Slack.*Connected to Discord|Connected to Discord.*Connected to Slack/s),
      );
      discord.drop(4004);
      await until(() => expect(bot.said()).toContain("Discord refuses DISCORD_TOKEN"));
      expect(bot.said()).not.toContain("All chats have failed");
      slack.state.appToken = "xapp-other";
      slack.refresh();
      expect(await bot.ended).toEqual([1, null]);
      expect(bot.said()).toMatch(/Slack refuses SLACK_APP_TOKEN.*All chats have failed, so the program ends/s);
    } finally {
      await discord.close();
    }
  }, 60_000);
});

describe.skipIf(postgresqlUrl === "")("a process whose database does not answer", () => {
  let database: TemporaryPostgresql;
  let proxy: FreezingProxy;
  let url: string;

  beforeEach(async () => {
    database = await temporaryPostgresql();
    const target = new URL(database.url);
    proxy = new FreezingProxy({ host: target.hostname, port: Number(target.port || 5432) });
    target.hostname = "127.0.0.1";
    target.port = String(await proxy.listen());
    url = target.href;
  });

  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  it("ends within ten seconds of SIGTERM, and a single command too", async () => {
    const store = await openStore({ url: database.url });
    await fill(store);
    await addFeed(store, "terminal", "/feed");
    site.paths.set("/feed", () => undefined);
    await store.close();
    const poll = run(["sources", "poll"], { DATABASE_URL: url });
    await until(() => expect(site.asked("/feed")).toBe(1));
    const bot = run(["start"], { ...slackEnv(), DATABASE_URL: url });
    await until(() => expect(bot.said()).toContain("Connected to Slack"));
    proxy.freeze();
    const polled = await poll.stop();
    expect(polled.ms).toBeLessThan(WITHIN_MS);
    expect(polled).toMatchObject({ code: 1, signal: null });
    command(slack, "/briefing portugal-norway");
    const end = await bot.stop();
    expect(end.ms).toBeLessThan(WITHIN_MS);
    expect(end).toMatchObject({ code: 0, signal: null });
    expect(bot.said()).toContain("Stopped without waiting for");
    // One that has not even opened its store yet is asked, too.
    const opening = run(["start"], { ...slackEnv(), DATABASE_URL: url });
    await until(() => expect(opening.said()).toContain("Slack is on"));
    await sleep(500);
    const ended = await opening.stop();
    expect(ended.ms).toBeLessThan(WITHIN_MS);
    expect(ended).toMatchObject({ code: 0, signal: null });
  }, 120_000);
});
