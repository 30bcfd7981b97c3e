import { fail, type Json } from "./fake-slack-answers.ts";
import type { FakeMessage, FakeSlackState } from "./fake-slack-state.ts";

/** A channel's messages, newest first, or a thread's with its first one, oldest first: a page at a time, metadata only where asked for. */
export function listMessages(state: FakeSlackState, args: Json, threadTs: string | null): Json {
  const channel = state.channels.get(String(args["channel"]));
  if (channel === undefined) return fail("channel_not_found");
  if (!channel.hasBot) return fail("not_in_channel");
  const all = state.messages.filter((message) => message.channel === channel.id && message.onlyFor === null);
  const wanted =
    threadTs === null
      ? all.filter((message) => message.threadTs === null).reverse()
      : all.filter((message) => message.ts === threadTs || message.threadTs === threadTs);
  if (threadTs !== null && wanted.length === 0) return fail("thread_not_found");
  const from = Number(args["cursor"] ?? 0);
  const limit = Math.min(999, Number(args["limit"] ?? 100));
  const hasMore = from + limit < wanted.length;
  return {
    messages: wanted.slice(from, from + limit).map((message) => shown(message, args)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(from + limit) : "" },
  };
}

function shown(message: FakeMessage, args: Json): Json {
  const { metadata } = message;
  return {
    type: "message",
    user: message.user,
    bot_id: "B0BOT",
    ts: message.ts,
    text: message.text,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(metadata !== null && args["include_all_metadata"] === "true" ? { metadata } : {}),
  };
}
