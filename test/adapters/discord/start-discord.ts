import { pino } from "pino";
import { ADMISSION_LIMITS, type AdmissionLimits, createAdmission } from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import type { BotRest } from "../../../src/adapters/discord/connection/create-bot-rest.ts";
import type { DiscordTimings } from "../../../src/adapters/discord/connection/timings.ts";
import { createDiscordChat, DISCORD_TIMINGS } from "../../../src/adapters/discord/create-discord-chat.ts";
import type { Chat, Desk, EventLog } from "../../../src/domain/chat/chat.ts";
import { createFakeActions, createFakeDesk, createFakeEvents, type FakeDesk } from "../../fakes/desk.ts";
import { createFakeWorkspaces } from "../../fakes/workspaces.ts";
import { FakeDiscord } from "../../servers/fake-discord.ts";
import type { FakeDiscordMessage } from "../../servers/fake-discord-state.ts";

/** The timings of the program, shortened so that a test waits for nothing. */
const QUICK: DiscordTimings = {
  ...DISCORD_TIMINGS,
  apiTimeoutMs: 2000,
  retryMinMs: 5,
  retryMaxMs: 20,
  reconnectMinMs: 5,
  reconnectMaxMs: 40,
};

export interface StartedDiscord {
  discord: FakeDiscord;
  desk: FakeDesk;
  bot: BotRest;
  events: EventLog;
  chat: Chat;
  /** Which workspaces the store knows, and since when the bot is out of them. */
  workspaces: Map<string, number | null>;
  /** Every line that was logged, as JSON. */
  logged: string[];
  stop(): Promise<void>;
}

export interface StartOptions {
  timings?: Partial<DiscordTimings>;
  token?: string;
  messageContent?: boolean;
  prepare?: (discord: FakeDiscord) => void;
  /** What the store knows of workspaces from an earlier run. */
  known?: (workspaces: Map<string, number | null>) => void;
  /** A desk that answers instead of the invented one. */
  answering?: Desk;
  limits?: Partial<AdmissionLimits>;
  longestCrowdMs?: number;
  marksSeen?: boolean;
  /** The clock's instant, where it must not pass. */
  nowMs?: number;
  /** Whether the test calls `chat.start` itself. */
  isManual?: boolean;
}

/** The adapter with a working desk, against a Discord of ours on loopback. */
export async function startDiscord(options: StartOptions = {}): Promise<StartedDiscord> {
  const discord = new FakeDiscord();
  await discord.listen();
  options.prepare?.(discord);
  const desk = createFakeDesk();
  const logged: string[] = [];
  const events = createFakeEvents();
  const acknowledgements = createAcknowledgements(options.longestCrowdMs);
  const workspaces = createFakeWorkspaces();
  options.known?.(workspaces.leftAt);
  const token = options.token ?? discord.state.token;
  const timings = { ...QUICK, ...options.timings };
  const bot = discord.openBot({ token, apiTimeoutMs: timings.apiTimeoutMs });
  const chat = createDiscordChat(
    {
      token,
      bot,
      messageContent: options.messageContent ?? false,
      apiUrl: discord.apiUrl,
      timings,
    },
    {
      desk: options.answering ?? desk,
      actions: createFakeActions(),
      events,
      acknowledgements,
      admission: createAdmission(acknowledgements, { ...ADMISSION_LIMITS, ...options.limits }),
      workspaces,
      logger: pino({ level: "debug" }, { write: (line: string) => void logged.push(line) }),
      clock: { now: () => options.nowMs ?? Date.now() },
      marksSeen: options.marksSeen,
    },
  );
  async function stop(): Promise<void> {
    await chat.stop(1000);
    await discord.close();
  }
  try {
    if (options.isManual !== true) await chat.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { discord, desk, bot, events, chat, workspaces: workspaces.leftAt, logged, stop };
}

/** All that people read of a message: titles and text without markup's backslashes, links by their label. */
export function shown(message: Pick<FakeDiscordMessage, "content" | "embeds"> | undefined): string {
  const texts = (message?.embeds ?? []).flatMap((embed) => [embed["title"], embed["description"]]);
  return [message?.content, ...texts]
    .filter((text): text is string => typeof text === "string" && text !== "")
    .map((text) => text.replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1").replace(/\\([^0-9A-Za-z\s])/g, "$1"))
    .join("\n");
}

/** What the bot wrote into a channel for everyone. */
export function messagesIn(discord: FakeDiscord, channelId: string): FakeDiscordMessage[] {
  const { messages, botUserId } = discord.state;
  return messages.filter(
    (each) => each.channelId === channelId && each.authorId === botUserId && each.onlyFor === null && !each.isLoading,
  );
}

/** What one person alone was shown. */
export function whisperedTo(discord: FakeDiscord, userId: string): FakeDiscordMessage[] {
  return discord.state.messages.filter((each) => each.onlyFor === userId && !each.isLoading);
}
