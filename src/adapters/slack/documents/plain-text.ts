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
