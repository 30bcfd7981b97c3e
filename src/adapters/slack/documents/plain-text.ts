import { showText } from "../../../domain/chat/show-text.ts";

/** What a text is in JSON, which is what Slack's sum over the blocks is held against. */
export function jsonLength(value: unknown): number {
  return JSON.stringify(value).length;
}

/**
 * For the `text` of a message, the one field in which Slack reads markup (docs.slack.dev/messaging/formatting-message-text):
 * the three escapes take mentions, links and dates away; a word joiner keeps names behind @ from being names.
 */
export function escapeMarkup(text: string): string {
  return showText(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/@/g, "@\u2060");
}

/** What a person typed, out of Slack's markup: links become their address, channels their name, other mentions go. */
export function plainFromMarkup(text: string): string {
  return text
    .replace(/<([^<>]{1,4000})>/g, (_, inner: string) => plainReference(inner))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

function plainReference(inner: string): string {
  const [target = "", label] = inner.split("|", 2);
  if (target.startsWith("@") || target.startsWith("!")) return " ";
  if (target.startsWith("#")) return label === undefined ? " " : `#${label}`;
  return target.replace(/^mailto:/, "");
}
