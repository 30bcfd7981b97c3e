import { type Json, judgeChoices, judgeCommand, judgeMessage, judgeModal } from "./fake-discord-judge.ts";
import { channelOf, type FakeDiscordMessage, type FakeDiscordState, type FakeInteraction } from "./fake-discord-state.ts";

export interface Sent {
  body: Json;
  files: { name: string; content: string }[];
  query: URLSearchParams;
}

export interface Answer {
  status: number;
  body?: unknown;
}

/** A route: what stands in its path goes to the handler in order. */
type Handle = (state: FakeDiscordState, path: string[], sent: Sent) => Answer;

const ANNOUNCEMENT = 5;
const FORUM = 15;
const REQUIRES_TAG = 1 << 4;
const ACK_MS = 3000;
const TOKEN_MS = 15 * 60 * 1000;
const EPHEMERAL = 64;

function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

const UNKNOWN_MESSAGE = refuse(404, 10008, "Unknown Message");

export function messageJson(state: FakeDiscordState, message: FakeDiscordMessage): Json {
  return {
    id: message.id,
    channel_id: message.channelId,
    author: { id: message.authorId, bot: state.users.get(message.authorId)?.isBot ?? false, username: "someone" },
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    flags: (message.onlyFor === null ? 0 : EPHEMERAL) + (message.isLoading ? 128 : 0),
    type: 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    attachments: [],
    mentions: [],
  };
}

function newMessage(state: FakeDiscordState, over: Partial<FakeDiscordMessage>): FakeDiscordMessage {
  return {
    id: state.nextId(),
    channelId: "",
    authorId: state.botUserId,
    content: "",
    embeds: [],
    components: [],
    onlyFor: null,
    isLoading: false,
    byInteraction: false,
    files: [],
    edits: 0,
    ...over,
  };
}

function partsOf({ body, files }: Sent): Partial<FakeDiscordMessage> {
  const { content, embeds, components } = body as { content?: string; embeds?: Json[]; components?: Json[] };
  return { content: content ?? "", embeds: embeds ?? [], components: components ?? [], files };
}

function judged(sent: Sent): Answer | null {
  const wrong = judgeMessage(sent.body);
  return wrong === null ? null : refuse(400, 50035, `Invalid Form Body: ${wrong}`);
}

/** Whether the bot may do this in a channel. */
function placeRefusal(state: FakeDiscordState, channelId: string, right: "canPost" | "canThread" | "canView"): Answer | null {
  const channel = state.channels.get(channelId);
  if (channel === undefined) return refuse(404, 10003, "Unknown Channel");
  if (!channel.canView) return refuse(403, 50001, "Missing Access");
  if (!channel[right]) return refuse(403, 50013, "Missing Permissions");
  const recipient = channel.recipientId === null ? undefined : state.users.get(channel.recipientId);
  return recipient?.takesDirect === false ? refuse(403, 50007, "Cannot send messages to this user") : null;
}

function callback(state: FakeDiscordState, [id = ""]: string[], { body }: Sent): Answer {
  const interaction = state.interactions.get(id);
  if (interaction === undefined || Date.now() - interaction.at > ACK_MS) return refuse(404, 10062, "Unknown interaction");
  if (interaction.ackType !== null) return refuse(400, 40060, "Interaction has already been acknowledged.");
  const { type, data = {} } = body as { type: number; data?: Json };
  const wrong = type === 9 ? judgeModal(data) : type === 8 ? judgeChoices((data["choices"] ?? []) as Json[]) : null;
  if (wrong !== null) return refuse(400, 50035, `Invalid Form Body: ${wrong}`);
  interaction.ackType = type;
  interaction.ack = data;
  if (type === 5) {
    const onlyFor = Number(data["flags"] ?? 0) & EPHEMERAL ? interaction.userId : null;
    interaction.original = newMessage(state, { channelId: interaction.channelId, onlyFor, isLoading: true, byInteraction: true });
    state.messages.push(interaction.original);
  }
  return { status: 204 };
}

function answering(state: FakeDiscordState, token: string): FakeInteraction | null {
  const interaction = [...state.interactions.values()].find((each) => each.token === token);
  return interaction === undefined || Date.now() - interaction.at > TOKEN_MS ? null : interaction;
}

const SPENT = refuse(401, 50027, "Invalid Webhook Token");

function editOriginal(state: FakeDiscordState, [, token = ""]: string[], sent: Sent): Answer {
  const interaction = answering(state, token);
  if (interaction === null) return SPENT;
  if (interaction.original === null || !state.messages.includes(interaction.original)) return UNKNOWN_MESSAGE;
  const wrong = judged(sent);
  if (wrong !== null) return wrong;
  const isEdit = !interaction.original.isLoading;
  Object.assign(interaction.original, partsOf(sent), { isLoading: false });
  if (isEdit) interaction.original.edits += 1;
  return { status: 200, body: messageJson(state, interaction.original) };
}

function removeOriginal(state: FakeDiscordState, [, token = ""]: string[]): Answer {
  const interaction = answering(state, token);
  if (interaction === null) return SPENT;
  const at = interaction.original === null ? -1 : state.messages.indexOf(interaction.original);
  if (at < 0) return UNKNOWN_MESSAGE;
  state.messages.splice(at, 1);
  return { status: 204 };
}

function followUp(state: FakeDiscordState, [, token = ""]: string[], sent: Sent): Answer {
  const interaction = answering(state, token);
  if (interaction === null) return SPENT;
  if (interaction.ackType === null) return refuse(404, 10015, "Unknown Webhook");
  const wrong = judged(sent);
  if (wrong !== null) return wrong;
  const { original } = interaction;
  // What follows an open "is thinking" takes its place, and is seen by whoever was to see that.
  if (original?.isLoading === true && state.messages.includes(original)) {
    Object.assign(original, partsOf(sent), { isLoading: false });
    return { status: 200, body: messageJson(state, original) };
  }
  const onlyFor = Number(sent.body["flags"] ?? 0) & EPHEMERAL ? interaction.userId : null;
  const message = newMessage(state, { ...partsOf(sent), channelId: interaction.channelId, onlyFor, byInteraction: true });
  state.messages.push(message);
  return { status: 200, body: messageJson(state, message) };
}

function post(state: FakeDiscordState, [channelId = ""]: string[], sent: Sent): Answer {
  const wrong = placeRefusal(state, channelId, "canPost") ?? judged(sent);
  if (wrong !== null) return wrong;
  if (state.channels.get(channelId)?.type === FORUM) return refuse(400, 50008, "Cannot send messages in a non-text channel");
  const { nonce, enforce_nonce: enforced } = sent.body as { nonce?: string; enforce_nonce?: boolean };
  if (nonce !== undefined && nonce.length > 25) return refuse(400, 50035, "Invalid Form Body: nonce: 25 or fewer");
  const known = enforced === true && nonce !== undefined ? state.nonces.get(nonce) : undefined;
  if (known !== undefined) return { status: 200, body: messageJson(state, known) };
  const message = newMessage(state, { ...partsOf(sent), channelId });
  state.messages.push(message);
  if (nonce !== undefined) state.nonces.set(nonce, message);
  return { status: 200, body: messageJson(state, message) };
}

/** Newest first; a page of them before a message. */
function history(state: FakeDiscordState, [channelId = ""]: string[], { query }: Sent): Answer {
  const wrong = placeRefusal(state, channelId, "canView");
  if (wrong !== null) return wrong;
  const before = BigInt(query.get("before") ?? 10n ** 20n);
  const limit = Number(query.get("limit") ?? 50);
  if (limit < 1 || limit > 100) return refuse(400, 50035, "Invalid Form Body: limit");
  const all = state.messages.filter((each) => each.channelId === channelId && each.onlyFor === null && BigInt(each.id) < before);
  return {
    status: 200,
    body: all
      .slice(-limit)
      .reverse()
      .map((each) => messageJson(state, each)),
  };
}

function edit(state: FakeDiscordState, [channelId = "", messageId = ""]: string[], sent: Sent): Answer {
  const message = state.messages.find(({ id }) => id === messageId);
  if (message === undefined || message.channelId !== channelId) return UNKNOWN_MESSAGE;
  if (message.authorId !== state.botUserId) return refuse(403, 50005, "Cannot edit a message authored by another user");
  const wrong = judged(sent);
  if (wrong !== null) return wrong;
  Object.assign(message, partsOf(sent), { edits: message.edits + 1 });
  return { status: 200, body: messageJson(state, message) };
}

function remove(state: FakeDiscordState, [channelId = "", messageId = ""]: string[]): Answer {
  const at = state.messages.findIndex(({ id }) => id === messageId);
  if (at < 0 || state.messages[at]?.channelId !== channelId) return UNKNOWN_MESSAGE;
  state.messages.splice(at, 1);
  return { status: 204 };
}

function startThread(state: FakeDiscordState, [channelId = "", messageId = ""]: string[], { body }: Sent): Answer {
  const parent = state.channels.get(channelId);
  if (parent !== undefined && parent.type !== 0 && parent.type !== ANNOUNCEMENT)
    return refuse(400, 50024, "Cannot execute action on this channel type");
  const wrong = placeRefusal(state, channelId, "canThread");
  if (wrong !== null) return wrong;
  const message = state.messages.findLast(({ id }) => id === messageId);
  if (message === undefined || message.channelId !== channelId || message.onlyFor !== null) return UNKNOWN_MESSAGE;
  if (state.channels.has(messageId)) return refuse(400, 160004, "A thread has already been created for this message");
  const name = String(body["name"] ?? "");
  if (name.length < 1 || name.length > 100) return refuse(400, 50035, "Invalid Form Body: name: between 1 and 100");
  if (![60, 1440, 4320, 10080].includes(Number(body["auto_archive_duration"])))
    return refuse(400, 50035, "auto_archive_duration");
  state.channels.set(messageId, channelOf(messageId, { type: 11, name, parentId: channelId }));
  return { status: 201, body: { id: messageId, type: 11, name, parent_id: channelId } };
}

function showChannel(state: FakeDiscordState, [channelId = ""]: string[]): Answer {
  const channel = state.channels.get(channelId);
  if (channel === undefined) return refuse(404, 10003, "Unknown Channel");
  const { type, flags, available_tags } = channel;
  return channel.canView
    ? { status: 200, body: { id: channelId, type, flags, available_tags } }
    : refuse(403, 50001, "Missing Access");
}

/** A post of a forum: a thread that begins with a message of the same id. */
function startPost(state: FakeDiscordState, [channelId = ""]: string[], { body, files, query }: Sent): Answer {
  const forum = state.channels.get(channelId);
  if (forum?.type !== FORUM) return refuse(400, 50024, "Cannot execute action on this channel type");
  const message = { body: body["message"] as Json, files, query };
  const wrong = placeRefusal(state, channelId, "canPost") ?? judged(message);
  if (wrong !== null) return wrong;
  const tags = (body["applied_tags"] ?? []) as string[];
  if (tags.some((tag) => !forum.available_tags?.some(({ id }) => id === tag))) return refuse(400, 50035, "applied_tags");
  if (((forum.flags ?? 0) & REQUIRES_TAG) !== 0 && tags.length === 0)
    return refuse(400, 40067, "A tag is required to create a forum post in this channel");
  const name = String(body["name"] ?? "");
  if (name.length < 1 || name.length > 100) return refuse(400, 50035, "Invalid Form Body: name: between 1 and 100");
  const id = state.nextId();
  state.channels.set(id, channelOf(id, { type: 11, name, parentId: channelId }));
  state.messages.push(newMessage(state, { ...partsOf(message), channelId: id, id }));
  return { status: 201, body: { id, type: 11, name, parent_id: channelId, applied_tags: tags } };
}

function activeThreads(state: FakeDiscordState): Answer {
  const threads = [...state.channels.values()].filter(({ type }) => type === 11);
  return {
    status: 200,
    body: { threads: threads.map(({ id, parentId }) => ({ id, parent_id: parentId, owner_id: state.botUserId })) },
  };
}

function publish(state: FakeDiscordState, [channelId = "", messageId = ""]: string[]): Answer {
  const message = state.messages.find(({ id }) => id === messageId);
  if (message === undefined || message.channelId !== channelId) return UNKNOWN_MESSAGE;
  if (state.channels.get(channelId)?.type !== ANNOUNCEMENT)
    return refuse(400, 50024, "Cannot execute action on this channel type");
  if (message.isPublished === true) return refuse(400, 40033, "This message was already crossposted");
  message.isPublished = true;
  return { status: 200, body: messageJson(state, message) };
}

function showGuild(state: FakeDiscordState, [guildId = ""]: string[]): Answer {
  if (guildId !== state.guildId && !state.otherGuilds.has(guildId)) return refuse(404, 10004, "Unknown Guild");
  return { status: 200, body: { id: guildId, owner_id: state.ownerId, roles: state.roles } };
}

function showMember(state: FakeDiscordState, [guildId = "", userId = ""]: string[]): Answer {
  const user = guildId === state.guildId ? state.users.get(userId) : undefined;
  return user === undefined ? refuse(404, 10007, "Unknown Member") : { status: 200, body: { roles: user.roles } };
}

function openDirect(state: FakeDiscordState, _path: string[], { body }: Sent): Answer {
  const recipientId = String(body["recipient_id"]);
  const known = [...state.channels.values()].find((channel) => channel.recipientId === recipientId);
  const channel = known ?? channelOf(state.nextId(), { type: 1, recipientId });
  state.channels.set(channel.id, channel);
  return { status: 200, body: { id: channel.id, type: 1 } };
}

/** The same name of the same type is written over. */
function addCommand(state: FakeDiscordState, _path: string[], { body }: Sent): Answer {
  const wrong = judgeCommand(body);
  if (wrong !== null) return refuse(400, 50035, `Invalid Form Body: ${wrong}`);
  const at = state.commands.findIndex(({ name, type }) => name === body["name"] && type === (body["type"] ?? 1));
  const needed = body["default_member_permissions"] ?? null;
  const permissions = { default_member_permissions: needed === null ? null : String(needed) };
  const given = { nsfw: false, type: 1, ...tidied(body), ...permissions, version: state.nextId() };
  if (at >= 0) state.commands[at] = { ...given, id: state.commands[at]?.["id"] };
  else state.commands.push({ ...given, id: state.nextId() });
  return { status: at < 0 ? 201 : 200, body: state.commands.at(at) };
}

/** Discord hands commands out without what is empty or false. */
function tidied(value: Json): Json {
  const text = JSON.stringify(value, (key, each) =>
    (key === "required" || key === "autocomplete") && each === false ? undefined : each,
  );
  return JSON.parse(text) as Json;
}

function removeCommand(state: FakeDiscordState, path: string[]): Answer {
  const at = state.commands.findIndex(({ id }) => id === path.at(-1));
  if (at < 0) return refuse(404, 10063, "Unknown application command");
  state.commands.splice(at, 1);
  return { status: 204 };
}

/** Routes that take the bot's token, and those that take an interaction's. */
export const ROUTES: { method: string; path: RegExp; isOpen?: boolean; handle: Handle }[] = [
  { method: "POST", path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/, isOpen: true, handle: callback },
  { method: "PATCH", path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, isOpen: true, handle: editOriginal },
  { method: "DELETE", path: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, isOpen: true, handle: removeOriginal },
  { method: "POST", path: /^\/webhooks\/(\d+)\/([^/]+)$/, isOpen: true, handle: followUp },
  { method: "POST", path: /^\/channels\/(\d+)\/messages$/, handle: post },
  { method: "GET", path: /^\/channels\/(\d+)\/messages$/, handle: history },
  { method: "GET", path: /^\/users\/@me$/, handle: (state) => ({ status: 200, body: { id: state.botUserId } }) },
  { method: "PATCH", path: /^\/channels\/(\d+)\/messages\/(\d+)$/, handle: edit },
  { method: "DELETE", path: /^\/channels\/(\d+)\/messages\/(\d+)$/, handle: remove },
  { method: "POST", path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, handle: startThread },
  { method: "POST", path: /^\/channels\/(\d+)\/threads$/, handle: startPost },
  { method: "GET", path: /^\/guilds\/(\d+)\/threads\/active$/, handle: activeThreads },
  { method: "POST", path: /^\/channels\/(\d+)\/messages\/(\d+)\/crosspost$/, handle: publish },
  {
    method: "POST",
    path: /^\/channels\/(\d+)\/typing$/,
    handle: (state, [channelId = ""]) => {
      state.typing.push(channelId);
      return { status: 204 };
    },
  },
  { method: "GET", path: /^\/channels\/(\d+)$/, handle: showChannel },
  { method: "GET", path: /^\/guilds\/(\d+)$/, handle: showGuild },
  { method: "GET", path: /^\/guilds\/(\d+)\/members\/(\d+)$/, handle: showMember },
  {
    method: "GET",
    path: /^\/users\/@me\/guilds$/,
    handle: (state) => ({ status: 200, body: [{ id: state.guildId, name: "Desk" }] }),
  },
  {
    method: "PUT",
    path: /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
    handle: () => ({ status: 204 }),
  },
  { method: "POST", path: /^\/users\/@me\/channels$/, handle: openDirect },
  {
    method: "GET",
    path: /^\/applications\/@me$/,
    handle: (state) => ({ status: 200, body: { id: state.applicationId, name: "Attaché" } }),
  },
  {
    method: "GET",
    path: /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/,
    handle: (state) => ({ status: 200, body: state.commands }),
  },
  { method: "POST", path: /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/, handle: addCommand },
  { method: "DELETE", path: /^\/applications\/\d+(?:\/guilds\/\d+)?\/commands\/(\d+)$/, handle: removeCommand },
];
