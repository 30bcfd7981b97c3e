import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { webApi } from "@slack/bolt";
import pLimit from "p-limit";
import { pino } from "pino";
import { createDiscordPoster } from "../src/adapters/discord/threads/create-discord-poster.ts";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../src/adapters/slack/connection/scopes.ts";
import { createSlackPoster } from "../src/adapters/slack/threads/create-slack-poster.ts";
import { createPostingComposer } from "../src/commands/digests/compose-posting.ts";
import { DIGEST_TIMINGS } from "../src/digest/digest-timings.ts";
import type { Platform } from "../src/domain/chat/chat.ts";
import type { NewSubscription } from "../src/domain/digests/digest.ts";
import type { DigestPoster } from "../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../src/domain/stopwatch.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { createDirectDigests } from "../test/fakes/direct-digests.ts";
import { FakeDiscord } from "../test/servers/fake-discord.ts";
import { channelOf } from "../test/servers/fake-discord-state.ts";
import { FakeSlack } from "../test/servers/fake-slack.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, report, timed, worked } from "./measure.ts";

const ARTICLES = 300;
const DAY_MS = 86_400_000;
const TOPICS = [
  "france-germany",
  "brazil",
  "japan",
  "semiconductors",
  "norway-portugal",
  "vaccines",
  "visas",
  "rail links",
  "india",
  "kenya",
];
/** docs.slack.dev/apis/web-api/rate-limits: about one message a second in a channel. */
const SLACK_PACE_MS = 1000;
/** discord.com/developers/docs/topics/rate-limits: 50 requests a second of one bot. */
const DISCORD_PER_SECOND = 50;

const clock = { now: () => Date.now() };
const logger = pino({ level: "silent" });

/** So many channels whose digest is due in the same minute, posted to local servers that enforce the platforms' published limits, which are the floor. */
export async function benchDigests(channels: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const store = await openStore({ url: `file:${join(folder, "store.db")}` });
  const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
  const discord = new FakeDiscord();
  await Promise.all([slack.listen(), discord.listen()]);
  slack.channelPaceMs = SLACK_PACE_MS;
  const workspaces = { slack: "slack:T1", discord: `discord:${discord.state.guildId}` };
  for (const workspaceId of Object.values(workspaces)) await ingest(store, workspaceId);
  await follow(store, { platform: "slack", workspaceId: workspaces.slack, channels });
  await follow(store, { platform: "discord", workspaceId: workspaces.discord, channels });
  for (const each of await store.digests.subscriptions.list(workspaces.slack, null))
    slack.state.channels.set(each.channelId, { id: each.channelId, hasBot: true, isPrivate: false, isArchived: false });
  for (const each of await store.digests.subscriptions.list(workspaces.discord, null))
    discord.state.channels.set(each.channelId, channelOf(each.channelId));
  await benchComposing(store, workspaces.slack);
  const deps = { actions: store.actions, conversations: store.conversations, stopwatch, logger };
  const { apiTimeoutMs } = DIGEST_TIMINGS;
  const slackPoster = createSlackPoster({ botToken: slack.state.botToken, apiUrl: slack.apiUrl, apiTimeoutMs }, deps);
  const posted = await worked(() => post(store, slackPoster));
  const posts = slack.state.messages.map(({ channel, text, blocks }) => ({ channel, text, blocks }));
  reportPosts("Slack", { ...posted, floor: await postBare(slack, posts), posts: posts.length });
  const bot = discord.openBot({ apiTimeoutMs });
  const discordMs = await timed(() => post(store, createDiscordPoster(bot, deps)));
  const floorMs = (1000 * discord.calls.length) / DISCORD_PER_SECOND;
  report(`${discord.state.messages.length} posts, all due at once, to the last, Discord`, {
    figure: ms(discordMs),
    floor: ms(floorMs),
    ratio: discordMs / Math.max(1, floorMs),
  });
  await Promise.all([slack.close(), discord.close()]);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

type Worked = Awaited<ReturnType<typeof worked>>;

/** Both the posts and the server that takes them are of this process. */
function reportPosts(
  platform: string,
  { ms: tookMs, processorMs, floor, posts }: Worked & { floor: Worked; posts: number },
): void {
  const name = `${posts} posts, all due at once, to the last, ${platform}`;
  report(name, { figure: ms(tookMs), floor: ms(floor.ms), ratio: tookMs / floor.ms });
  report("… processor time, the server's included", {
    figure: ms(processorMs),
    floor: ms(floor.processorMs),
    ratio: processorMs / floor.processorMs,
  });
}

/** The same messages by Slack's own client alone, as many at once, when their channels take the next. */
async function postBare(slack: FakeSlack, posts: webApi.ChatPostMessageArguments[]): Promise<Worked> {
  await new Promise((resolve) => setTimeout(resolve, SLACK_PACE_MS));
  const client = new webApi.WebClient(slack.state.botToken, { slackApiUrl: slack.apiUrl });
  const inParallel = pLimit(DIGEST_TIMINGS.concurrency);
  return worked(() => Promise.all(posts.map((message) => inParallel(() => client.chat.postMessage(message)))));
}

async function ingest(store: Store, workspaceId: string): Promise<void> {
  async function* read() {
    for (const article of generateArticles(ARTICLES)) yield { kind: "article" as const, article };
  }
  const extract = async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article);
  for await (const result of ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() }))
    if (result.status !== "new") throw new Error(`${result.id}: ${result.reason}`);
}

async function follow(store: Store, where: { platform: Platform; workspaceId: string; channels: number }): Promise<void> {
  const now = Date.now();
  const key = new Date(now - DAY_MS).toISOString().slice(0, 10);
  for (let at = 0; at < where.channels; at++) {
    const given: NewSubscription = {
      workspaceId: where.workspaceId,
      platform: where.platform,
      channelId: where.platform === "slack" ? `C${at}` : String(200_000_000_000_000_000n + BigInt(at)),
      topics: [TOPICS[at % TOPICS.length] ?? "japan"],
      minuteOfDay: (Math.floor(now / 60_000) + 720) % 1440,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: "UTC",
      whenEmpty: "line",
      language: "en",
      createdBy: null,
      createdAtMs: now,
    };
    await store.digests.subscriptions.add(given, { key, dueAtMs: now });
  }
}

/** All digests composed in one look, beside one of each topic: what is shared costs once. */
async function benchComposing(store: Store, workspaceId: string): Promise<void> {
  const subscriptions = await store.digests.subscriptions.list(workspaceId, null);
  const composeFor = async (some: typeof subscriptions) => {
    const compose = createPostingComposer(store, clock);
    for (const subscription of some)
      await compose(subscription, { told: {}, reason: null, nowMs: clock.now(), dueAtMs: clock.now() });
  };
  const one = subscriptions.slice(0, TOPICS.length);
  await composeFor(one);
  const floorMs = await timed(() => composeFor(one));
  const tookMs = await timed(() => composeFor(subscriptions));
  report(`${subscriptions.length} digests composed (floor: one of each of ${TOPICS.length} topics)`, {
    figure: ms(tookMs),
    floor: ms(floorMs),
    ratio: tookMs / floorMs,
  });
}

/** Until nothing is due any more: pauses that the platform asks for included. */
async function post(store: Store, poster: DigestPoster): Promise<number> {
  const worker = createDirectDigests({
    store: store.digests,
    posters: [poster],
    createComposer: () => createPostingComposer(store, clock),
    clock,
    stopwatch,
    timings: DIGEST_TIMINGS,
    onFailure: (error) => {
      throw error;
    },
  });
  return timed(async () => {
    for (;;) {
      const next = await worker.run();
      const pauseMs = (next ?? Number.POSITIVE_INFINITY) - Date.now();
      if (pauseMs > DAY_MS / 4) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(50, pauseMs)));
    }
  });
}
