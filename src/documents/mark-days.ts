import type { Language } from "../domain/digests/digest.ts";
import { relativeDays } from "../extract/dates/relative-days.ts";
import { PART_OF_DAY_BEHIND } from "../extract/en/briefing/briefing-words.ts";
import { showDay } from "./frame.ts";

/**
 * An article's words as people read them: in single blanks, and with the date in square brackets behind each day that they leave relative:
 * "on Thursday [8 September 2022]". The brackets are ours, as editors' always are; each day is told once.
 */
export function markDays(words: string, publishedAt: string | null, language: Language = "en"): string {
  const flat = words.replace(/\s+/g, " ");
  let marked = "";
  let from = 0;
  const told = new Set<string>();
  for (const { end, day } of relativeDays(flat, publishedAt)) {
    if (told.has(day)) continue;
    told.add(day);
    const to = end + (PART_OF_DAY_BEHIND.exec(flat.slice(end))?.[0].length ?? 0);
    marked += `${flat.slice(from, to)} [${showDay(day, language)}]`;
    from = to;
  }
  return marked + flat.slice(from);
}
