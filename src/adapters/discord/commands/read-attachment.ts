import { AppError } from "../../../domain/errors.ts";
import { decodeText } from "../../web/decode-text.ts";

const MOST_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;

interface Attachment {
  url: string;
  size: number;
}

/** The text of a file that somebody attached to a command. Discord says where it is; nothing but Discord's own hosts is asked. */
export async function readAttachment(attachment: Attachment | undefined, hosts: ReadonlySet<string>): Promise<string> {
  if (attachment === undefined) throw new AppError("usage", "Attach an OPML file, as other feed readers export it.");
  if (attachment.size > MOST_BYTES)
    throw new AppError("usage", "That file is larger than a megabyte. Split it into several OPML files.");
  const { host } = new URL(attachment.url);
  if (!hosts.has(host)) throw new AppError("bad-input", "Discord does not host that file, so I can't read it. Attach it again.");
  try {
    const response = await fetch(attachment.url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const bytes = response.ok ? await response.arrayBuffer() : null;
    // The announced size may be wrong.
    if (bytes !== null && bytes.byteLength <= MOST_BYTES)
      return decodeText(new Uint8Array(bytes), response.headers.get("content-type") ?? "");
  } catch (error) {
    throw unreadable(error);
  }
  throw unreadable(null);
}

function unreadable(cause: unknown): AppError {
  return new AppError("bad-input", "Discord did not give me that file. Attach it again.", { cause });
}
