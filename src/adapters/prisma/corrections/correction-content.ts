import { z } from "zod";
import type { CorrectionContent } from "../../../domain/evidence/correction.ts";
import { DATE_PRECISIONS, MEETING_KINDS, MEETING_STATUSES, PARTICIPANT_KINDS } from "../../../domain/evidence/extraction.ts";

const date = z.object({ start: z.string(), end: z.string(), precision: z.enum(DATE_PRECISIONS) });
const trace = z.object({
  kind: z.enum(MEETING_KINDS),
  date: date.nullable(),
  place: z.string().nullable(),
  status: z.enum(MEETING_STATUSES),
  filedOn: z.string(),
  participants: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(PARTICIPANT_KINDS),
      personKey: z.number().nullable(),
      country: z.string().nullable(),
    }),
  ),
});
const traces = z.array(trace);
const attributed = z.object({
  name: z.string().nullable(),
  personKey: z.number().nullable(),
  mention: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  rule: z.string(),
});
const content = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("speaker"),
    text: z.string(),
    nth: z.number().int(),
    name: z.string().nullable(),
    personKey: z.number().nullable(),
    found: attributed,
  }),
  z.object({ kind: z.literal("not-held"), traces }),
  z.object({ kind: z.literal("date"), traces, date }),
  z.object({ kind: z.literal("same-as"), traces }),
  z.object({ kind: z.literal("apart"), traces }),
  z.object({ kind: z.literal("off-topic"), topic: z.string(), key: z.string() }),
]);

export function readContent(value: unknown): CorrectionContent {
  return content.parse(value);
}

/** Only what the column keeps: an object may carry more than its type says. */
export function contentToJson(given: CorrectionContent): z.infer<typeof content> {
  return content.parse(given);
}
