import type { Range } from "../../domain/evidence/span.ts";
import { ELISION } from "../en/quotes/cue-words.ts";
import type { Paragraph, TextModel } from "../read-text.ts";

/** A marked stretch of text, marks included. `open` where the paragraph ends before the quotation does. */
export interface MarkedSpan extends Range {
  paragraph: number;
  open: boolean;
}

type Family = "double" | "guillemet" | "low" | "single";

const CLOSERS: Record<Family, RegExp> = { double: /["”]/, guillemet: /»/, low: /[“”]/, single: /['’]/ };
const MAX_SPAN_CHARACTERS = 6000;

/**
 * The stretches between quotation marks, outermost only. A quotation that a paragraph leaves open goes on where the next paragraph
 * opens again; one that is never taken up ends with its paragraph. Apostrophes and inch marks are no quotation marks.
 */
export function findMarkedSpans(model: TextModel): MarkedSpan[] {
  const singles = usesSingleMarks(model.text);
  return model.paragraphs.flatMap((paragraph, at) =>
    spansOfParagraph(model, paragraph, { next: model.paragraphs[at + 1], singles }),
  );
}

/** British papers quote with single marks; a text with many double ones does not. */
function usesSingleMarks(text: string): boolean {
  const double = text.match(/["“”«»„]/g)?.length ?? 0;
  const single = text.match(/(?<![\p{L}\p{N}])['‘](?=\p{L})/gu)?.length ?? 0;
  // Typewriter pairs, ''so'', leave single marks to the quotations inside them.
  return single > 0 && double <= single * 2 && !text.includes("'' ");
}

function spansOfParagraph(
  model: TextModel,
  paragraph: Paragraph,
  context: { next: Paragraph | undefined; singles: boolean },
): MarkedSpan[] {
  const { text } = model;
  const spans: MarkedSpan[] = [];
  let at = paragraph.start;
  while (at < paragraph.end) {
    const family = opens(text, at, { paragraph, singles: context.singles });
    if (family === null) {
      at++;
      continue;
    }
    const close = closing(text, at, { family, end: Math.min(paragraph.end, at + MAX_SPAN_CHARACTERS) });
    if (close !== null) {
      if (!isNickname(text, { start: at, end: close }))
        spans.push({ paragraph: paragraph.index, start: at, end: close, open: false });
      at = close;
      continue;
    }
    if (staysOpen(text, at, { family, paragraph, next: context.next }))
      spans.push({ paragraph: paragraph.index, start: at, end: paragraph.end, open: true });
    at = family === "single" ? at + 1 : paragraph.end;
  }
  return spans;
}

/** `Marcia "Cia" Price`: one word between two of a name. */
function isNickname(text: string, { start, end }: Range): boolean {
  return (
    /^.\p{Lu}[\p{L}.'’-]*.$/u.test(text.slice(start, end)) &&
    /\p{Lu}[\p{L}.'’-]{1,29} $/u.test(text.slice(Math.max(0, start - 30), start)) &&
    /^ \p{Lu}[\p{L}.'’-]/u.test(text.slice(end, end + 3))
  );
}

function opens(text: string, at: number, context: { paragraph: Paragraph; singles: boolean }): Family | null {
  const mark = text.charAt(at);
  if (mark === "«") return "guillemet";
  if (mark === "„") return "low";
  if (mark === "“") return "double";
  const before = at === context.paragraph.start ? " " : text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const startsWord = /[\s([—–:-]/.test(before) && /\S/.test(after);
  // A closing mark where an opening one belongs is a slip of the keyboard.
  if (mark === "”") return startsWord && /\p{L}/u.test(after) ? "double" : null;
  if (mark === '"') return startsWord || (/\S/.test(after) && /[\s,.]/.test(before)) ? "double" : null;
  if (!context.singles) return null;
  if (mark === "‘") return /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before) ? "single" : null;
  if (mark === "'" && before !== "'" && startsWord && /[\p{L}\p{N}]/u.test(after) && !ELISION.test(text.slice(at, at + 8)))
    return "single";
  return null;
}

interface Search {
  family: Family;
  end: number;
}

/** The offset behind the closing mark of the quotation that opens at `open`; null where none closes it. */
function closing(text: string, open: number, search: Search): number | null {
  const found = search.family === "single" ? closingSingle(text, open + 1, search.end) : closingDouble(text, open, search);
  return found === null ? null : found + 1;
}

function closingDouble(text: string, open: number, search: Search): number | null {
  const closer = CLOSERS[search.family];
  const double = search.family === "double";
  const straight = text.charAt(open) === '"';
  let depth = 0;
  for (let at = open + 1; at < search.end; at++) {
    const mark = text.charAt(at);
    if (double && mark === "“" && closesBySlip(text, at)) return at;
    // A second opening mark inside: a nested quotation where it is closed as well, a slip of the pen where it isn't.
    if (double && mark === "“") depth++;
    if (!closer.test(mark)) continue;
    if (double && mark === '"' && isStraightOpening(text, at)) {
      depth++;
      continue;
    }
    if (depth > 0 && double && ((straight && mark === "”") || hasAnother(text, at + 1, search))) {
      depth--;
      continue;
    }
    return at;
  }
  return null;
}

/** An opening mark right behind a word and before a space closes. */
function closesBySlip(text: string, at: number): boolean {
  return /[\p{L}\p{N}.,!?]/u.test(text.charAt(at - 1)) && /^(?:\s|[.,;)]|$)/.test(text.slice(at + 1, at + 2));
}

/** A straight mark after a space and before a word opens a quotation inside the quotation. */
function isStraightOpening(text: string, at: number): boolean {
  return /[\s(]/.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function hasAnother(text: string, from: number, search: Search): boolean {
  for (let at = from; at < search.end; at++) {
    const mark = text.charAt(at);
    if (mark === "“" || (mark === '"' && isStraightOpening(text, at))) return false;
    if (CLOSERS[search.family].test(mark)) return true;
  }
  return false;
}

/** An apostrophe stands between letters; one after a plural's s closes only where no better mark follows. */
function closingSingle(text: string, from: number, end: number): number | null {
  let doubtful: number | null = null;
  for (let at = from; at < end; at++) {
    const mark = text.charAt(at);
    if (mark !== "’" && mark !== "'") continue;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) continue;
    if (/[.,!?…;:]/.test(before) || !/s/i.test(before) || /[.,;:!?)]/.test(after)) return at;
    doubtful ??= at;
  }
  return doubtful;
}

/** Whether a quotation without a closing mark is one: the next paragraph opens again, or this one is quoted from its start. */
function staysOpen(
  text: string,
  at: number,
  context: { family: Family; paragraph: Paragraph; next: Paragraph | undefined },
): boolean {
  if (context.family === "single") return false;
  const { paragraph, next } = context;
  const reopens = next !== undefined && /["“«„]/.test(text.charAt(next.start));
  if (reopens) return true;
  return (
    paragraph.end - at > 20 && (at === paragraph.start || /[:,]\s*$/.test(text.slice(Math.max(paragraph.start, at - 3), at)))
  );
}
