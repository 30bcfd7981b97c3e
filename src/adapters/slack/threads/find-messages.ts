import type { webApi } from "@slack/bolt";
import { historyPage } from "../commands/schema.ts";

/** A message of the app's own, by the key that it carries in its metadata: docs.slack.dev/messaging/message-metadata. */
interface Wanted {
  channelId: string;
  /** The thread that it would stand in; null for the channel itself. */
  threadTs: string | null;
  key: string;
  botId: string;
  /** It was not posted before this time. */
  sinceMs: number;
}

interface Found {
  /** Oldest first. */
  ts: string[];
  /** Whether all was looked through that came since. */
  isWhole: boolean;
}

export type Looked = { kind: "found"; ts: string } | { kind: "absent" } | { kind: "too-many" };

/** docs.slack.dev/reference/methods/conversations.history: at most 999, and no more than 200 are recommended. */
const PAGE = 200;
const MAX_PAGES = 25;

/** The bot's messages with a key: in a channel newest first, until the time before the first try; in a thread all of it. */
export async function findMessages(client: webApi.WebClient, wanted: Wanted): Promise<Found> {
  const { channelId, threadTs, key, botId, sinceMs } = wanted;
  const ts: string[] = [];
  const found = (isWhole: boolean) => ({ ts: ts.sort((a, b) => Number(a) - Number(b)), isWhole });
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const asked = { channel: channelId, limit: PAGE, include_all_metadata: true, ...(cursor === undefined ? {} : { cursor }) };
    const answer =
      threadTs === null
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: threadTs, oldest: threadTs });
    const { messages, next } = historyPage.parse(answer);
    const isIt = (each: (typeof messages)[number]) => each.bot_id === botId && each.metadata?.event_payload["key"] === key;
    ts.push(...messages.filter(isIt).map((each) => each.ts));
    // Replies come oldest first, and have their thread for a limit.
    const isPast = threadTs === null && messages.some((each) => Number(each.ts) * 1000 < sinceMs);
    if (isPast || next === null) return found(true);
    cursor = next;
  }
  return found(false);
}

/** The oldest of them. */
export async function findMessage(client: webApi.WebClient, wanted: Wanted): Promise<Looked> {
  const { ts, isWhole } = await findMessages(client, wanted);
  if (ts[0] !== undefined) return { kind: "found", ts: ts[0] };
  return { kind: isWhole ? "absent" : "too-many" };
}
