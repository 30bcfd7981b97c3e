import type { FoundExpression } from "../../dates/date-expression.ts";
import { datedDayRule, monthRule, numbersRule, weekdayRule, yearRule } from "./calendar-rules.ts";
import { type DateRule, scanWords } from "./date-scan.ts";
import { countedRule, dayWordRule, periodRule, spokenRule } from "./relative-rules.ts";

/** In order: where two rules read the same words, the earlier one has them. */
const RULES: DateRule[] = [
  numbersRule,
  datedDayRule,
  weekdayRule,
  monthRule,
  dayWordRule,
  countedRule,
  spokenRule,
  periodRule,
  yearRule,
];
/** What none of a text's words matches holds no date: most sentences need no closer reading. */
const HINT =
  /\d|day\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\b(?:today|tonight|tomorrow|week|month|year|night|morning|afternoon|evening|mon|tues?|wed|thurs?|fri|sat|sun|days|weeks|months|years|weekend)\b/i;

/** The words of a text that say a date, in order and without overlap. Linear: each rule looks a few words ahead. */
export function findDateExpressions(text: string): FoundExpression[] {
  if (!HINT.test(text)) return [];
  const words = scanWords(text);
  const found: FoundExpression[] = [];
  let at = 0;
  while (at < words.length) {
    let next = at + 1;
    for (const rule of RULES) {
      const match = rule(words, at);
      if (match === null) continue;
      found.push({ start: words[at]?.start ?? 0, end: words[match.next - 1]?.end ?? 0, expression: match.expression });
      next = match.next;
      break;
    }
    at = next;
  }
  return found;
}
