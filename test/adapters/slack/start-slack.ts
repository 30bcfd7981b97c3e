import { type Logger, pino } from "pino";
import { ADMISSION_LIMITS, type AdmissionLimits, createAdmission } from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import type { SlackTimings } from "../../../src/adapters/slack/commands/context.ts";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackChat, SLACK_TIMINGS } from "../../../src/adapters/slack/create-slack-chat.ts";
import type { Chat, Desk, EventLog } from "../../../src/domain/chat/chat.ts";
import { createFakeActions, createFakeDesk, createFakeEvents, type FakeDesk } from "../../fakes/desk.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";
import type { FakeMessage } from "../../servers/fake-slack-state.ts";
import { freePort } from "../../servers/free-port.ts";

/** The timings of the program, shortened so that a test waits for nothing. */
export const QUICK: SlackTimings = {
  ...SLACK_TIMINGS,
  apiTimeoutMs: 2000,
  settleMs: 40,
  apiRetries: 2,
  retryMinMs: 5,
  retryMaxMs: 20,
  reconnectMinMs: 5,
  reconnectMaxMs: 40,
};

export interface StartedSlack {
  slack: FakeSlack;
  desk: FakeDesk;
  events: EventLog;
  chat: Chat;
  /** Every line that was logged, as JSON. */
  logged: string[];
  stop(): Promise<void>;
}

export interface StartOptions {
  mode?: "socket" | "http";
  timings?: Partial<SlackTimings>;
  scopes?: string[];
  botToken?: string;
  appToken?: string;
  prepare?: (slack: FakeSlack) => void;
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

export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

/** The adapter with a working desk, against a Slack of ours on loopback. */
export async function startSlack(options: StartOptions = {}): Promise<StartedSlack> {
  const http = options.mode === "http" ? { requestUrl: "", signingSecret: SIGNING_SECRET } : {};
  const slack = new FakeSlack({ scopes: options.scopes ?? BOT_SCOPES.map(({ scope }) => scope), ...http });
  await slack.listen();
  options.prepare?.(slack);
  const desk = createFakeDesk();
  const logged: string[] = [];
  const events = createFakeEvents();
  const acknowledgements = createAcknowledgements(options.longestCrowdMs);
  const port = await freePort();
  if (options.mode === "http") slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const chat = createSlackChat(
    {
      botToken: options.botToken ?? slack.state.botToken,
      connection:
        options.mode === "http"
          ? { mode: "http", signingSecret: SIGNING_SECRET, host: "127.0.0.1", port }
          : { mode: "socket", appToken: options.appToken ?? slack.state.appToken },
      apiUrl: slack.apiUrl,
      timings: { ...QUICK, ...options.timings },
    },
    {
      desk: options.answering ?? desk,
      actions: createFakeActions(),
      events,
      acknowledgements,
      admission: createAdmission(acknowledgements, { ...ADMISSION_LIMITS, ...options.limits }),
      logger: keepingLogger(logged),
      clock: { now: () => options.nowMs ?? Date.now() },
      marksSeen: options.marksSeen,
    },
  );
  async function stop(): Promise<void> {
    await chat.stop(1000);
    await slack.close();
  }
  try {
    if (options.isManual !== true) await chat.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { slack, desk, events, chat, logged, stop };
}

export function keepingLogger(lines: string[]): Logger {
  return pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
}

/** All that people read of blocks, one line for each text. */
export function shown(blocks: unknown): string {
  const words: string[] = [];
  JSON.stringify(blocks, (key, value) => {
    if (key === "text" && typeof value === "string") words.push(value);
    return value;
  });
  return words.join("\n");
}

/** The messages of a channel outside of threads, and those of a thread below its first. */
export function messagesIn(slack: FakeSlack, channel: string, threadTs: string | null = null): FakeMessage[] {
  return slack.state.messages.filter((message) => message.channel === channel && message.threadTs === threadTs);
}
