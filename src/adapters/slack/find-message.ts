import type { webApi } from "@slack/bolt";
import { historyPage } from "./schema.ts";

/** A message of the app's own, by the key that it carries in its metadata: docs.slack.dev/messaging/message-metadata. */
export interface Wanted {
  channelId: string;
  /** The thread that it would stand in; null for the channel itself. */
  threadTs: string | null;
  key: string;
  botId: string;
  /** It was not posted before this time. */
  sinceMs: number;
}

export type Looked = { kind: "found"; ts: string } | { kind: "absent" } | { kind: "too-many" };

/** docs.slack.dev/reference/methods/conversations.history: at most 999, and no more than 200 are recommended. */
const PAGE = 200;
const MAX_PAGES = 25;

/** Newest messages first, until the time before the first try. Replies come oldest first, and have their thread for a limit. */
export async function findMessage(client: webApi.WebClient, wanted: Wanted): Promise<Looked> {
  const { channelId, threadTs, key, botId, sinceMs } = wanted;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const asked = { channel: channelId, limit: PAGE, include_all_metadata: true, ...(cursor === undefined ? {} : { cursor }) };
    const answer =
      threadTs === null
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: threadTs, oldest: threadTs });
    const { messages, next } = historyPage.parse(answer);
    const found = messages.find((each) => each.bot_id === botId && each.metadata?.event_payload["key"] === key);
    if (found !== undefined) return { kind: "found", ts: found.ts };
    const isPast = threadTs === null && messages.some((each) => Number(each.ts) * 1000 < sinceMs);
    if (isPast || next === null) return { kind: "absent" };
    cursor = next;
  }
  return { kind: "too-many" };
}
