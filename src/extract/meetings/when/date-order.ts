import type { DateOrder } from "../../dates/resolve-expression.ts";
import { findDateExpressions } from "../../en/dates/find-date-expressions.ts";

/** A date in numbers, of which only other dates tell the order. */
const NUMBERS = /\d\d?[-/.]\d\d?[-/.]\d{4}/;
/** Countries whose papers write the day first, by the ends of their addresses. */
const DAY_FIRST =
  /\.(?:uk|in|au|nz|ie|za|pk|bd|lk|np|sg|my|ng|ke|gh|ug|tz|zm|mt|cy|fr|de|es|it|nl|be|at|ch|dk|se|no|fi|pl|pt|gr|cz|sk|ro|bg|hr|rs|ru|ua|tr|il|eg|ae|sa|qa|br|ar|mx|cl|co|id|th|vn|eu)$/;
const MONTH_FIRST = /\.(?:us|gov|mil)$/;

/**
 * Which of "09/08/2022" is the day, as other dates of the text tell: one that can be read only one way, or days written before their
 * months; else the publisher's country. Null where nothing tells.
 */
export function dateOrderOf(text: string, url: string | null): DateOrder | null {
  if (!NUMBERS.test(text)) return null;
  let dayFirst = false;
  let monthFirst = false;
  let dayBeforeMonth = false;
  let monthBeforeDay = false;
  for (const { start, expression } of findDateExpressions(text)) {
    if (expression.kind === "numbers") {
      dayFirst ||= expression.first > 12;
      monthFirst ||= expression.second > 12;
    } else if (expression.kind === "day") {
      const begins = /^\d{1,2}\D/.test(text.slice(start, start + 3));
      dayBeforeMonth ||= begins;
      monthBeforeDay ||= !begins && !/^\d/.test(text.charAt(start));
    }
  }
  if (dayFirst !== monthFirst) return dayFirst ? "day-first" : "month-first";
  if (dayFirst) return null;
  // "August 9" says nothing: Indian papers write it beside 09/08/2022.
  if (dayBeforeMonth && !monthBeforeDay) return "day-first";
  return orderOfPublisher(url);
}

function orderOfPublisher(url: string | null): DateOrder | null {
  const host = url === null || !URL.canParse(url) ? "" : new URL(url).hostname;
  if (DAY_FIRST.test(host)) return "day-first";
  return MONTH_FIRST.test(host) ? "month-first" : null;
}
