import type { ChannelTrouble } from "../../../src/domain/digests/digest.ts";
import { ROUTES } from "../../servers/fake-discord-routes.ts";
import { channelOf, createFakeDiscordState, type FakeDiscordState } from "../../servers/fake-discord-state.ts";
import { parseArguments } from "../../servers/fake-slack.ts";
import { METHODS } from "../../servers/fake-slack-methods.ts";
import { createFakeSlackState } from "../../servers/fake-slack-state.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Snowflakes count from 2015: discord.com/developers/docs/reference#snowflakes. */
const DISCORD_EPOCH = Date.UTC(2015, 0, 1);
/** Nobody looks for a message that is older: what is kept makes every look slower. */
const KEPT_DAYS = 40;

/** What a platform itself says of a channel; that a digest fails for days is the program's word. */
export type ChatTrouble = Exclude<ChannelTrouble, "failing">;

/** A request as it comes to a platform. */
export interface PlatformRequest {
  method: string;
  /** Of Slack, the method of its API; of Discord, the route. */
  path: string;
  query: URLSearchParams;
  body: string;
}

export interface PlatformAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export interface Posted {
  /** Null of a word to a person. */
  key: string | null;
  channelId: string;
  isRoot: boolean;
}

/** A platform's server, which answers at once and keeps what reached it. */
export interface PlatformServer {
  /** The request posts into a channel, or begins a thread there. */
  isPost(request: PlatformRequest): boolean;
  /** The channel that a request is about, that of its thread included; null where it is about none. */
  channelOf(request: PlatformRequest): string | null;
  handle(request: PlatformRequest): PlatformAnswer;
  refusal(reason: ChatTrouble | "invalid"): PlatformAnswer;
  limit(seconds: number, scope: "channel" | "all"): PlatformAnswer;
}

interface ServerRoom {
  world: World;
  random: Random;
  channelIds: string[];
  onPosted(posted: Posted): void;
}

const JSON_BODY = { "content-type": "application/json" };
const answer = (status: number, body: unknown): PlatformAnswer => ({ status, body, headers: JSON_BODY });

/** The Slack of the adapter's tests, with what it refuses, on the world's clock. */
export function createSlackServer({ world, channelIds, onPosted }: ServerRoom): PlatformServer {
  const state = createFakeSlackState([]);
  let count = 0;
  state.nextTs = () => `${Math.floor(world.nowMs() / 1000)}.${String(++count).padStart(6, "0")}`;
  for (const id of channelIds) state.channels.set(id, { id, hasBot: true, isPrivate: false, isArchived: false });
  const argumentsOf = ({ body }: PlatformRequest) => parseArguments(body, "");
  const codes = { gone: "channel_not_found", archived: "is_archived", forbidden: "not_in_channel", invalid: "invalid_blocks" };
  return {
    isPost: ({ path }) => path === "chat.postMessage",
    channelOf: (request) => String(argumentsOf(request)["channel"] ?? "") || null,
    handle(request) {
      const given = argumentsOf(request);
      const result = { ok: true, ...METHODS[request.path]?.(state, given) } as { ok: boolean };
      if (request.path === "chat.postMessage" && result.ok) {
        const metadata = given["metadata"] as { event_payload: { key: string } } | undefined;
        const isRoot = given["thread_ts"] === undefined;
        onPosted({ key: metadata?.event_payload.key ?? null, channelId: String(given["channel"]), isRoot });
        forgetOld(state.messages, ({ ts }) => Number(ts) * 1000 < world.nowMs() - KEPT_DAYS * DAY);
      }
      return answer(200, result);
    },
    refusal: (reason) => answer(200, { ok: false, error: codes[reason] }),
    // Slack counts by workspace, whatever the pause is about.
    limit: (seconds) => ({
      ...answer(429, { ok: false, error: "ratelimited" }),
      headers: { ...JSON_BODY, "retry-after": String(Math.ceil(seconds)) },
    }),
  };
}

/** The Discord of the adapter's tests, with what it refuses, on the world's clock. It forgets a nonce after some minutes. */
export function createDiscordServer({ world, random, channelIds, onPosted }: ServerRoom): PlatformServer {
  const state = createFakeDiscordState();
  let count = 0n;
  state.nextId = () => String((BigInt(Math.floor(world.nowMs()) - DISCORD_EPOCH) << 22n) + (++count & 0x3fffffn));
  for (const id of channelIds) state.channels.set(id, channelOf(id));
  const codes = {
    gone: answer(404, { code: 10003, message: "Unknown Channel" }),
    archived: answer(400, { code: 50083, message: "Thread is archived" }),
    forbidden: answer(403, { code: 50013, message: "Missing Permissions" }),
    invalid: answer(400, { code: 50035, message: "Invalid Form Body" }),
  };
  return {
    isPost: ({ method, path }) => method === "POST" && path.startsWith("/channels/"),
    channelOf({ path }) {
      const place = /^\/channels\/(\d+)/.exec(path)?.[1];
      return place === undefined ? null : (state.channels.get(place)?.parentId ?? place);
    },
    handle({ method, path, query, body }) {
      const route = ROUTES.find((each) => each.method === method && each.path.test(path));
      if (route === undefined) throw new Error(`Discord has no ${method} ${path}.`);
      const sent = { body: body === "" ? {} : (JSON.parse(body) as Record<string, unknown>), files: [], query };
      const before = state.messages.length;
      const result = route.handle(state, (route.path.exec(path) ?? []).slice(1), sent);
      if (state.messages.length > before) arrived({ state, world, random, onPosted });
      return answer(result.status, result.body);
    },
    refusal: (reason) => codes[reason],
    limit: (seconds, scope) => ({
      ...answer(429, { message: "You are being rate limited.", retry_after: seconds, global: scope === "all" }),
      headers: {
        ...JSON_BODY,
        "retry-after": String(seconds),
        "x-ratelimit-scope": scope === "all" ? "global" : "shared",
        ...(scope === "all" ? { "x-ratelimit-global": "true" } : {}),
      },
    }),
  };
}

interface Arrived extends Omit<ServerRoom, "channelIds"> {
  state: FakeDiscordState;
}

function arrived({ state, world, random, onPosted }: Arrived): void {
  const message = state.messages.at(-1);
  if (message === undefined) return;
  const [nonce = null] = [...state.nonces].at(-1) ?? [];
  const key = nonce !== null && state.nonces.get(nonce) === message ? nonce : null;
  const place = state.channels.get(message.channelId);
  onPosted({ key, channelId: place?.parentId ?? message.channelId, isRoot: place?.parentId === null });
  if (key !== null) world.at(world.nowMs() + random.between(2, 10) * MINUTE, () => state.nonces.delete(key));
  const isOld = (id: string) => Number(BigInt(id) >> 22n) + DISCORD_EPOCH < world.nowMs() - KEPT_DAYS * DAY;
  for (const { id } of forgetOld(state.messages, (each) => isOld(each.id))) state.channels.delete(id);
}

const MOST_OLD = 500;

/** Drops the oldest where there are many of them. */
function forgetOld<T>(messages: T[], isOld: (message: T) => boolean): T[] {
  const last = messages[MOST_OLD];
  return last !== undefined && isOld(last) ? messages.splice(0, MOST_OLD) : [];
}
