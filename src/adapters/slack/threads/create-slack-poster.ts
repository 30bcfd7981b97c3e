import type { webApi } from "@slack/bolt";
import type { Logger } from "pino";
import type { ActionStore } from "../../../domain/chat/chat.ts";
import type { ConversationStore } from "../../../domain/chat/conversations.ts";
import type { Document } from "../../../domain/chat/document.ts";
import type { Stopwatch } from "../../../domain/clock.ts";
import type {
  DigestMessage,
  DigestPoster,
  FindOutcome,
  MayLeave,
  PostFailure,
  PostOutcome,
} from "../../../domain/digests/digest-poster.ts";
import { DIRECT } from "../../../domain/digests/watch.ts";
import { keepButtons } from "../../chat/buttons.ts";
import { type ChannelPace, createChannelPace } from "../../chat/channel-pace.ts";
import { createGate } from "../../chat/create-gate.ts";
import { threadIdOf } from "../commands/context.ts";
import { postPayload } from "../commands/schema.ts";
import { isTokenRefusal } from "../connection/errors.ts";
import { type Access, createTeamClients, type TeamClient, type TeamClients } from "../connection/team-clients.ts";
import { CHANNEL_PACE_MS } from "../documents/limits.ts";
import { escapeMarkup } from "../documents/plain-text.ts";
import { renderDocument } from "../documents/render.ts";
import { findMessages } from "./find-messages.ts";
import { postFailureOf } from "./post-failure.ts";

/** `apiTimeoutMs`: one call of the Web API is given up after this. A slot's lease is longer. */
export type SlackPosterConfig = { apiUrl: string; apiTimeoutMs: number } & Access;

export interface SlackPosterDeps {
  actions: ActionStore;
  conversations: Pick<ConversationStore, "open">;
  stopwatch: Stopwatch;
  logger: Logger;
}

/** A message's metadata is what it is found by: docs.slack.dev/messaging/message-metadata. */
const EVENT_TYPE = "attache_digest";
/** A digest's next message waits for its channel's turn; several digests due at once in one channel come back for theirs. */
const MAX_WAIT_MS = 2000;
const TWICE = "Deleted a duplicate of a digest's message";
type WebClient = webApi.WebClient;

interface Poster {
  teams: TeamClients;
  pace: ChannelPace;
  deps: SlackPosterDeps;
}

/** Posts digests into Slack. Clients of its own: one that retries by itself could post a message twice. */
export function createSlackPoster(config: SlackPosterConfig, deps: SlackPosterDeps): DigestPoster {
  const { logger } = deps;
  const teams = createTeamClients(config, {
    apiUrl: config.apiUrl,
    client: { timeout: config.apiTimeoutMs, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    logger,
    onTokenRefused: () => undefined,
  });
  const poster: Poster = { teams, pace: createChannelPace(CHANNEL_PACE_MS, deps.stopwatch), deps };
  return {
    platform: "slack",
    render: (workspaceId, document) => render(deps.actions, workspaceId, document),
    post: (message, mayLeave) => inPlace(poster, message, (placed) => post(poster, placed, mayLeave)),
    find: (message, sinceMs) =>
      inPlace(poster, message, (placed) => withTeam(poster, placed.workspaceId, (team) => find(team, placed, { deps, sinceMs }))),
    async tell({ workspaceId, userId, channelId }, sentence) {
      try {
        const team = await teams.of(teamIdOf(workspaceId));
        if (team === null) return false;
        const about = channelId === null ? "" : `<#${channelId}>: `;
        await team.client.chat.postMessage({ channel: userId, text: `${about}${escapeMarkup(sentence)}` });
        return true;
      } catch (error) {
        // Who may have heard is not told again, and nobody else in their place.
        const failure = postFailureOf(error);
        const mayHaveHeard = failure.kind === "transient" && failure.maybePosted;
        logger.warn({ userId, channelId, mayHaveHeard, err: error }, "Could not tell somebody about a problem");
        return mayHaveHeard;
      }
    },
  };
}

function teamIdOf(workspaceId: string): string {
  return workspaceId.replace(/^slack:/, "");
}

/** Works with the token of the workspace's own team. Without one nothing was posted; what is due is due again when the app is back. */
async function withTeam<T>(
  { teams, deps }: Poster,
  workspaceId: string,
  work: (team: TeamClient) => Promise<T>,
): Promise<T | PostFailure> {
  let team: TeamClient | null;
  try {
    team = await teams.of(teamIdOf(workspaceId));
  } catch (error) {
    deps.logger.error({ workspaceId, err: error }, "A workspace's token could not be read");
    return { kind: "transient", maybePosted: false, code: "token_unreadable" };
  }
  if (team === null) {
    deps.logger.warn({ workspaceId }, "Posted nothing: the app is not installed in this workspace");
    return { kind: "transient", maybePosted: false, code: "not_installed" };
  }
  try {
    return await work(team);
  } catch (error) {
    if (isTokenRefusal(error)) await team.onTokenRefused(error);
    return postFailureOf(error);
  }
}

/** What only one person is told goes into their conversation with the app, which is opened first; nothing is posted by that. */
async function inPlace<T>(
  poster: Poster,
  message: DigestMessage,
  work: (placed: DigestMessage) => Promise<T>,
): Promise<T | PostFailure> {
  if (!message.channelId.startsWith(DIRECT)) return work(message);
  const users = message.channelId.slice(DIRECT.length);
  const opened = await withTeam(
    poster,
    message.workspaceId,
    async ({ client }) => (await client.conversations.open({ users })).channel,
  );
  if (opened !== undefined && "kind" in opened) return opened.kind === "transient" ? { ...opened, maybePosted: false } : opened;
  const channelId = opened?.id;
  if (channelId === undefined) return { kind: "transient", maybePosted: false, code: "no_channel" };
  return work({ ...message, channelId });
}

async function render(actions: ActionStore, workspaceId: string, document: Document): Promise<object[]> {
  const buttonIds = await keepButtons(actions, workspaceId, document);
  const { message, thread } = renderDocument(document, buttonIds, { followUp: true });
  return [message, ...thread];
}

async function post(...[poster, message, mayLeave]: [Poster, DigestMessage, MayLeave]): Promise<PostOutcome> {
  const gate = createGate(globalThis.fetch, mayLeave);
  const postNow = () => withTeam(poster, message.workspaceId, (team) => send(team.sendingBy(gate.send), message, poster.deps));
  const turn = await poster.pace.inTurn(message.channelId, MAX_WAIT_MS, () => gate.outcomeOf(postNow));
  return "posted" in turn ? turn.posted : { kind: "rate-limited", retryAfterMs: turn.waitMs, scope: "channel" };
}

async function send(client: WebClient, message: DigestMessage, deps: SlackPosterDeps): Promise<PostOutcome> {
  const { channelId, key, rootId } = message;
  const { text, blocks } = postPayload.parse(message.payload);
  const { ts } = await client.chat.postMessage({
    channel: channelId,
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    ...(rootId === null ? {} : { thread_ts: rootId }),
  });
  if (ts === undefined) return { kind: "transient", maybePosted: true, code: "no_ts" };
  await openThread(deps, message, ts);
  return { kind: "posted", messageId: ts };
}

/** A follow-up below the digest is meant for the bot. */
async function openThread({ conversations }: SlackPosterDeps, message: DigestMessage, ts: string): Promise<void> {
  const { workspaceId, channelId, rootId, topic } = message;
  if (rootId === null) await conversations.open(workspaceId, threadIdOf(channelId, ts), topic);
}

/** The oldest of those with the key; what came beside it is deleted. */
async function find(
  { client, identify }: TeamClient,
  message: DigestMessage,
  { deps, sinceMs }: { deps: SlackPosterDeps; sinceMs: number },
): Promise<FindOutcome> {
  const { botId } = await identify();
  const { channelId, rootId: threadTs, key } = message;
  const found = await findMessages(client, { channelId, threadTs, key, botId, sinceMs });
  const [messageId, ...copies] = found.ts;
  if (messageId === undefined) return found.isWhole ? { kind: "absent" } : { kind: "refused", code: "too_many_messages" };
  let removed = 0;
  for (const ts of copies) if (await remove(client, message.channelId, ts)) removed += 1;
  if (copies.length > 0) deps.logger.warn({ channelId: message.channelId, copies: copies.length, removed }, TWICE);
  await openThread(deps, message, messageId);
  return { kind: "found", messageId, removed };
}

/** False where it is gone already, or Slack does not take the call. */
async function remove(...[client, channel, ts]: [WebClient, string, string]): Promise<boolean> {
  try {
    await client.chat.delete({ channel, ts });
    return true;
  } catch {
    return false;
  }
}
