/** Lone halves of a character are no text, and JSON with them is refused. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Control characters other than line feed and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
/** Overrides of the writing direction show a text in another order than it has. */
const OVERRIDES = /[\u202D\u202E]/g;
/** The end of a sentence: its mark with closing marks, before white space; ideographic marks need none. Linear. */
const SENTENCE_END = /[.!?…][\p{Pe}\p{Pf}"']{0,3}(?=\s)|[。！？][\p{Pe}\p{Pf}]{0,3}/gu;

/** A text as platforms can take it: well-formed, without what could disguise it. */
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
