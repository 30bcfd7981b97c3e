import { pino } from "pino";
import { createDiscordPoster } from "../../../src/adapters/discord/threads/create-discord-poster.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import type { ActionStore, Platform } from "../../../src/domain/chat/chat.ts";
import type { ConversationStore } from "../../../src/domain/chat/conversations.ts";
import type { Stopwatch } from "../../../src/domain/clock.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import { channelOf, GUILD } from "../../servers/fake-discord-state.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";

const logger = pino({ level: "silent" });
const API_TIMEOUT_MS = 10_000;

/** Paragraphs of 1,700 characters that make two messages behind the first one. */
interface Sized {
  paragraphs: number;
}

interface PosterDeps {
  actions: ActionStore;
  conversations: ConversationStore;
  stopwatch: Stopwatch;
}

/** What stands in a channel: each message by what it is known by, and whether it is below the digest's first one. */
export interface Standing {
  name: string;
  isBelow: boolean;
}

/** A platform of ours that speaks HTTP, with posters as the program has them. */
export interface StallPlatform extends Sized {
  platform: Platform;
  workspaceId: string;
  addChannel(number: number): string;
  /** `token` is asked for where the poster looks its token up. */
  poster(deps: PosterDeps, token: () => Promise<void>): DigestPoster;
  onTheWay(wait: (moment: "request" | "answer") => Promise<void>): void;
  /** The minutes are over in which a nonce is known. */
  forgetNonces(): void;
  /** Posts that were taken so far, copies included. */
  posts(): number;
  standing(channelId: string): Standing[];
  close(): Promise<void>;
}

export async function openSlack(): Promise<StallPlatform> {
  const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
  await slack.listen();
  const nothing = async () => undefined;
  return {
    platform: "slack",
    workspaceId: "slack:T1",
    paragraphs: 8,
    addChannel(number) {
      const id = `K${number}`;
      slack.state.channels.set(id, { id, hasBot: true, isPrivate: false, isArchived: false });
      return id;
    },
    poster(deps, token) {
      const tokenOf = async () => {
        await token();
        return slack.state.botToken;
      };
      const installations = { tokenOf, removed: nothing, refused: nothing, check: async () => ({ teams: 1, faults: [] }) };
      return createSlackPoster({ apiUrl: slack.apiUrl, apiTimeoutMs: API_TIMEOUT_MS, installations }, { ...deps, logger });
    },
    onTheWay(wait) {
      slack.onTheWay = wait;
    },
    forgetNonces: () => undefined,
    posts: () => slack.callsOf("chat.postMessage").filter(({ error }) => error === null).length,
    standing(channelId) {
      const all = slack.state.messages.filter(({ channel }) => channel === channelId);
      const root = all.find(({ threadTs }) => threadTs === null)?.ts;
      return all.map(({ metadata, threadTs }) => ({ name: JSON.stringify(metadata), isBelow: threadTs === root }));
    },
    close: () => slack.close(),
  };
}

export async function openDiscord(): Promise<StallPlatform> {
  const discord = new FakeDiscord();
  await discord.listen();
  return {
    platform: "discord",
    workspaceId: `discord:${GUILD}`,
    paragraphs: 4,
    addChannel(number) {
      const id = String(200_000_000_000_000_000n + BigInt(number));
      discord.state.channels.set(id, channelOf(id));
      return id;
    },
    poster: (deps) => createDiscordPoster(discord.openBot({ apiTimeoutMs: API_TIMEOUT_MS }), { ...deps, logger }),
    onTheWay(wait) {
      discord.onTheWay = wait;
    },
    forgetNonces: () => discord.state.nonces.clear(),
    posts: () => discord.callsOf("POST", /\/messages$/).filter(({ status }) => status === 200).length,
    standing(channelId) {
      const { messages, channels } = discord.state;
      const threads = new Set([...channels.values()].filter(({ parentId }) => parentId === channelId).map(({ id }) => id));
      const all = messages.filter((each) => each.channelId === channelId || threads.has(each.channelId));
      const root = all.find((each) => each.channelId === channelId)?.id;
      return all.map(({ embeds, channelId: place }) => ({ name: JSON.stringify(embeds), isBelow: place === root }));
    },
    close: () => discord.close(),
  };
}
