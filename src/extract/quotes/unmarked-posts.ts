import type { Quote } from "../../domain/evidence/extraction.ts";
import { spanOf } from "../../domain/evidence/span.ts";
import { FINITE_SUBJECT, FIRST_PERSON, SUBJECTLESS } from "../en/quotes/post-words.ts";
import type { Paragraph, TextModel } from "../read-text.ts";

const MAX_CHARACTERS = 300;

/**
 * Posts that a page shows without quotation marks: a paragraph of its own, in the first person, without a subject. Only in a text that
 * has quoted a post with marks, and without a speaker: nothing at the paragraph says whose post it is.
 */
export function findUnmarkedPosts(model: TextModel, quotes: Quote[]): Quote[] {
  if (!quotes.some((quote) => quote.kind === "social")) return [];
  return model.paragraphs.filter((paragraph) => isPost(model, paragraph)).map((paragraph) => toPost(model, paragraph));
}

function isPost(model: TextModel, paragraph: Paragraph): boolean {
  const text = model.text.slice(paragraph.start, paragraph.end);
  if (text.length > MAX_CHARACTERS || /["“”«»]/.test(text)) return false;
  return SUBJECTLESS.test(text) && FIRST_PERSON.test(text) && !FINITE_SUBJECT.test(text);
}

function toPost(model: TextModel, paragraph: Paragraph): Quote {
  return {
    ...spanOf(model.text, paragraph.start, paragraph.end),
    kind: "social",
    speaker: null,
    cue: null,
    rule: "unmarked post in a paragraph of its own",
  };
}
