import { pino } from "pino";
import { createBotRest } from "../../../src/adapters/discord/connection/create-bot-rest.ts";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import { DIGEST_TIMINGS } from "../../../src/digest/digest-timings.ts";
import type { Stopwatch } from "../../../src/domain/clock.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import {
  type ChatTrouble,
  createDiscordServer,
  createSlackServer,
  type PlatformAnswer,
  type PlatformRequest,
  type PlatformServer,
  type Posted,
} from "./platforms.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const SECOND = 1000;

export interface Arrival {
  key: string;
  channelId: string;
  isRoot: boolean;
  atMs: number;
}

/** What a process has of the outside while it lives. */
interface Living {
  /** Hands on what the outside brings; where the process is dead, nothing ever comes back. */
  call<T>(work: () => Promise<T>): Promise<T>;
  stopwatch: Stopwatch;
}

/** Slack and Discord, which are slow, busy, gone for days, and lose answers. What has reached them is in the channel whatever becomes of the sender. */
export interface SimulatedChat {
  /** The program's own posters of a process, and what ends them with it. */
  connect(process: Living): { posters: DigestPoster[]; close(): void };
  /** Carries a request of whichever process. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  arrivals: Arrival[];
  /** Channels in trouble. */
  troubles: Map<string, ChatTrouble>;
  isDown: boolean;
  /** Whether it behaves: no pauses, no lost answers. */
  isCalm: boolean;
  counts: { limited: number; lostAnswers: number; refused: number; unreached: number; told: number };
}

interface ChatRoom {
  world: World;
  random: Random;
  channelIds: { slack: string[]; discord: string[] };
}

const { apiTimeoutMs, graceMs } = DIGEST_TIMINGS;
const logger = pino({ level: "silent" });

export function createSimulatedChat({ world, random, channelIds }: ChatRoom): SimulatedChat {
  const onPosted = ({ key, ...posted }: Posted) => {
    if (key === null) chat.counts.told += 1;
    else chat.arrivals.push({ ...posted, key, atMs: world.nowMs() });
  };
  const servers: Record<string, PlatformServer> = {
    slack: createSlackServer({ world, random, onPosted, channelIds: channelIds.slack }),
    discord: createDiscordServer({ world, random, onPosted, channelIds: channelIds.discord }),
  };
  const processes: Living[] = [];
  const chat: SimulatedChat = {
    connect(process) {
      const at = processes.push(process) - 1;
      const deps = { actions: createFakeActions(), conversations: { open: async () => undefined }, logger };
      const config = { botToken: "xoxb-test", apiUrl: `https://slack.invalid/${at}/api/`, apiTimeoutMs };
      const bot = createBotRest({ token: "MTA0.token.test", apiUrl: `https://discord.invalid/${at}/api`, apiTimeoutMs });
      const { stopwatch } = process;
      const posters = [createSlackPoster(config, { ...deps, stopwatch }), createDiscordPoster(bot, { ...deps, stopwatch })];
      return { posters, close: () => bot.close() };
    },
    async fetch(url, init) {
      const { hostname, pathname, searchParams: query } = new URL(url);
      const [, at = "", path = ""] = /^\/(\d+)\/api\/(.*)$/.exec(pathname.replace("/api/v10/", "/api//")) ?? [];
      const server = servers[hostname.replace(".invalid", "")];
      const process = processes[Number(at)];
      if (server === undefined || process === undefined) throw new Error(`Nobody is at ${url}.`);
      const request = { method: init.method ?? "GET", path, query, body: String(init.body ?? "") };
      return process.call(() => carry({ chat, world, random, server }, request));
    },
    arrivals: [],
    troubles: new Map(),
    isDown: false,
    isCalm: false,
    counts: { limited: 0, lostAnswers: 0, refused: 0, unreached: 0, told: 0 },
  };
  return chat;
}

interface Way {
  chat: SimulatedChat;
  world: World;
  random: Random;
  server: PlatformServer;
}

/** A request there and its answer back, or what becomes of them. */
async function carry({ chat, world, random, server }: Way, request: PlatformRequest): Promise<Response> {
  const sentMs = world.nowMs();
  await travel(world, random);
  if (chat.isDown) throw unreached(chat, random);
  const refused = refuse({ chat, world, random, server }, request);
  if (refused !== null) return responseOf(refused);
  const isLost = server.isPost(request) && !chat.isCalm && random.chance(0.003);
  if (isLost) chat.counts.lostAnswers += 1;
  // The sender gives up, and the platform takes the request all the same.
  if (isLost && random.chance(0.5)) {
    const givenUpMs = sentMs + apiTimeoutMs;
    world.at(givenUpMs + random.between(0, graceMs), () => void server.handle(request));
    await world.sleep(givenUpMs - world.nowMs());
    throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
  }
  const answer = server.handle(request);
  await travel(world, random);
  if (isLost) throw lostWith("ECONNRESET");
  return responseOf(answer);
}

/** Mostly a fraction of a second; sometimes it takes long, but no longer than a request may. */
function travel(world: World, random: Random): Promise<void> {
  return world.sleep(random.chance(0.02) ? random.between(1, 4.5) * SECOND : random.between(0.01, 0.3) * SECOND);
}

function unreached(chat: SimulatedChat, random: Random): Error {
  chat.counts.unreached += 1;
  return lostWith(random.chance(0.5) ? "ECONNREFUSED" : "ECONNRESET");
}

/** As Node's fetch puts it. */
function lostWith(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function refuse({ chat, random, server }: Way, request: PlatformRequest): PlatformAnswer | null {
  const channelId = server.channelOf(request);
  const trouble = channelId === null ? undefined : chat.troubles.get(channelId);
  if (trouble !== undefined) return server.refusal(trouble);
  if (chat.isCalm) return null;
  const isPost = server.isPost(request);
  if (random.chance(isPost ? 0.01 : 0.05)) {
    chat.counts.limited += 1;
    return server.limit(random.span(1, 60), random.chance(0.5) ? "channel" : "all");
  }
  if (!isPost || !random.chance(0.0005)) return null;
  chat.counts.refused += 1;
  return server.refusal("invalid");
}

/** What the clients read of a response, without the streams of a real one. */
function responseOf({ status, headers, body }: PlatformAnswer): Response {
  const text = JSON.stringify(body ?? null);
  const response = {
    status,
    ok: status < 300,
    statusText: "",
    url: "",
    headers: new Headers(headers),
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
    arrayBuffer: async () => new ArrayBuffer(0),
  };
  return response as unknown as Response;
}
