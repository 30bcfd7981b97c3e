import { fail, type Json } from "./fake-slack-answers.ts";
import { judgeBlocks } from "./fake-slack-blocks.ts";
import { listMessages } from "./fake-slack-history.ts";
import type { FakeChannel, FakeMessage, FakeSlackState } from "./fake-slack-state.ts";

type Method = (state: FakeSlackState, args: Json) => Json;

/** Any one of the scopes is enough (docs.slack.dev/reference/methods). */
export const METHOD_SCOPES: Record<string, string[]> = {
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.delete": ["chat:write"],
  "chat.startStream": ["chat:write"],
  "chat.appendStream": ["chat:write"],
  "chat.stopStream": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "users.info": ["users:read"],
  "conversations.info": ["channels:read"],
  "conversations.members": ["channels:read"],
  "conversations.open": ["im:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  "assistant.threads.setStatus": ["chat:write", "assistant:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "assistant.threads.setTitle": ["assistant:write"],
};

export const METHODS: Record<string, Method> = {
  "auth.test": (state) => ({
    url: "https://desk.slack.example/",
    team: `Desk ${state.teamId}`,
    team_id: state.teamId,
    user: "attache",
    user_id: state.botUserId,
    bot_id: "B0BOT",
  }),
  "auth.revoke": () => ({ revoked: true }),
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": updateMessage,
  "chat.delete": deleteMessage,
  "chat.startStream": startStream,
  "chat.appendStream": (state, args) => addToStream(state, args, false),
  "chat.stopStream": (state, args) => addToStream(state, args, true),
  "conversations.history": (state, args) => listMessages(state, args, null),
  "conversations.replies": (state, args) => listMessages(state, args, String(args["ts"])),
  "users.info": userInfo,
  "conversations.info": (state, args) => {
    const channel = findChannel(state, String(args["channel"]));
    if (channel === undefined || (channel.isPrivate && !channel.hasBot)) return fail("channel_not_found");
    return { channel: { id: channel.id, is_member: channel.hasBot, is_archived: channel.isArchived } };
  },
  "conversations.members": (state, args) => {
    const channel = findChannel(state, String(args["channel"]));
    return channel === undefined ? fail("channel_not_found") : { members: channel.members ?? [...state.users.keys()] };
  },
  "views.open": openView,
  "views.publish": publishView,
  "conversations.open": (state, args) => ({ channel: { id: directChannel(state, String(args["users"])).id } }),
  "files.getUploadURLExternal": (state, args) => {
    if (!(Number(args["length"]) > 0) || args["filename"] === undefined) return fail("invalid_arguments");
    const id = `F${state.files.size + 1}`;
    state.files.set(id, { name: String(args["filename"]), content: null, channel: null, threadTs: null });
    return { upload_url: `${state.base}/upload/${id}`, file_id: id };
  },
  "files.completeUploadExternal": completeUpload,
  // Its scope is asked for by no manifest: whoever switches the reaction on adds it.
  "reactions.add": (_, args) => (typeof args["timestamp"] === "string" ? {} : fail("bad_timestamp")),
  // An agent's prompts belong to no thread: Slack drops such a call without a word, and this one says so.
  "assistant.threads.setSuggestedPrompts": (_, args) => (args["thread_ts"] === undefined ? {} : fail("thread_ts_in_agent_view")),
  "assistant.threads.setTitle": (_, args) => (typeof args["title"] === "string" ? {} : fail("invalid_arguments")),
  "assistant.threads.setStatus": (state, args) => {
    state.statuses.push({
      channel: String(args["channel_id"]),
      threadTs: String(args["thread_ts"]),
      status: String(args["status"]),
    });
    return {};
  },
};

function postMessage(state: FakeSlackState, args: Json): Json {
  const channel = findChannel(state, String(args["channel"]));
  const wrong = refusePost(channel, args);
  if (wrong !== null || channel === undefined) return wrong ?? fail("channel_not_found");
  const message = addMessage(state, channel, args);
  return { channel: channel.id, ts: message.ts, message: { text: message.text } };
}

/** A reply that grows: outside of direct messages it has one recipient. */
function startStream(state: FakeSlackState, args: Json): Json {
  const channel = findChannel(state, String(args["channel"]));
  const blocks = chunkBlocks(args);
  const wrong = refusePost(channel, { ...args, blocks });
  if (wrong !== null || channel === undefined) return wrong ?? fail("channel_not_found");
  if (args["thread_ts"] === undefined) return fail("invalid_arguments");
  const isDirect = channel.id.startsWith("D");
  if (!isDirect && (args["recipient_user_id"] === undefined || args["recipient_team_id"] === undefined))
    return fail("missing_recipient_user_id");
  const message = addMessage(state, channel, { ...args, blocks });
  message.isStreaming = true;
  return { channel: channel.id, ts: message.ts };
}

function addToStream(...[state, args, isEnd]: [FakeSlackState, Json, boolean]): Json {
  const message = state.messages.find(({ ts, channel }) => ts === args["ts"] && channel === args["channel"]);
  if (message === undefined) return fail("message_not_found");
  if (message.isStreaming !== true) return fail("message_not_in_streaming_state");
  const blocks = isEnd ? args["blocks"] : chunkBlocks(args);
  const wrong = blocks === undefined ? null : refuseBlocks({ blocks }, "message");
  if (wrong !== null) return wrong;
  message.blocks = [...(message.blocks ?? []), ...((blocks ?? []) as NonNullable<FakeMessage["blocks"]>)];
  message.isStreaming = !isEnd;
  return { channel: message.channel, ts: message.ts };
}

function chunkBlocks(args: Json): Json[] {
  return ((args["chunks"] ?? []) as { type: string; blocks?: Json[] }[]).flatMap(({ blocks }) => blocks ?? []);
}

function postEphemeral(state: FakeSlackState, args: Json): Json {
  const channel = findChannel(state, String(args["channel"]));
  const wrong = refusePost(channel, args);
  if (wrong !== null || channel === undefined) return wrong ?? fail("channel_not_found");
  const message = addMessage(state, channel, args);
  message.onlyFor = String(args["user"]);
  return { message_ts: message.ts };
}

function refusePost(channel: FakeChannel | undefined, args: Json): Json | null {
  if (channel === undefined) return fail("channel_not_found");
  if (channel.isArchived) return fail("is_archived");
  if (!channel.hasBot) return channel.isPrivate ? fail("channel_not_found") : fail("not_in_channel");
  if (args["text"] === undefined && args["blocks"] === undefined) return fail("no_text");
  return refuseBlocks(args, "message");
}

function refuseBlocks(args: Json, surface: "message" | "view"): Json | null {
  const wrong = args["blocks"] === undefined ? null : judgeBlocks(args["blocks"], surface);
  if (wrong === null) return null;
  return fail(wrong.split(":")[0] ?? wrong, { response_metadata: { messages: [`[ERROR] ${wrong}`] } });
}

function findChannel(state: FakeSlackState, id: string): FakeChannel | undefined {
  return id.startsWith("U") ? directChannel(state, id) : state.channels.get(id);
}

function directChannel(state: FakeSlackState, user: string): FakeChannel {
  const id = `D${user.slice(1)}`;
  const known = state.channels.get(id);
  const channel = known ?? { id, hasBot: true, isPrivate: true, isArchived: false };
  state.channels.set(id, channel);
  return channel;
}

function addMessage(state: FakeSlackState, channel: FakeChannel, args: Json): FakeMessage {
  const message: FakeMessage = {
    channel: channel.id,
    ts: state.nextTs(),
    threadTs: typeof args["thread_ts"] === "string" ? args["thread_ts"] : null,
    user: state.botUserId,
    text: String(args["text"] ?? ""),
    blocks: (args["blocks"] as unknown[] | undefined) ?? [],
    onlyFor: null,
    unfurls: args["unfurl_links"] !== "false" || args["unfurl_media"] !== "false",
    edits: 0,
    metadata: (args["metadata"] as Json | undefined) ?? null,
  };
  state.messages.push(message);
  return message;
}

function ownMessage(state: FakeSlackState, args: Json): FakeMessage | undefined {
  return state.messages.find(
    (message) => message.ts === args["ts"] && message.channel === args["channel"] && message.user === state.botUserId,
  );
}

function updateMessage(state: FakeSlackState, args: Json): Json {
  const message = ownMessage(state, args);
  if (message === undefined) return fail("message_not_found");
  if (String(args["text"] ?? "").length > 4000) return fail("msg_too_long");
  const wrong = refuseBlocks(args, "message");
  if (wrong !== null) return wrong;
  message.text = String(args["text"] ?? "");
  message.blocks = (args["blocks"] as unknown[] | undefined) ?? [];
  message.edits += 1;
  return { channel: message.channel, ts: message.ts };
}

function deleteMessage(state: FakeSlackState, args: Json): Json {
  const message = ownMessage(state, args);
  if (message === undefined) return fail("message_not_found");
  state.messages.splice(state.messages.indexOf(message), 1);
  return { channel: message.channel, ts: message.ts };
}

function userInfo(state: FakeSlackState, args: Json): Json {
  const user = state.users.get(String(args["user"]));
  return user === undefined ? fail("user_not_found") : { user };
}

function openView(state: FakeSlackState, args: Json): Json {
  const issued = state.triggers.get(String(args["trigger_id"]));
  if (issued === undefined) return fail("invalid_trigger_id");
  if (Date.now() - issued > 3000) return fail("expired_trigger_id");
  state.triggers.delete(String(args["trigger_id"]));
  const view = args["view"] as Json;
  const wrong = judgeView(view);
  if (wrong !== null) return fail("invalid_arguments", { response_metadata: { messages: [wrong] } });
  state.views.push(view);
  return { view: { id: `V${state.views.length}`, ...view } };
}

function judgeView(view: Json): string | null {
  for (const part of ["title", "submit", "close"]) {
    const text = (view[part] as Json | undefined)?.["text"];
    if (text !== undefined && String(text).length > 24) return `${part} must be less than 25 characters`;
  }
  if (String(view["private_metadata"] ?? "").length > 3000) return "private_metadata too long";
  return judgeBlocks(view["blocks"], "view");
}

function publishView(state: FakeSlackState, args: Json): Json {
  const view = args["view"] as Json;
  const wrong = judgeView(view);
  if (wrong !== null) return fail("invalid_arguments", { response_metadata: { messages: [wrong] } });
  if (JSON.stringify(view).length > 250_000) return fail("view_too_large");
  state.homes.set(String(args["user_id"]), view);
  return { view };
}

function completeUpload(state: FakeSlackState, args: Json): Json {
  const channel = state.channels.get(String(args["channel_id"]));
  if (args["channel_id"] !== undefined && channel === undefined) return fail("channel_not_found");
  const listed = args["files"] as { id: string }[];
  for (const { id } of listed) {
    const file = state.files.get(id);
    if (file === undefined || file.content === null) return fail("file_not_found");
    file.channel = channel?.id ?? null;
    file.threadTs = typeof args["thread_ts"] === "string" ? args["thread_ts"] : null;
  }
  return { files: listed.map(({ id }) => ({ id })) };
}
