import { z } from "zod";
import { PARTICIPANT_KINDS, type Role } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { TermWeight } from "../../domain/evidence/story-store.ts";

/** What is kept as JSON, read back. The store wrote it, but a file can be edited: a wrong shape is an error, not a guess. */
const range = z.object({ start: z.number().int(), end: z.number().int() });
const role = z.object({ title: z.string(), affiliation: z.string().nullable(), country: z.string().nullable() });
const participant = z.object({
  name: z.string(),
  kind: z.enum(PARTICIPANT_KINDS),
  personKey: z.number().nullable(),
  country: z.string().nullable(),
});

export function readRanges(value: unknown): Range[] {
  return z.array(range).parse(value);
}

export function readStrings(value: unknown): string[] {
  return z.array(z.string()).parse(value);
}

export function readRoles(value: unknown): Role[] {
  return z.array(role).parse(value);
}

export function readParticipants(value: unknown) {
  return z.array(participant).parse(value);
}

export function readTerms(value: unknown): TermWeight[] {
  return z.array(z.tuple([z.string(), z.number()])).parse(value);
}

/** Ranges without whatever else the objects carry. */
export function rangesToJson(ranges: Range[]): { start: number; end: number }[] {
  return ranges.map(({ start, end }) => ({ start, end }));
}
