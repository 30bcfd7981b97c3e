/** An address without the "feed:" that browsers once gave to feed readers: "feed:https://…" and "feed://…". */
export function withoutFeedScheme(text: string): string {
  return text
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
    .replace(/^feed:\/\//i, "http://");
}
