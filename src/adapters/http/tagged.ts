import { createHash } from "node:crypto";

interface Body {
  text: string;
  mediaType: string;
  /** Further headers, such as the name of a file. */
  headers?: Record<string, string>;
}

/** An answer with a tag of its content: whoever shows the tag again is told that nothing changed (RFC 9110, 8.8.3 and 13.1.2). */
export function tagged(request: Request, { text, mediaType, headers = {} }: Body): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  // It is the reader's own: a cache between asks each time whether it still holds.
  const kept = { ...headers, etag, "cache-control": "private, no-cache" };
  if (isShown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: kept });
  return new Response(text, { headers: { ...kept, "content-type": mediaType } });
}

function isShown(shown: string | null, etag: string): boolean {
  if (shown === null) return false;
  return shown.trim() === "*" || shown.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}
