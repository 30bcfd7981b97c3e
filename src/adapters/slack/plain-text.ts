/** Lone halves of a character are no text, and JSON with them is refused. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Control characters other than line feed and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
/** Overrides of the writing direction show a text in another order than it has. */
const OVERRIDES = /[\u202D\u202E]/g;
/** The end of a sentence: its mark with closing marks, before white space; ideographic marks need none. Linear. */
const SENTENCE_END = /[.!?…][\p{Pe}\p{Pf}"']{0,3}(?=\s)|[。！？][\p{Pe}\p{Pf}]{0,3}/gu;

/** A text as Slack can take it: well-formed, without what could disguise it. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATES, "\uFFFD").replace(CONTROLS, " ").replace(OVERRIDES, "");
}

/** The ends (exclusive offsets) of the sentences of a text, the end of the text included. */
export function sentenceEnds(text: string): number[] {
  const ends = Array.from(text.matchAll(SENTENCE_END), (match) => match.index + match[0].length);
  if (ends.at(-1) !== text.length && text.trim() !== "") ends.push(text.length);
  return ends;
}

/** At most `limit` code units with an ellipsis, cut between words where there are any, never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const space = head.lastIndexOf(" ");
  const cut = space > limit / 2 ? head.slice(0, space) : head;
  return `${cut.replace(LONE_SURROGATES, "").trimEnd()}…`;
}

/** What a text is in JSON, which is what Slack's sum over the blocks is held against. */
export function jsonLength(value: unknown): number {
  return JSON.stringify(value).length;
}

/**
 * For the `text` of a message, the one field in which Slack reads markup (docs.slack.dev/messaging/formatting-message-text):
 * the three escapes take mentions, links and dates away; a word joiner keeps names behind @ from being names.
 */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/@/g, "@\u2060");
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
