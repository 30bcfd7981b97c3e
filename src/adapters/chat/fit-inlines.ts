import type { Inline } from "../../domain/chat/document.ts";
import { showText } from "../../domain/chat/show-text.ts";
import { sentenceEnds, shorten } from "./shorten.ts";

/** How a platform shows inlines, and what that takes of its room. */
export interface InlineMeasure<T> {
  /** What an inline is shown as; nothing for one without text. */
  show(inline: Inline): T[];
  size(element: T): number;
  /** The length of a text without its surroundings. */
  textSize(text: string): number;
}

/** What "n more" and the wrapping of a text take besides it. */
const AROUND_TEXT = 80;

/** As many of the inlines as fit into the room; the last text ends with a sentence, then "n more". Links stay whole. */
export function fitInlines<T>(inlines: Inline[], room: number, measure: InlineMeasure<T>): T[] {
  const shown: T[] = [];
  let left = room;
  for (const [index, inline] of inlines.entries()) {
    const elements = measure.show(inline);
    const size = elements.reduce((sum, element) => sum + measure.size(element) + 1, 0);
    if (size > left) {
      const cut = inline.type === "text" ? cutAtSentence(inline.text, { left, room }, measure) : null;
      if (cut !== null) shown.push(...measure.show({ ...inline, text: cut.text } as Inline));
      const behind = inlines.slice(index + 1).reduce((sum, next) => sum + sentenceCount(next), 0);
      const more = behind + (cut?.left ?? sentenceCount(inline));
      shown.push(...measure.show({ type: "text", text: ` … ${more} more`, emphasis: "soft" }));
      return shown;
    }
    shown.push(...elements);
    left -= size;
  }
  return shown;
}

function sentenceCount(inline: Inline): number {
  return inline.type === "text" ? sentenceEnds(showText(inline.text)).length : 1;
}

interface Room {
  left: number;
  /** Of the whole paragraph. */
  room: number;
}

/** The sentences that fit. A first sentence that is longer than everything is cut between words, as there is no better place. */
function cutAtSentence<T>(whole: string, { left, room }: Room, measure: InlineMeasure<T>): { text: string; left: number } | null {
  const text = showText(whole);
  const ends = sentenceEnds(text);
  let end = 0;
  let shown = 0;
  let size = AROUND_TEXT;
  for (const next of ends) {
    size += measure.textSize(text.slice(end, next));
    if (size > left) break;
    end = next;
    shown += 1;
  }
  if (end > 0) return { text: text.slice(0, end), left: ends.length - shown };
  if (left < room) return null;
  return { text: shorten(text, Math.floor(left / 2) - AROUND_TEXT), left: ends.length };
}
