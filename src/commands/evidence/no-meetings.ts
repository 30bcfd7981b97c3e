import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate, showDateSpan } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { type CommandContext, emptyPage } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { showPeriod, spaced } from "../typed/show-period.ts";
import type { AskedMeetings } from "./asked-meetings.ts";

type MeetingsIntent = Extract<Intent, { kind: "meetings" }>;

/** Why a list of meetings is empty: the time that was asked for, with the newest one known and a way to all; or that no article has the words. */
export async function explainNoMeetings(
  context: CommandContext,
  { intent, asking, period }: { intent: MeetingsIntent; asking: AskedMeetings; period: Period },
): Promise<Block[]> {
  const { store, workspaceId, clock } = context;
  const { topic, spoken, asked } = asking;
  const shown = showPeriod(period);
  if (shown === null) {
    const isNamed =
      topic?.kind !== "words" ||
      (await store.articles.find(workspaceId, { terms: topic.terms, match: "all", limit: 1 })).length > 0;
    const none = isNamed ? `No meeting${spoken} is known.` : `No stored article speaks of ${topic.label}.`;
    return emptyPage(intent.page, none);
  }
  const [newest] = await findMeetings(store.meetings, workspaceId, { asked, limit: 1, offset: 0 });
  const known = newest === undefined ? `No meeting${spoken} is known at any time.` : newestOf(newest.date);
  const today = isoDate(clock.now());
  const { since } = period;
  const none =
    since !== undefined && since > today
      ? `${showDate(since)} is still to come, and no meeting${spoken} planned for ${since === period.until ? "that day" : "that time"} is known.`
      : `No meeting${spoken}${spaced(shown)} is known.`;
  const blocks = emptyPage(intent.page, [none, known].join(" "));
  if (newest === undefined) return blocks;
  const anyTime: MeetingsIntent = { ...intent, from: undefined, to: undefined, page: undefined };
  return [...blocks, { type: "actions", actions: [{ label: "At any time", intent: anyTime }] }];
}

function newestOf(date: Parameters<typeof showDateSpan>[0]): string {
  return date === null ? "Those that are known have no day." : `The newest that is known is of ${showDateSpan(date)}.`;
}
