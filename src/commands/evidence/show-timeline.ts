import type { TimelineDay } from "../../briefing/timeline/timeline.ts";
import { type Sources, sourcesOf } from "../../documents/blocks.ts";
import { describeTimeline, drawTimeline } from "../../documents/pictures/draw-timeline.ts";
import type { Look } from "../../documents/pictures/picture-parts.ts";
import { timelineInlines } from "../../documents/timeline-items.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { Picture, Theme } from "../../domain/chat/picture.ts";
import { isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";
import { findShown } from "../corrections/find-shown.ts";
import { exportButton } from "../export/file-buttons.ts";
import { actionsBlock } from "../page-blocks.ts";
import { todayOf } from "../typed/bounds.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { withPeriod } from "../typed/show-period.ts";
import { answerEmptyStore } from "./empty-store.ts";
import { fromTo } from "./gather-briefing.ts";
import { gatherTimeline } from "./gather-timeline.ts";
import { pictureOf } from "./picture-of.ts";
import { answerUnknownTopic } from "./unknown-topic.ts";

/** So many days are read in one go; of more those that weigh most are shown, and of these the newest. */
const MOST_DAYS = 24;
/** A chat shows a picture as high as a phone's screen; the lines below it have all days. One day is a line, and no picture. */
const MOST_DRAWN = 8;
const LEAST_DRAWN = 2;

/** `/timeline`: the story over weeks, one line for each day that mattered, earliest first. */
export async function showTimeline(context: CommandContext, intent: Extract<Intent, { kind: "timeline" }>): Promise<Reply> {
  const period = checkedPeriod(context, { since: intent.from, until: intent.to });
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const topic = await topicOf(context, intent.about);
  if (topic === null) throw new AppError("usage", "Name a topic or a person, for example india-japan or quad.");
  const today = isoDate(todayOf({ nowMs: context.clock.now(), timeZone: context.asker.timeZone }));
  const gathered = await gatherTimeline(context, { topic, period, today });
  if (gathered === null) {
    const unknown = await answerUnknownTopic(context, { topic, period, data: {} });
    return { ...unknown, data: [] };
  }
  const { days, articles } = gathered;
  const shown = heaviest(days, MOST_DAYS);
  const sources = sourcesOf(articles);
  const blocks: Block[] =
    days.length === 0
      ? [paragraph(text(`The articles on ${topic.label} tell of no day of that time on which something happened or is planned.`))]
      : [...newestDay(shown, sources, today), { type: "list", items: shown.map((day) => timelineInlines(day, sources, today)) }];
  if (shown.length < days.length)
    blocks.push({
      type: "footer",
      inlines: [
        text(
          `These are ${shown.length} of ${days.length} days, those with the most reports. A shorter time, such as “since monday”, shows all of its days.`,
        ),
      ],
    });
  const cited = await findShown(
    context,
    shown.flatMap(({ citations }) => citations),
  );
  const file = exportButton(context, { what: "timeline", about: topic.text, ...fromTo(period) });
  blocks.push(...actionsBlock([...wrongButton({ ...cited, topic: topic.text }), ...file]));
  const title = withPeriod(`Timeline: ${topic.label}`, period);
  const data = days.map(({ date, text: told, status, citations }) => ({ date, text: told, status, citations }));
  const picture = await drawn(context, { title, days: shown, today }, intent.picture);
  return { ...reply({ title, audience: "channel", blocks, detail: [] }, data, topic.text), picture };
}

/** The newest day that is over, for whoever sees the top of it alone: the list begins with the oldest. */
function newestDay(days: TimelineDay[], sources: Sources, today: string): Block[] {
  const newest = days.findLast(({ date, status }) => status !== "planned" && date <= today);
  return newest === undefined || days.length < LEAST_DRAWN
    ? []
    : [paragraph(text("Newest: ", "strong"), ...timelineInlines(newest, sources, today))];
}

async function drawn(
  context: CommandContext,
  timeline: { title: string; days: TimelineDay[]; today: string },
  asked: "svg" | Theme | undefined,
): Promise<Picture | undefined> {
  const { title, today } = timeline;
  const days = asked === undefined ? heaviest(timeline.days, MOST_DRAWN) : timeline.days;
  if (days.length < (asked === undefined ? LEAST_DRAWN : 1)) return undefined;
  const draw = (look: Look) => drawTimeline({ title, days, today }, look);
  return pictureOf(context, { name: "timeline", title, alt: describeTimeline(title, days), draw }, asked);
}

function heaviest(days: TimelineDay[], most: number): TimelineDay[] {
  if (days.length <= most) return days;
  const kept = new Set([...days].sort((a, b) => b.weight - a.weight || b.date.localeCompare(a.date)).slice(0, most));
  return days.filter((day) => kept.has(day));
}
