import { z } from "zod";
import type { Draft, Prose } from "../../domain/model/language-model.ts";

/** "3" and "[3]" are numbers to many models. */
export const number = z.preprocess((value) => {
  const digits = typeof value === "string" ? /^\s*\[?(\d{1,6})\]?\s*$/.exec(value)?.[1] : undefined;
  return digits === undefined ? value : Number(digits);
}, z.number().int());
const words = z
  .string()
  .trim()
  .nullish()
  .catch("")
  .transform((value) => value ?? "");
/** References within the words; the numbers come apart from them. */
const prose = z.string().transform((text) => text.replace(/ ?\[[\d, ]{1,40}\]/g, ""));
const range = z.object({ from: number, to: number });
const copy = z.object({ sentence: number, keep: listOf(range), heading: words, opener: words });
const point = z.object({ text: prose, sentences: listOf(number) });
const meeting = point.extend({ meeting: number });
const shape = z.object({ points: z.array(z.unknown()), meetings: z.array(z.unknown()).catch([]), quotes: listOf(number) });

/** A list without what is wrong in it; empty where there is none. */
function listOf<Item extends z.ZodType>(item: Item) {
  const list = z.array(z.unknown()).catch([]);
  return list.transform((values) => values.flatMap((value): z.output<Item>[] => parsed(item, value)));
}

function parsed<Item extends z.ZodType>(item: Item, value: unknown): z.output<Item>[] {
  const result = item.safeParse(value);
  return result.success ? [result.data] : [];
}

/**
 * An answer as a draft. A point that is wrong costs that point, and what is missing beside the points is empty; an answer without points, or
 * of which none can be read, is no draft: an empty list says that the sentences hold nothing.
 */
export function readDraftJson(json: unknown, asked: Prose): Draft | null {
  const result = shape.safeParse(json);
  if (!result.success) return null;
  const { points, quotes } = result.data;
  const copies = asked === "copy" ? points.flatMap((value) => parsed(copy, value)) : [];
  const written = asked === "checked" ? points.flatMap((value) => parsed(point, value)) : [];
  const meetings = asked === "checked" ? result.data.meetings.flatMap((value) => parsed(meeting, value)) : [];
  if (points.length > 0 && copies.length + written.length === 0) return null;
  return { copies, points: written, meetings, quotes };
}
