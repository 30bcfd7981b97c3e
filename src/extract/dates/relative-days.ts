import { type Clauses, NO_TOKEN } from "../clauses/clauses.ts";
import { clausesOf } from "../clauses/clauses-of.ts";
import { FUTURE_HELPERS, PLAN_WORDS } from "../en/briefing/briefing-words.ts";
import { findDateExpressions } from "../en/dates/find-date-expressions.ts";
import { english } from "../en/english.ts";
import { readText, sentenceAt, type TextModel } from "../read-text.ts";
import { dayOfIso } from "./calendar.ts";
import type { DateExpression } from "./date-expression.ts";
import { type Direction, resolveExpression } from "./resolve-expression.ts";

/** A day that a text names only from its own: "on Thursday", "yesterday". `end` is where its words end; `day` is ISO. */
export interface RelativeDay {
  end: number;
  day: string;
}

/**
 * The days that a text leaves relative, as far as they are certain: a weekday lies before or behind the publication as the verb above it
 * says, and where no verb says it, it is left alone. What somebody says in marks may have been said on another day: there only weekdays count.
 */
export function relativeDays(text: string, publishedAt: string | null): RelativeDay[] {
  const found = publishedAt === null ? [] : findDateExpressions(text).filter(({ expression }) => isRelative(expression));
  if (found.length === 0) return [];
  const model = readText(text, english);
  return found.flatMap(({ start, end, expression }) => {
    if (expression.kind === "away" && isQuoted(text, start)) return [];
    const direction = expression.kind === "away" || hasWhich(expression) ? "past" : directionAt(model, start);
    if (direction === null) return [];
    const span = resolveExpression(expression, {
      day: dayOfIso(publishedAt),
      direction,
      slack: true,
      previous: null,
      order: null,
    });
    return span === null || span.precision !== "day" || span.start !== span.end ? [] : [{ end, day: span.start }];
  });
}

function isRelative(expression: DateExpression): boolean {
  if (expression.kind === "weekday") return expression.last === null;
  return expression.kind === "away" && expression.unit === "day" && Math.abs(expression.count) <= 1;
}

/** "last Monday", "next Friday", "Friday last week". */
function hasWhich(expression: DateExpression): boolean {
  return (
    expression.kind === "weekday" && (expression.which === "last" || expression.which === "next" || expression.week !== null)
  );
}

const MAX_CLIMB = 12;

/** Which way a verb points a weekday that hangs on it; null where that is not plain. */
function directionAt(model: TextModel, offset: number): Direction | null {
  const sentence = sentenceAt(model, offset);
  if (sentence === null) return null;
  const clauses = clausesOf(model, sentence);
  let at = model.tokens.findIndex((token) => token.end > offset);
  for (let step = 0; step < MAX_CLIMB && at !== NO_TOKEN; step++) {
    const direction = tenseOf(model, clauses, at);
    if (direction !== null) return direction === "open" ? null : direction;
    at = clauses.headOf(at);
  }
  return null;
}

function tenseOf({ tokens }: TextModel, clauses: Clauses, at: number): Direction | "open" | null {
  const tag = clauses.tagOf(at);
  const helpers = clauses.childrenOf(at, "aux", "cop", "mark").map((each) => tokens[each]?.lower ?? "");
  if (PLAN_WORDS.has(tokens[at]?.lower ?? "") || helpers.some((helper) => FUTURE_HELPERS.has(helper))) return "future";
  if (!tag.startsWith("VB")) return null;
  if (tag === "VBD") return "past";
  if (tag === "VBN") return helpers.length > 0 || clauses.headOf(at) === NO_TOKEN ? "past" : null;
  return tag === "VBG" || helpers.includes("to") ? null : "open";
}

function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return (before.match(/"/g)?.length ?? 0) % 2 === 1 || before.lastIndexOf("“") > before.lastIndexOf("”");
}
