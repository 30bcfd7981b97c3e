/** Half a character, or a joiner without what it joined: what a cut may leave. */
const CUT_END = /[\p{Surrogate}\p{DI}]{1,10}$/u;
/** The end of a sentence: its mark with closing marks, before white space; ideographic marks need none. Linear. */
const SENTENCE_END = /[.!?…][\p{Pe}\p{Pf}"']{0,3}(?=\s)|[。！？][\p{Pe}\p{Pf}]{0,3}/gu;

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
  return `${cut.replace(CUT_END, "").trimEnd()}…`;
}
