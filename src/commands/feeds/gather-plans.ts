import { isoDate } from "../../domain/clock.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import type { CommandContext } from "../command-context.ts";
import { readAskedMeetings } from "../evidence/asked-meetings.ts";

const MOST = 500;
/** What was planned and took place, or was called off, stays in a calendar for so long. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** The meetings of a calendar that is followed: planned ones, with what became of those of the last weeks. */
export async function gatherPlans(
  context: CommandContext,
  about: string | undefined,
): Promise<{ label: string | null; meetings: MeetingRecord[] }> {
  const { store, workspaceId, clock } = context;
  const { label, asked } = await readAskedMeetings(context, about);
  const from = isoDate(clock.now() - KEPT_DAYS * DAY_MS);
  const meetings = await findMeetings(store.meetings, workspaceId, {
    asked: asked.map((each) => ({ ...each, from })),
    limit: MOST,
    offset: 0,
  });
  return { label, meetings };
}
