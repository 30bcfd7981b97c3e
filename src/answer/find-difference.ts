import { dateOf } from "../domain/evidence/article-date.ts";
import { contentWords } from "../evidence/words.ts";
import { MONTHS } from "../extract/en/calendar.ts";
import { FIGURE } from "../extract/en/questions/asking-words.ts";
import type { Question } from "./asked/read-question.ts";
import type { RankedPassage } from "./rank-passages.ts";

/** What articles say differently of one thing, newest first. */
export interface Difference {
  passages: RankedPassage[];
  says: { articleId: string; value: string }[];
}

/** Passages further down speak of something else. */
const COMPARED = 8;
/** Two passages that share so much of their words tell the same. */
const ALIKE = 0.5;

/** Where articles give different figures of one unit for what was asked, each once. Nothing is decided between them. */
export function findDifference(passages: RankedPassage[], question: Question): Difference | null {
  const [first, ...others] = passages.slice(0, COMPARED);
  if (question.kind !== "number" || first === undefined) return null;
  for (const [unit, value] of figuresOf(first.text)) {
    const differing = others.filter((each) => {
      const other = figuresOf(each.text).get(unit);
      return other !== undefined && other !== value && each.article.id !== first.article.id && areAlike(first.text, each.text);
    });
    if (differing.length === 0) continue;
    const all = [first, ...differing].sort((a, b) => dateOf(b.article).localeCompare(dateOf(a.article)));
    const once = all.filter((each, at) => all.findIndex((other) => other.article.id === each.article.id) === at);
    return {
      passages: once,
      says: once.map((each) => ({ articleId: each.article.id, value: `${figuresOf(each.text).get(unit)} ${unit}` })),
    };
  }
  return null;
}

/** Figures by their unit; a unit with several figures tells nothing. */
function figuresOf(text: string): Map<string, string> {
  const figures = new Map<string, string>();
  const repeated = new Set<string>();
  for (const [, digits = "", scale, unit = ""] of text.matchAll(FIGURE)) {
    if (MONTHS.has(unit.toLowerCase())) continue;
    if (figures.has(unit)) repeated.add(unit);
    figures.set(unit, scale === undefined ? digits : `${digits} ${scale}`);
  }
  for (const unit of repeated) figures.delete(unit);
  return figures;
}

function areAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(contentWords(text).filter((word) => !/\d/.test(word))));
  if (a === undefined || b === undefined) return false;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size)) >= ALIKE;
}
