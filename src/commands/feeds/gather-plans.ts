import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import type { CommandContext } from "../command-context.ts";
import { readAskedMeetings } from "../evidence/asked-meetings.ts";
import { createVerbatim } from "../reads/verbatim.ts";

const MOST = 500;
/** An event quotes so many. */
const PASSAGES = 2;
/** What was planned and took place, or was called off, stays in a calendar for so long. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** The meetings of a calendar that is followed: planned ones, with what became of those of the last weeks. Of one article, all events together quote at most so many words. */
export async function gatherPlans(
  context: CommandContext,
  about: string | undefined,
  verbatimWords: number,
): Promise<{ label: string | null; meetings: MeetingRecord[] }> {
  const { store, workspaceId, clock } = context;
  const { label, asked } = await readAskedMeetings(context, about);
  const from = isoDate(clock.now() - KEPT_DAYS * DAY_MS);
  const meetings = await findMeetings(store.meetings, workspaceId, {
    asked: asked.map((each) => ({ ...each, from })),
    limit: MOST,
    offset: 0,
  });
  const verbatim = createVerbatim(verbatimWords);
  const quoting = meetings.map((meeting) => {
    const evidence = meeting.evidence.slice(0, PASSAGES).flatMap((citation) => verbatim.quote(citation) ?? []);
    return { ...meeting, evidence };
  });
  return { label, meetings: quoting };
}
