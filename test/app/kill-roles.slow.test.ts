import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { createPgBossQueue } from "../../src/adapters/queue/create-pg-boss-queue.ts";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import type { Subscription } from "../../src/domain/digests/digest.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { page, rss, wholeText } from "../fakes/feeds.ts";
import { FakeSite } from "../servers/fake-site.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { command } from "../servers/fake-slack-people.ts";
import { until } from "../servers/until.ts";
import { SHORT_JOBS } from "./short-timings.ts";

/** KILL_SECONDS=30 npx vitest run test/app/kill-roles.slow.test.ts kills for longer, and holds what is left to the bar of a minute. */
const SECONDS = Number(process.env["KILL_SECONDS"] ?? 12);
/** In the ordinary run the machine may be busy with other tests. */
const DEADLINE_MS = 240_000;
const SETTLED_WITHIN_MS = process.env["KILL_SECONDS"] === undefined ? DEADLINE_MS : 60_000;
const ROLES = ["chat,schedule", "schedule", "work", "work"];
const ENTRIES = 8;
const WORKSPACE = "slack:T1";
const DAY_MS = 86_400_000;
const KEY = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);

describe.skipIf(postgresqlUrl === "")("four processes of all roles on one PostgreSQL", () => {
  let database: TemporaryPostgresql;
  let store: Store;
  let site: FakeSite;
  let slack: FakeSlack;
  const children: (ChildProcess | null)[] = ROLES.map(() => null);
  let feeds: number;
  let followed: Subscription[];

  beforeEach(async () => {
    database = await temporaryPostgresql();
    store = await openStore({ url: database.url });
    site = new FakeSite();
    await site.listen();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    slack.answerDelayMs = 25;
    await slack.listen();
    feeds = 0;
    followed = [];
  });

  afterEach(async () => {
    for (const at of children.keys()) await kill(at);
    await store.close();
    await slack.close();
    await site.close();
    await database.drop();
  });

  function start(at: number): void {
    children[at] = spawn(process.execPath, [`${inject("programs")}/serve-child.js`, ROLES[at] ?? ""], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        PATH: process.env["PATH"],
        DATABASE_URL: database.url,
        LOG_LEVEL: "silent",
        SLACK_BOT_TOKEN: slack.state.botToken,
        SLACK_APP_TOKEN: slack.state.appToken,
        SLACK_API_URL: slack.apiUrl,
        SOURCES_ALLOW_PRIVATE: "127.0.0.1",
        SOURCES_HOST_GAP_MS: "5",
      },
    });
  }

  async function kill(at: number): Promise<void> {
    const child = children[at] ?? null;
    children[at] = null;
    if (child === null || child.exitCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  }

  /** A feed that is due now: half of them have teasers, whose pages take a moment. */
  async function addFeed(): Promise<void> {
    const feed = feeds++;
    const entries = Array.from({ length: ENTRIES }, (_, at) => {
      const name = `${feed}-${at}`;
      site.paths.set(`/article/${name}`, (_request, response) => setTimeout(() => response.end(page(name)), 20));
      const text = feed % 2 === 0 ? wholeText(name) : "A teaser.";
      return { title: `Dispatch ${name}`, guid: name, link: `${site.url}/article/${name}`, text };
    });
    // What is lost once never comes again.
    site.paths.set(`/feed/${feed}`, (request, response) => {
      if (request.headers["if-none-match"] === `"${feed}"`) response.writeHead(304).end();
      else response.writeHead(200, { etag: `"${feed}"` }).end(rss(entries, { title: `Gazette ${feed}` }));
    });
    const source = { workspaceId: WORKSPACE, url: `${site.url}/feed/${feed}`, kind: "feed" as const, title: null };
    await store.followed.sources.add({ ...source, addedBy: null, addedIn: null, atMs: Date.now() });
  }

  /** A digest of a channel of its own, due now. */
  async function follow(): Promise<void> {
    const channelId = `K${followed.length}`;
    slack.state.channels.set(channelId, { id: channelId, hasBot: true, isPrivate: false, isArchived: false });
    const now = Date.now();
    const given = {
      workspaceId: WORKSPACE,
      platform: "slack" as const,
      channelId,
      createdBy: "U1",
      topics: ["portugal-norway"],
      // The next one is half a day away, so that no other comes while this runs.
      minuteOfDay: (Math.floor(now / 60_000) + 720) % 1440,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: "UTC",
      whenEmpty: "line" as const,
      language: "en" as const,
      createdAtMs: now,
    };
    followed.push(await store.digests.subscriptions.add(given, { key: KEY, dueAtMs: now }));
  }

  async function openDigests(): Promise<number> {
    const slots = await Promise.all(followed.map(({ id }) => store.digests.subscriptions.slots(id, 10)));
    return slots.filter((of) => of.find((slot) => slot.key === KEY)?.state !== "posted").length;
  }

  it("killed at random, store every article once, post every digest once, and lose no job", { timeout: 600_000 }, async () => {
    for (let feed = 0; feed < 4; feed++) await addFeed();
    for (const at of ROLES.keys()) start(at);
    const done = { kills: 0, commands: 0 };
    const ask = () => {
      if (slack.sockets.size === 0) return;
      done.commands += 1;
      command(slack, "/briefing portugal-norway");
    };
    const endsAtMs = Date.now() + SECONDS * 1000;
    while (Date.now() < endsAtMs) {
      await sleep(500 + Math.random() * 1500);
      if (Math.random() < 0.5) await addFeed();
      await follow();
      ask();
      const at = Math.floor(Math.random() * ROLES.length);
      await kill(at);
      start(at);
      done.kills += 1;
    }
    // The last one to be killed keeps the schedule: what was added behind its back is looked for when it starts.
    await kill(1);
    start(1);
    done.kills += 1;
    const killedAtMs = Date.now();
    const answered = () => slack.state.messages.filter(({ channel, threadTs }) => channel === "C1" && threadTs === null).length;
    const articles = feeds * ENTRIES;
    const asking = setInterval(() => answered() === 0 && ask(), 1000);
    try {
      await untilSettled(articles);
      await until(() => expect(answered()).toBeGreaterThan(0), DEADLINE_MS);
    } finally {
      clearInterval(asking);
    }
    const afterMs = Date.now() - killedAtMs;
    expect(await database.query(WHOLE)).toEqual([
      { articles, identities: articles, revisions: articles, indexed: articles, loose: 0, quotes: 1, people: 2 },
    ]);
    const recorded = new Map((await database.query(POSTED)).map(({ channel, messages }) => [channel, messages]));
    for (const { channelId } of followed) {
      const messages = slack.state.messages.filter((message) => message.channel === channelId);
      expect(messages.filter((message) => message.threadTs === null)).toHaveLength(1);
      expect(new Set(messages.map((message) => JSON.stringify(message.metadata))).size).toBe(messages.length);
      expect(messages).toHaveLength(Number(recorded.get(channelId)));
    }
    const served = site.requests.length;
    // Past the guard that forbids tests to print: this one is asked to.
    writeSync(
      2,
      `\n${done.kills} kills in ${SECONDS} s, settled ${afterMs} ms after the last: ${articles} articles of ${feeds} feeds stored once (${served} requests), ${followed.length} digests posted once (${slack.callsOf("chat.delete").length} copies deleted), ${answered()} answers to ${done.commands} commands, no job lost or dead; the machine's load is ${loadavg()[0]?.toFixed(1)}\n`,
    );
    expect(afterMs).toBeLessThan(SETTLED_WITHIN_MS);
  });

  /** Until every article and digest is there, nothing waits or is due, and no job is left: those of killed processes are tried again, and find nothing to do. */
  async function untilSettled(articles: number): Promise<void> {
    const failed: unknown[] = [];
    const clock = { now: () => Date.now() };
    const queue = await createPgBossQueue(database.url, {
      timings: SHORT_JOBS,
      clock,
      onFailure: (error) => failed.push(error),
    });
    const seen = async () => {
      const [settled] = await database.query(SETTLED);
      const counts = Object.values(await queue.depth());
      const of = (state: "waiting" | "active" | "dead") => counts.reduce((total, count) => total + count[state], 0);
      const jobs = { waiting: of("waiting"), active: of("active"), dead: of("dead") };
      return { ...settled, stored: await store.articles.count(WORKSPACE), open: await openDigests(), jobs };
    };
    const jobs = { waiting: 0, active: 0, dead: 0 };
    const all = { waiting: 0, kept: articles, due: 0, stored: articles, open: 0, jobs };
    for (const deadline = Date.now() + DEADLINE_MS; !isDeepStrictEqual(await seen(), all) && Date.now() < deadline; )
      await sleep(250);
    expect(await seen()).toEqual(all);
    await queue.stop(1000);
    expect(failed).toEqual([]);
  }
});

const SETTLED = `SELECT
  (SELECT count(*) FROM "SourceItem" WHERE "outcome" = 'waiting')::int AS waiting,
  (SELECT count(*) FROM "SourceItem" WHERE "outcome" = 'kept')::int AS kept,
  (SELECT count(*) FROM "Source" WHERE "nextPollAt" <= now() AT TIME ZONE 'UTC')::int AS due`;

const POSTED = `SELECT "channelId" AS channel, count(*)::int AS messages FROM "Delivery"
  JOIN "Slot" ON "Slot"."id" = "slotId" JOIN "Subscription" ON "Subscription"."id" = "subscriptionId"
  WHERE "Delivery"."state" = 'sent' GROUP BY "channelId"`;

const WHOLE = `SELECT
  (SELECT count(*) FROM "Article")::int AS articles, (SELECT count(DISTINCT "identity") FROM "Article")::int AS identities,
  (SELECT count(*) FROM "Revision")::int AS revisions, (SELECT count(*) FROM "article_search")::int AS indexed,
  (SELECT count(*) FROM "Article" WHERE "storyId" IS NULL)::int AS loose,
  (SELECT count(DISTINCT quotes) FROM (SELECT count(*) AS quotes FROM "Quote" GROUP BY "articleId") q)::int AS quotes,
  (SELECT count(*) FROM "Person")::int AS people`;
