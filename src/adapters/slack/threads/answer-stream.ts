import type { types } from "@slack/bolt";
import type { Block, Document, Inline } from "../../../domain/chat/document.ts";
import type { ButtonIds } from "../../chat/buttons.ts";
import type { SlackContext } from "../commands/context.ts";
import { refusalOf } from "../connection/errors.ts";
import { renderDocument } from "../documents/render.ts";
import type { Posted } from "./post-once.ts";

/** An answer that is shown line by line in its thread while a model still writes it. Only what is checked is handed to it. */
export interface AnswerStream {
  line(inlines: Inline[]): void;
  /** Ends the stream with what stands below the lines. Null where the answer is to be posted whole: nothing of the stream is left. */
  finish(document: Document, buttonIds: ButtonIds): Promise<Posted | null>;
  /** Takes away what was shown, unless it was finished. */
  discard(): Promise<void>;
}

interface Where {
  channelId: string;
  threadTs: string;
  userId: string;
}

/**
 * Slack's text streaming (docs.slack.dev/messaging/sending-and-scheduling-messages#text-streaming): begun as a reply with the first line, and
 * outside of direct messages for one recipient. A line is a block of rich text, in which nothing of an article is markup. Whatever Slack
 * refuses, the answer is posted as if there were no streams.
 */
export function createAnswerStream(context: SlackContext, where: Where): AnswerStream {
  const { channelId, threadTs, userId } = where;
  const lines: string[] = [];
  let ts: string | null = null;
  let hasFailed = false;
  let isFinished = false;
  let last: Promise<void> = Promise.resolve();

  async function show(line: Inline[]): Promise<void> {
    if (hasFailed) return;
    const chunks = [{ type: "blocks" as const, blocks: blocksOf([{ type: "list", items: [line] }]) }];
    try {
      if (ts !== null) return void (await context.posting.chat.appendStream({ channel: channelId, ts, chunks }));
      const teamId = (await context.identify()).workspaceId.replace("slack:", "");
      const recipient = { recipient_user_id: userId, recipient_team_id: teamId };
      const started = await context.posting.chat.startStream({ channel: channelId, thread_ts: threadTs, chunks, ...recipient });
      ts = started.ts ?? null;
      hasFailed = ts === null;
    } catch (error) {
      hasFailed = true;
      context.logger.info({ channelId, code: refusalOf(error)?.code, err: error }, "An answer could not be streamed");
    }
  }

  return {
    line(inlines) {
      lines.push(textOf(inlines));
      last = last.then(() => show(inlines));
    },
    async discard() {
      await last;
      if (ts !== null && !isFinished) await remove(context, channelId, ts);
      isFinished = true;
    },
    async finish(document, buttonIds) {
      await last;
      isFinished = true;
      if (ts === null) return null;
      try {
        const below = hasFailed ? null : belowLines(document, lines);
        if (below !== null) {
          const { message } = renderDocument({ ...document, title: "", blocks: below }, buttonIds);
          await context.posting.chat.stopStream({ channel: channelId, ts, blocks: message.blocks });
          return { channelId, ts };
        }
      } catch (error) {
        context.logger.info({ channelId, code: refusalOf(error)?.code, err: error }, "A streamed answer could not be ended");
      }
      await remove(context, channelId, ts);
      return null;
    },
  };
}

async function remove(context: SlackContext, channelId: string, ts: string): Promise<void> {
  try {
    await context.client.chat.delete({ channel: channelId, ts });
  } catch (error) {
    context.logger.warn({ channelId, ts, code: refusalOf(error)?.code }, "A streamed answer could not be removed");
  }
}

/** The answer without its first lines; null where it does not begin with these: then another one was begun. */
function belowLines({ blocks }: Document, lines: readonly string[]): Block[] | null {
  const at = blocks.findIndex(({ type }) => type === "list");
  const list = blocks[at];
  if (list?.type !== "list" || list.items.length < lines.length) return null;
  if (lines.some((line, place) => textOf(list.items[place] ?? []) !== line)) return null;
  const left = list.items.slice(lines.length);
  return [...(left.length === 0 ? [] : [{ ...list, items: left }]), ...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

/** Its words: sources may be more in the end. */
function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === "text" ? inline.text : ""))
    .join("")
    .trim();
}

function blocksOf(blocks: Block[]): types.KnownBlock[] {
  return renderDocument({ title: "", audience: "channel", blocks, detail: [] }, () => null).message.blocks;
}
