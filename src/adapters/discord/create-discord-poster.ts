import { ComponentType, type REST, RESTJSONErrorCodes, Routes, SnowflakeUtil } from "discord.js";
import type { Logger } from "pino";
import type { ActionStore } from "../../domain/chat.ts";
import type { ConversationStore } from "../../domain/conversations.ts";
import type { DigestMessage, DigestPoster, FindOutcome, PostOutcome } from "../../domain/digest-poster.ts";
import type { Document } from "../../domain/document.ts";
import { FOLLOW_UP_BUTTON, keepButtons } from "../chat/buttons.ts";
import { type ChannelPace, createChannelPace } from "../chat/channel-pace.ts";
import { createPosterRest } from "./create-poster-rest.ts";
import { errorForLog, hasCode } from "./errors.ts";
import { CHANNEL_PACE_MS, HISTORY_PAGE } from "./limits.ts";
import { breakMentions, escapeMarkdown } from "./plain-text.ts";
import { postFailureOf } from "./post-failure.ts";
import { renderDocument } from "./render.ts";
import {
  channelAnswer,
  historyAnswer,
  messageAnswer,
  type PastMessage,
  type PostPayload,
  postPayload,
  userAnswer,
} from "./schema.ts";

export interface DiscordPosterConfig {
  token: string;
  apiUrl: string;
}

export interface DiscordPosterDeps {
  actions: ActionStore;
  conversations: ConversationStore;
  logger: Logger;
}

/** Shorter pauses are waited for by discord.js, which knows Discord's buckets; for longer ones the digest comes back. */
const MAX_WAIT_MS = 2000;
const MAX_PAGES = 50;
const ARCHIVE_AFTER_MINUTES = 1440;
const NOBODY = { parse: [] };

interface Poster {
  rest: REST;
  pace: ChannelPace;
  deps: DiscordPosterDeps;
}

/**
 * Posts digests into Discord. Discord takes two posts with one nonce for one, for some minutes; after that, the message is looked for in
 * its channel: by the key that its button carries, and one without buttons by its text. Nothing is tried again here.
 */
export function createDiscordPoster(config: DiscordPosterConfig, deps: DiscordPosterDeps): DigestPoster {
  const rest = createPosterRest(config, MAX_WAIT_MS);
  const logger = deps.logger.child({}, { serializers: { err: errorForLog } });
  const poster: Poster = { rest, pace: createChannelPace(CHANNEL_PACE_MS), deps };
  let botUserId: string | null = null;
  return {
    platform: "discord",
    render: (workspaceId, document) => render(deps.actions, workspaceId, document),
    post: (message) => post(poster, message),
    async find(message, sinceMs) {
      try {
        botUserId ??= userAnswer.parse(await rest.get(Routes.user())).id;
        return await find(poster, message, { botUserId, sinceMs });
      } catch (error) {
        return postFailureOf(error);
      }
    },
    async tell({ userId, channelId }, sentence) {
      try {
        const direct = channelAnswer.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } }));
        const content = `${channelId === null ? "" : `<#${channelId}>: `}${breakMentions(escapeMarkdown(sentence))}`;
        await rest.post(Routes.channelMessages(direct.id), { body: { content, allowed_mentions: NOBODY } });
        return true;
      } catch (error) {
        // Who may have heard is not told again, and nobody else in their place.
        const failure = postFailureOf(error);
        const mayHaveHeard = failure.kind === "transient" && failure.maybePosted;
        logger.warn({ userId, channelId, mayHaveHeard, err: error }, "Somebody could not be told of a trouble");
        return mayHaveHeard;
      }
    },
  };
}

async function render(actions: ActionStore, workspaceId: string, document: Document): Promise<PostPayload[]> {
  const buttonIds = await keepButtons(actions, workspaceId, document);
  const { message, thread, threadName } = renderDocument(document, buttonIds, { followUp: true });
  return [message, ...thread].map((each) => ({ ...each, threadName }));
}

async function post(poster: Poster, message: DigestMessage): Promise<PostOutcome> {
  const turn = await poster.pace.inTurn(message.channelId, MAX_WAIT_MS, () => postNow(poster, message));
  return "posted" in turn ? turn.posted : { kind: "rate-limited", retryAfterMs: turn.waitMs, scope: "channel" };
}

async function postNow(poster: Poster, message: DigestMessage): Promise<PostOutcome> {
  const { channelId, key } = message;
  try {
    const payload = postPayload.parse(message.payload);
    const place = message.rootId === null ? channelId : await threadOf(poster, message, payload.threadName);
    const { embeds } = payload;
    const components = withKey(payload.components, key);
    const body = { embeds, components, allowed_mentions: NOBODY, nonce: key, enforce_nonce: true };
    const { id } = messageAnswer.parse(await poster.rest.post(Routes.channelMessages(place), { body }));
    await openThread(poster.deps, message, id);
    return { kind: "posted", messageId: id };
  } catch (error) {
    return postFailureOf(error);
  }
}

/** The thread of the digest, begun where there is none. Where a channel can't have threads, the channel itself. */
async function threadOf({ rest }: Poster, { channelId, rootId }: DigestMessage, name: string): Promise<string> {
  if (rootId === null) return channelId;
  try {
    const body = { name, auto_archive_duration: ARCHIVE_AFTER_MINUTES };
    return channelAnswer.parse(await rest.post(Routes.threads(channelId, rootId), { body })).id;
  } catch (error) {
    // A thread has the id of the message that it begins with.
    if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return rootId;
    if (hasCode(error, RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType)) return channelId;
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

interface Looked {
  botUserId: string;
  sinceMs: number;
}

/** Newest messages first, until the time before the first try; a detail in its thread, and where there is none in the channel. */
async function find(poster: Poster, message: DigestMessage, looked: Looked): Promise<FindOutcome> {
  const { channelId, rootId } = message;
  if (rootId === null) return findIn(poster, message, { ...looked, channelId });
  try {
    const found = await findIn(poster, message, { ...looked, channelId: rootId });
    if (found.kind !== "absent") return found;
  } catch (error) {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error;
  }
  return findIn(poster, message, { ...looked, channelId, sinceMs: SnowflakeUtil.timestampFrom(rootId) });
}

async function findIn(poster: Poster, message: DigestMessage, where: Looked & { channelId: string }): Promise<FindOutcome> {
  const isIt = matcherOf(message);
  let before: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(HISTORY_PAGE), ...(before === null ? {} : { before }) });
    const messages = historyAnswer.parse(await poster.rest.get(Routes.channelMessages(where.channelId), { query }));
    const found = messages.find((each) => each.author.id === where.botUserId && isIt(each));
    if (found !== undefined) {
      await openThread(poster.deps, message, found.id);
      return { kind: "found", messageId: found.id };
    }
    const last = messages.at(-1);
    if (last === undefined || messages.length < HISTORY_PAGE) return { kind: "absent" };
    if (SnowflakeUtil.timestampFrom(last.id) < where.sinceMs) return { kind: "absent" };
    before = last.id;
  }
  return { kind: "refused", code: "too many messages" };
}

function matcherOf(message: DigestMessage): (past: PastMessage) => boolean {
  const { embeds, components } = postPayload.parse(message.payload);
  if (components.flatMap(idsOf).includes(FOLLOW_UP_BUTTON))
    return (past) => past.components.flatMap(idsOf).includes(`${FOLLOW_UP_BUTTON}:${message.key}`);
  const wanted = textOf(embeds);
  return (past) => textOf(past.embeds) === wanted;
}

function idsOf(row: { components?: object[] | undefined }): string[] {
  return (row.components ?? []).flatMap((each) =>
    "custom_id" in each && typeof each.custom_id === "string" ? each.custom_id : [],
  );
}

/** What Discord may change of white space makes no other message of it. */
function textOf(embeds: { title?: string | undefined; description?: string | undefined }[]): string {
  return embeds
    .map(({ title = "", description = "" }) => `${title} ${description}`)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
