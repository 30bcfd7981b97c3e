import { z } from "zod";
import { MEETING_KINDS, MEETING_STATUSES } from "../../domain/evidence/extraction.ts";
import type { ModelReading, Refusal } from "../../domain/model/model-reading.ts";

/** So many pieces of a kind are read; an article has no more. */
const MOST_PIECES = 200;

const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ])
  .pipe(z.number().int());
const text = z
  .string()
  .max(400)
  .nullish()
  .transform((value) => (value == null || value.trim() === "" || value.trim().toLowerCase() === "null" ? null : value.trim()));
const numbers = z
  .union([z.array(whole).max(60), whole.transform((n) => [n])])
  .nullish()
  .transform((list) => [...new Set(list ?? [])]);
const word = z.string().transform((value) => value.trim().toLowerCase());

const quote = z.object({
  n: whole,
  speaker: text,
  sentence: whole.nullish().transform((n) => n ?? null),
});
const person = z.object({ name: z.string().trim().min(1).max(200), office: text, country: text, sentences: numbers });
const participant = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const meeting = z.object({
  kind: word.pipe(z.enum(MEETING_KINDS)).nullish().catch(null),
  status: word.pipe(z.enum(MEETING_STATUSES)).nullish().catch(null),
  participants: z.array(z.unknown()).max(60).nullish(),
  when: text,
  where: text,
  sentences: numbers,
});
const reading = z.object({ quotes: list(), people: list(), meetings: list() });

function list() {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((pieces) => (pieces ?? []).slice(0, MOST_PIECES));
}

/** A model's reading out of what it answered, and the pieces that cannot be understood; each costs only itself. Null for no object at all. */
export function parseReading(value: unknown): { reading: ModelReading; refused: Refusal[] } | null {
  const parsed = reading.safeParse(value);
  if (!parsed.success) return null;
  const refused: Refusal[] = [];
  const { quotes, people, meetings } = parsed.data;
  return {
    reading: {
      quotes: pieces(quotes, { schema: quote, name: "quotes", refused }),
      people: pieces(people, { schema: person, name: "people", refused }),
      meetings: pieces(meetings, { schema: meeting, name: "meetings", refused }).map((piece) => ({
        ...piece,
        kind: piece.kind ?? null,
        status: piece.status ?? null,
        participants: named(piece.participants ?? [], { path: piece.path, refused }),
      })),
    },
    refused,
  };
}

function pieces<T>(
  list: readonly unknown[],
  { schema, name, refused }: { schema: z.ZodType<T>; name: string; refused: Refusal[] },
): (T & { path: string })[] {
  return list.flatMap((piece, at) => {
    const path = `${name}[${at}]`;
    const parsed = schema.safeParse(piece);
    if (parsed.success) return [{ ...parsed.data, path }];
    refused.push({ path, reason: "not-understood" });
    return [];
  });
}

function named(
  list: readonly unknown[],
  { path, refused }: { path: string; refused: Refusal[] },
): { path: string; words: string }[] {
  return list.flatMap((each, at) => {
    const parsed = participant.safeParse(each);
    const place = `${path}.participants[${at}]`;
    if (parsed.success && parsed.data.trim() !== "") return [{ path: place, words: parsed.data.trim() }];
    refused.push({ path: place, reason: "not-understood" });
    return [];
  });
}
