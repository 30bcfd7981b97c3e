import type { Participant, ParticipantKind } from "../../../domain/evidence/extraction.ts";
import type { Reading } from "../articles/article-keys.ts";

interface Row {
  meetingId: number | bigint;
  name: string;
  kind: string;
  country: string | null;
}

/** `country` is ISO alpha-2, of a country or of the state that a person acts for. */
export interface NamedParticipant extends Participant {
  country: string | null;
}

/** Who takes part in these meetings, by the meeting's key. People are called as they are called now. */
export async function participantsOf(
  { client, rows }: Reading,
  keys: number[],
): Promise<ReadonlyMap<number, NamedParticipant[]>> {
  if (keys.length === 0) return new Map();
  const found = await client.$queryRaw<Row[]>`
    SELECT p."meetingId", coalesce(h."name", p."name") AS "name", p."kind", coalesce(p."country", h."country") AS "country"
    FROM "MeetingParticipant" p LEFT JOIN "Person" h ON h."id" = p."personId"
    WHERE p."meetingId" IN ${rows.list(keys)} ORDER BY p."id"`;
  const grouped = new Map<number, NamedParticipant[]>();
  for (const { meetingId, name, kind, country } of found) {
    const known = grouped.get(Number(meetingId));
    const participant = { name, kind: kind as ParticipantKind, country };
    if (known === undefined) grouped.set(Number(meetingId), [participant]);
    else known.push(participant);
  }
  return grouped;
}
