import { channelMention, roleMention } from "@discordjs/formatters";
import type { REST, RouteLike } from "@discordjs/rest";
import { ComponentType, RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
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
import { FOLLOW_UP_BUTTON, keepButtons } from "../../chat/buttons.ts";
import { type ChannelPace, createChannelPace } from "../../chat/channel-pace.ts";
import { createGate } from "../../chat/create-gate.ts";
import { channelAnswer, messageAnswer, type PostPayload, postPayload, userAnswer } from "../commands/schema.ts";
import type { BotRest, CallManner } from "../connection/create-bot-rest.ts";
import { errorForLog, hasCode, NO_THREAD } from "../connection/errors.ts";
import { makeRequest } from "../connection/make-request.ts";
import { CHANNEL_PACE_MS } from "../documents/limits.ts";
import { breakMentions, escapeMarkdown } from "../documents/plain-text.ts";
import { renderDocument } from "../documents/render.ts";
import { findMessages } from "./find-messages.ts";
import { createForums, type Forum, postIn } from "./forum.ts";
import { postFailureOf } from "./post-failure.ts";

export interface DiscordPosterDeps {
  actions: ActionStore;
  conversations: Pick<ConversationStore, "open">;
  stopwatch: Stopwatch;
  logger: Logger;
}

/** Shorter pauses are waited for by discord.js, which knows Discord's buckets; for longer ones the digest comes back. */
const MAX_WAIT_MS = 2000;
/** The worker of digests tries again. */
const ONCE: CallManner = { retries: 0, longestWaitMs: MAX_WAIT_MS };
const TWICE = "Deleted a duplicate of a digest's message";
const ARCHIVE_AFTER_MINUTES = 1440;
const NOBODY = { parse: [] };

interface Poster extends BotRest {
  forumAt: (channelId: string) => Promise<Forum | null>;
  pace: ChannelPace;
  deps: DiscordPosterDeps;
}

/**
 * Posts digests into Discord. Discord takes two posts with one nonce for one, for some minutes; after that, the message is looked for in
 * its channel: by the key that its button carries, and one without buttons by its text. Nothing is tried again here.
 */
export function createDiscordPoster(bot: BotRest, deps: DiscordPosterDeps): DigestPoster {
  const { rest, inManner } = bot;
  const logger = deps.logger.child({}, { serializers: { err: errorForLog } });
  const pace = createChannelPace(CHANNEL_PACE_MS, deps.stopwatch);
  const poster: Poster = { ...bot, pace, deps, forumAt: createForums(rest) };
  let botUserId: string | null = null;
  return {
    platform: "discord",
    render: (workspaceId, document) => render(deps.actions, workspaceId, document),
    post: (message, mayLeave) => inManner(ONCE, () => inPlace(poster, message, (placed) => post(poster, placed, mayLeave))),
    find: (message, sinceMs) =>
      inManner(ONCE, async () => {
        try {
          botUserId ??= userAnswer.parse(await rest.get(Routes.user())).id;
          const looked = { botUserId, sinceMs };
          return await inPlace(poster, message, (placed) => find(poster, placed, looked));
        } catch (error) {
          return postFailureOf(error);
        }
      }),
    async tell({ userId, channelId }, sentence) {
      try {
        const content = `${channelId === null ? "" : `${channelMention(channelId)}: `}${breakMentions(escapeMarkdown(sentence))}`;
        await inManner(ONCE, () => tellDirectly(rest, userId, content));
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

async function tellDirectly(...[rest, userId, content]: [REST, string, string]): Promise<void> {
  const direct = channelAnswer.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } }));
  await rest.post(Routes.channelMessages(direct.id), { body: { content, allowed_mentions: NOBODY } });
}

/** What only one person is told goes into their direct messages, which are opened first; nothing is posted by that. */
async function inPlace<T>(
  { rest }: Poster,
  message: DigestMessage,
  work: (placed: DigestMessage) => Promise<T>,
): Promise<T | PostFailure> {
  if (!message.channelId.startsWith(DIRECT)) return work(message);
  const recipient = message.channelId.slice(DIRECT.length);
  let channelId: string;
  try {
    channelId = channelAnswer.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: recipient } })).id;
  } catch (error) {
    const failure = postFailureOf(error);
    return failure.kind === "transient" ? { ...failure, maybePosted: false } : failure;
  }
  return work({ ...message, channelId });
}

async function render(actions: ActionStore, workspaceId: string, document: Document): Promise<PostPayload[]> {
  const buttonIds = await keepButtons(actions, workspaceId, document);
  const { message, thread, threadName } = renderDocument(document, buttonIds, { followUp: true });
  return [message, ...thread].map((each) => ({ ...each, threadName }));
}

async function post(...[poster, message, mayLeave]: [Poster, DigestMessage, MayLeave]): Promise<PostOutcome> {
  const gate = createGate(makeRequest, mayLeave);
  const send = (route: RouteLike, body: object) => poster.inManner({ ...ONCE, gate }, () => poster.rest.post(route, { body }));
  const turn = await poster.pace.inTurn(message.channelId, MAX_WAIT_MS, () =>
    gate.outcomeOf(() => postNow(poster, message, send)),
  );
  return "posted" in turn ? turn.posted : { kind: "rate-limited", retryAfterMs: turn.waitMs, scope: "channel" };
}

async function postNow(
  poster: Poster,
  message: DigestMessage,
  send: (route: RouteLike, body: object) => Promise<unknown>,
): Promise<PostOutcome> {
  const { channelId } = message;
  try {
    const payload = postPayload.parse(message.payload);
    // Begun once, however often it is asked for: a thread has the id of its message.
    const place = message.rootId === null ? channelId : await threadOf(poster, message, payload.threadName);
    const body = bodyOf(payload, message);
    const id = await sendInto(poster, message, { place, body, send, name: payload.threadName });
    await arrived(poster, message, id);
    return { kind: "posted", messageId: id };
  } catch (error) {
    return postFailureOf(error);
  }
}

/** Its button carries the key; the role that was chosen is the only one that it can ping. */
function bodyOf(payload: PostPayload, { key, rootId, reach }: DigestMessage): object {
  const pings = rootId === null ? reach?.pings : undefined;
  const content = [payload.content, pings === undefined ? undefined : roleMention(pings)].filter((each) => each !== undefined);
  return {
    ...(content.length === 0 ? {} : { content: content.join(" ") }),
    embeds: payload.embeds,
    components: withKey(payload.components, key),
    allowed_mentions: pings === undefined ? NOBODY : { ...NOBODY, roles: [pings] },
  };
}

interface Sending {
  place: string;
  body: object;
  send: (route: RouteLike, body: object) => Promise<unknown>;
  /** Of a post, where it becomes one. */
  name: string;
}

/** The id of the message. A forum takes posts alone, and says so; what belongs below a post goes into it. */
async function sendInto({ forumAt }: Poster, message: DigestMessage, { place, body, send, name }: Sending): Promise<string> {
  const once = { ...body, nonce: message.key, enforce_nonce: true };
  try {
    return messageAnswer.parse(await send(Routes.channelMessages(place), once)).id;
  } catch (error) {
    if (place !== message.channelId || !hasCode(error, RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel)) throw error;
    const forum = await forumAt(place);
    if (forum === null) throw error;
    if (message.rootId !== null) return messageAnswer.parse(await send(Routes.channelMessages(message.rootId), once)).id;
    return channelAnswer.parse(await send(Routes.threads(place), postIn(forum, name, body))).id;
  }
}

/** What follows a message that is there: its thread is known, and it is published where that was asked for. */
async function arrived({ rest, deps }: Poster, message: DigestMessage, messageId: string): Promise<void> {
  await openThread(deps, message, messageId);
  if (message.reach?.isPublished !== true) return;
  try {
    await rest.post(Routes.channelMessageCrosspost(message.channelId, messageId));
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted)) return;
    deps.logger.warn({ channelId: message.channelId, messageId, err: error }, "Could not publish a digest");
  }
}

/** The thread of the digest, begun where there is none. Where there can be none, the channel itself. */
async function threadOf({ rest, forumAt }: Poster, { channelId, rootId }: DigestMessage, name: string): Promise<string> {
  if (rootId === null) return channelId;
  try {
    const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
    return channelAnswer.parse(await rest.post(Routes.threads(channelId, rootId), { body })).id;
  } catch (error) {
    // A thread has the id of the message that it begins with.
    if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return rootId;
    // A post is its own thread.
    if (hasCode(error, ...NO_THREAD, RESTJSONErrorCodes.UnknownMessage) && (await forumAt(channelId)) !== null) return rootId;
    if (hasCode(error, ...NO_THREAD)) return channelId;
    throw error;
  }
}

/** Discord does not give a nonce back: the follow-up's button carries the key as well. */
function withKey(rows: PostPayload["components"], key: string): PostPayload["components"] {
  return rows.map((row) => ({
    ...row,
    components: row.components.map((button) =>
      button.type === ComponentType.Button && "custom_id" in button && button.custom_id === FOLLOW_UP_BUTTON
        ? { ...button, custom_id: `${FOLLOW_UP_BUTTON}:${key}` }
        : button,
    ),
  }));
}

/** A follow-up below the digest is meant for the bot. A thread has the id of the message that it begins with. */
async function openThread({ conversations }: DiscordPosterDeps, message: DigestMessage, messageId: string): Promise<void> {
  if (message.rootId === null) await conversations.open(message.workspaceId, messageId, message.topic);
}

/** The oldest of those that are this message; what came beside it is deleted where it surely is the same. */
async function find(
  poster: Poster,
  message: DigestMessage,
  looked: { botUserId: string; sinceMs: number },
): Promise<FindOutcome> {
  const { rest, deps } = poster;
  const found = await findMessages(rest, message, { ...looked, isForum: (await poster.forumAt(message.channelId)) !== null });
  const [messageId, ...copies] = found.ids;
  if (messageId === undefined) return found.isWhole ? { kind: "absent" } : { kind: "refused", code: "too many messages" };
  let removed = 0;
  for (const id of found.areSame ? copies : []) if (await remove(rest, found.arePosts ? id : found.placeId, id)) removed += 1;
  if (copies.length > 0) deps.logger.warn({ channelId: message.channelId, copies: copies.length, removed }, TWICE);
  await arrived(poster, message, messageId);
  return { kind: "found", messageId, removed };
}

/** False where it is gone already, or Discord does not take the call. */
async function remove(...[rest, placeId, messageId]: [REST, string, string]): Promise<boolean> {
  try {
    await rest.delete(Routes.channelMessage(placeId, messageId));
    return true;
  } catch {
    return false;
  }
}
