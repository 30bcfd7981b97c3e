import { dayToldBy } from "../briefing/timeline/find-dated-lines.ts";
import { type Inline, text } from "../domain/chat/document.ts";
import type { Language } from "../domain/digests/digest.ts";
import type { CitedSentence } from "../domain/evidence/records.ts";
import { differingDays, type Sources, sourceInlines } from "./blocks.ts";
import { showShortDay } from "./frame.ts";
import { leadInOf } from "./lead-in.ts";
import { markDays } from "./mark-days.ts";

/** A sentence of a briefing with the day that it tells of. */
export interface Point {
  sentence: CitedSentence;
  /** ISO date: the day that the sentence names, or else that of its article. Null where neither is known. */
  day: string | null;
}

export function pointsOf(sentences: readonly CitedSentence[], sources: Sources): Point[] {
  return sentences.map((sentence) => ({ sentence, day: dayOf(sentence, sources) }));
}

/** Points by their days, newest first; those of one day stay in their order, and those without any come last. */
export function newestFirst(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => (b.day ?? "").localeCompare(a.day ?? ""));
}

/** Points as a model ordered them, but that the newest leads, with its heading: it stands before what a phone folds away. */
export function newestLeading(points: readonly Point[]): Point[] {
  const [newest] = newestFirst(points);
  if (newest === undefined) return [];
  const rest = points.filter((point) => point !== newest);
  const isBeside = ({ sentence }: Point) => sentence.heading === newest.sentence.heading;
  return [newest, ...rest.filter(isBeside), ...rest.filter((point) => !isBeside(point))];
}

/** The newest of them in words alone, for a notification: "9 Sep: The two prime ministers held talks." Null where there is none. */
export function sayNewest(points: readonly Point[], sources: Sources): string | null {
  const [newest] = newestFirst(points);
  if (newest === undefined) return null;
  const { sentence, day } = newest;
  const date = showShortDay(day, { today: sources.today, language: "en" });
  const publishedAt = sources.get(sentence.citations[0]?.articleId ?? "")?.publishedAt ?? null;
  return `${date === null ? "" : `${date}: `}${markDays(sentence.text.replace(/\s+/g, " "), publishedAt)}`;
}

/** A day that is over is the event's. What is only planned is news of the day on which the article tells it. */
function dayOf({ text: told, citations }: CitedSentence, sources: Sources): string | null {
  const publishedAt = sources.get(citations[0]?.articleId ?? "")?.publishedAt ?? null;
  const published = publishedAt?.slice(0, 10) ?? null;
  return published === null ? null : (dayToldBy({ text: told, article: { publishedAt, firstSeenAt: published } }) ?? published);
}

/** The day in front, who or what in bold, the sources, and what they say differently. */
export function pointInlines({ sentence, day }: Point, sources: Sources, language: Language = "en"): Inline[] {
  const date = showShortDay(day, { today: sources.today, language });
  const differing = differingDays(sentence.differing ?? [], sources);
  return [
    ...(date === null ? [] : [text(`${date}: `, "strong")]),
    ...ledInlines(sentence, { sources, language }),
    text(" "),
    ...sourceInlines(sentence.citations, sources, language),
    ...(differing === null ? [] : [text(` ${differing}`, "soft")]),
  ];
}

/** A sentence with its days resolved and its subject in bold. */
function ledInlines(
  { text: told, citations }: CitedSentence,
  { sources, language }: { sources: Sources; language: Language },
): Inline[] {
  const publishedAt = sources.get(citations[0]?.articleId ?? "")?.publishedAt ?? null;
  const flat = told.replace(/\s+/g, " ");
  const marked = markDays(flat, publishedAt, language);
  const lead = leadInOf(flat);
  if (lead === null) return [text(marked)];
  const words = flat.slice(lead.start, lead.end);
  const at = marked.indexOf(words);
  if (at < 0) return [text(marked)];
  const [before, behind] = [marked.slice(0, at), marked.slice(at + words.length)];
  return [...(before === "" ? [] : [text(before)]), text(words, "strong"), text(behind)];
}
