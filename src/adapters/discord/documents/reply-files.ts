import type { RawFile } from "@discordjs/rest";
import type { ReplyFile } from "../../../domain/chat/chat.ts";

/** A reply's files go with its message, and are seen by whoever sees that. */
export function replyFiles(files: readonly ReplyFile[]): RawFile[] {
  return files.map(({ name, mediaType, content }) => ({ name, contentType: mediaType, data: Buffer.from(content, "utf8") }));
}
