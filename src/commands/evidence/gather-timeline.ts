import { isMeetingOn } from "../../briefing/is-meeting-on.ts";
import { rankHeads } from "../../briefing/rank-heads.ts";
import { readTopic } from "../../briefing/read-topic.ts";
import { composeTimeline } from "../../briefing/timeline/compose-timeline.ts";
import { findDatedLines } from "../../briefing/timeline/find-dated-lines.ts";
import { findMeetingDays } from "../../briefing/timeline/find-meeting-days.ts";
import { findSaidDays } from "../../briefing/timeline/find-said-days.ts";
import type { TimelineDay } from "../../briefing/timeline/timeline.ts";
import { isoDate } from "../../domain/clock.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import type { ArticleHead } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import { meetingsOn, meetingsOnMembers } from "../../evidence/meetings-on.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import type { CommandContext } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { countriesOf, fromTo } from "./gather-briefing.ts";
import { findNamedHeads } from "./on-sides.ts";

/** Articles whose headlines are weighed. */
const MAX_HEADS = 500;
/** Of these so many are read, as evenly over their days as may be. */
const MAX_ARTICLES = 90;
const MAX_QUOTES = 500;
const MAX_MEETINGS = 400;
/** A day is told of by articles of so many days before it and after it. */
const TOLD_BEFORE_DAYS = 60;
const TOLD_AFTER_DAYS = 30;
const DAY_MS = 86_400_000;

interface GatheredTimeline {
  days: TimelineDay[];
  /** Every article that a day cites. */
  articles: ArticleHead[];
}

/** The days of a period that mattered to a topic; null where no article is on it. `today` is the asker's. */
export async function gatherTimeline(
  context: CommandContext,
  { topic, period, today }: { topic: Topic; period: Period; today: string },
): Promise<GatheredTimeline | null> {
  const { store, workspaceId } = context;
  const { heads, people, names, reporting } = await findNamedHeads(context, topic, { ...widened(period), limit: MAX_HEADS });
  if (heads.length === 0) return null;
  const ids = spread(rankHeads(names, heads, reporting)).slice(0, MAX_ARTICLES);
  const articles = await store.articles.load(
    workspaceId,
    ids.map(({ id }) => id),
  );
  const reading = readTopic(names, articles);
  const articleIds = articles.map(({ id }) => id);
  const subject = topic.kind === "person" ? { personId: topic.person.id, onTopics: [topicKey(topic)] } : { articleIds };
  const wanted =
    topic.kind === "saved"
      ? await meetingsOnMembers(store.articles, workspaceId, { topic, limit: MAX_HEADS })
      : [
          meetingsOn(
            topic,
            heads.map(({ id }) => id),
          ),
        ];
  const asked = wanted.map((each) => ({ ...each, ...fromTo(period) }));
  const [quotes, meetings] = await Promise.all([
    store.quotes.find(workspaceId, { limit: MAX_QUOTES, offset: 0, ...subject }),
    findMeetings(store.meetings, workspaceId, { asked, limit: MAX_MEETINGS, offset: 0 }),
  ]);
  const known = new Map<string, ArticleHead>([...heads, ...articles].map((article) => [article.id, article]));
  const bodies = new Map(articles.map((article) => [article.id, article]));
  const on = meetings.filter((meeting) => isMeetingOn(reading, meeting));
  const candidates = [
    ...findMeetingDays(on, known),
    ...findDatedLines(reading),
    ...findSaidDays(reading, {
      quotes,
      isOfPerson: topic.kind === "person",
      people,
      countries: countriesOf(topic),
      articles: bodies,
    }),
  ];
  const days = composeTimeline(candidates, { today, ...period });
  const cited = [...new Set(days.flatMap(({ citations }) => citations.map(({ articleId }) => articleId)))];
  const missing = cited.filter((id) => !known.has(id));
  const others = await store.articles.load(workspaceId, missing);
  return { days, articles: [...cited.flatMap((id) => known.get(id) ?? []), ...others] };
}

function widened({ since, until }: Period): Period {
  return {
    ...(since === undefined ? {} : { since: isoDate(Date.parse(since) - TOLD_BEFORE_DAYS * DAY_MS) }),
    ...(until === undefined ? {} : { until: isoDate(Date.parse(until) + TOLD_AFTER_DAYS * DAY_MS) }),
  };
}

/** The best of each day first, then the second best of each, and so on; `heads` come best first. */
function spread(heads: ArticleHead[]): ArticleHead[] {
  const turns = new Map<string, number>();
  return heads
    .map((head) => {
      const turn = turns.get(dateOf(head)) ?? 0;
      turns.set(dateOf(head), turn + 1);
      return { head, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ head }) => head);
}
