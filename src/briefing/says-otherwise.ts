import { COUNTED, DENIES, DONE_TO, NOT_COUNTED } from "../extract/en/briefing/other-words.ts";
import { isCalendarWord } from "../extract/en/calendar.ts";
import { NUMBER_WORDS } from "../extract/en/pages/change-words.ts";

/**
 * Whether two sentences, however alike, say different things: each gives another number of the same ("killed 12 people", "killed nine
 * people"), or one denies what the other tells. Neither is then a source of the other.
 */
export function saysOtherwise(one: string, other: string): boolean {
  if (DENIES.test(one) !== DENIES.test(other)) return true;
  const counts = countsIn(one);
  return [...countsIn(other)].some(([thing, numbers]) => {
    const known = counts.get(thing);
    return known !== undefined && numbers.every((number) => !known.includes(number));
  });
}

/** What a sentence counts, or what was done to so many, with the numbers in figures: "people" with "12". */
function countsIn(text: string): Map<string, string[]> {
  const lower = text.toLowerCase();
  const found = [
    ...[...lower.matchAll(COUNTED)].map(([, number, thing]) => ({ number, thing })),
    ...[...lower.matchAll(DONE_TO)].map(([, thing, number]) => ({ number, thing })),
  ];
  const counts = new Map<string, string[]>();
  for (const { number = "", thing = "" } of found) {
    if (isCalendarWord(thing) || NOT_COUNTED.has(thing)) continue;
    const figures = NUMBER_WORDS.get(number) ?? number.replace(/,/g, "");
    counts.set(thing, [...(counts.get(thing) ?? []), figures]);
  }
  return counts;
}
