import type { RawFile } from "@discordjs/rest";
import type { Reply } from "../../../domain/chat/chat.ts";
import { shorten } from "../../chat/shorten.ts";
import { ATTACHMENT_DESCRIPTION } from "./limits.ts";

/** A file of a message, with what it shows for whoever cannot see it. */
export interface AttachedFile extends RawFile {
  description?: string;
}

/** A reply's picture and files go with its message, and are seen by whoever sees that; Discord shows a picture above the embeds. */
export function replyFiles({ picture, files }: Pick<Reply, "files" | "picture">): AttachedFile[] {
  const attached: AttachedFile[] = files.map(({ name, mediaType, content, encoding }) => ({
    name,
    contentType: mediaType,
    data: Buffer.from(content, encoding ?? "utf8"),
  }));
  if (picture === undefined) return attached;
  const { name, mediaType: contentType, content, alt } = picture;
  return [{ name, contentType, data: Buffer.from(content), description: shorten(alt, ATTACHMENT_DESCRIPTION) }, ...attached];
}
