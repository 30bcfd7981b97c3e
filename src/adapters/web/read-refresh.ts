/** In the head, before anything of the page's own. */
const LOOKED_THROUGH = 8192;
/** A page that reloads itself later, as front pages do, leads nowhere. */
const LONGEST_WAIT_SECONDS = 5;
/** What comes with more text than this is read for itself. */
const MAX_PAGE = 20_000;

/** Where a short page sends its readers at once (`<meta http-equiv="refresh">`); null where it does not. What is for readers without scripts counts: we are one. */
export function readRefresh(body: Uint8Array, contentType: string): string | null {
  if (body.byteLength > MAX_PAGE || (contentType !== "" && !/html/i.test(contentType))) return null;
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, LOOKED_THROUGH))
    .toString("utf8")
    .replace(/<!--[\s\S]*?-->/g, "");
  for (const [tag] of head.matchAll(/<meta\s[^<>]{1,2500}>/gi)) {
    if (!/http-equiv\s{0,9}=\s{0,9}["']?refresh\b/i.test(tag)) continue;
    const content = /\bcontent\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/i.exec(tag);
    const given = content?.[1] ?? content?.[2] ?? content?.[3] ?? "";
    const [wait = ""] = given.split(/[;,]/, 1);
    const target = /^\s*url\s{0,9}=\s{0,9}["']?([^"'\s]+)/i.exec(given.slice(wait.length + 1))?.[1];
    if (target !== undefined && Number(wait) <= LONGEST_WAIT_SECONDS) return target.replaceAll("&amp;", "&");
  }
  return null;
}
