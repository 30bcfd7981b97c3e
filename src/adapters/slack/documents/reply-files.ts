import type { ReplyFile } from "../../../domain/chat/chat.ts";
import type { Picture } from "../../../domain/chat/picture.ts";
import type { PostedAnswer } from "../../chat/question-book.ts";
import { shorten } from "../../chat/shorten.ts";
import { isDirect, type SlackContext } from "../commands/context.ts";
import type { Destination } from "../commands/destination.ts";
import { callOnce } from "../threads/post-once.ts";
import { ALT_TEXT } from "./limits.ts";

export interface Files {
  files: ReplyFile[];
  picture: Picture | undefined;
  /** The shared message that the files belong to, null where the asker alone got the answer. */
  posted: PostedAnswer | null;
}

/**
 * Files go into the thread of the message. There are no ephemeral files, so that those of an asker's answer go to their direct messages; a
 * picture stays out of them, as the answer's lines say the same.
 */
export async function postReplyFiles(context: SlackContext, to: Destination, given: Files): Promise<void> {
  const { files, posted } = given;
  const picture = posted === null && !isDirect(to.channelId) ? undefined : given.picture;
  if (files.length === 0 && picture === undefined) return;
  const place = posted === null ? { channel_id: await directChannel(context, to) } : threadOf(posted, to);
  const uploads = files.map(({ name, content, encoding }) => ({
    filename: name,
    title: name,
    file: Buffer.from(content, encoding ?? "utf8"),
  }));
  for (const upload of [...(picture === undefined ? [] : [uploadOf(picture)]), ...uploads]) {
    // Slack shows a file for as often as its upload is completed.
    await callOnce(context, (client) => client.filesUploadV2({ ...place, ...upload }));
  }
}

function uploadOf({ name, title, content, alt }: Picture) {
  return { filename: name, title, file: Buffer.from(content), alt_text: shorten(alt, ALT_TEXT) };
}

function threadOf(posted: PostedAnswer, to: Destination): { channel_id: string; thread_ts: string } {
  return { channel_id: posted.channelId, thread_ts: to.threadTs ?? posted.messageIds[0] ?? "" };
}

/** The conversation with whoever asked. */
export async function directChannel(context: SlackContext, to: Destination): Promise<string> {
  if (isDirect(to.channelId)) return to.channelId;
  const opened = await context.client.conversations.open({ users: to.userId });
  if (opened.channel?.id === undefined) throw new Error("conversations.open came back without a channel.");
  return opened.channel.id;
}
