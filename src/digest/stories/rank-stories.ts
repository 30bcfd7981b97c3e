import type { MeetingRecord, PersonRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { News, StoryNews } from "../collect-news.ts";
import { groupByOrigin } from "../find-copies.ts";
import { isNewPassage } from "../new-passages.ts";

export interface RankedStory extends StoryNews {
  /** How many publishers carry it, copies of one text counted once. */
  independent: number;
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  score: number;
}

/** What speaks for a story, so that the figures stand in one place. */
const WEIGHTS = { publisher: 2, meeting: 1.5, quote: 0.4, isNew: 1.5 };
/** Of the highest office that is named, the second and the third: two ministers are less than one head of government. */
const OFFICES = [1.5, 0.75, 0.25];
const MOST_QUOTES = 5;
const MOST_MEETINGS = 2;

/** By the office's words, whoever holds it. */
const RANKS: [RegExp, number][] = [
  [/\b(?:vice|deputy|former|ex)\b/i, 1],
  [/\b(?:president|prime minister|premier|chancellor|king|queen|emperor|emir|pope|secretary[- ]general)\b/i, 3],
  [/\b(?:minister|secretary of state|high representative|crown prince)\b/i, 2],
  [/\b(?:secretary|ambassador|envoy|commissioner|governor|general|admiral|spokes\w+)\b/i, 1],
];

/** 3 for a head of state, government or the United Nations, 2 for a minister, 1 for other offices, 0 for none. */
export function rankOf(person: PersonRecord): number {
  const title = person.roles[0]?.title;
  return title === undefined ? 0 : (RANKS.find(([pattern]) => pattern.test(title))?.[1] ?? 0);
}

/** The most telling story first. Pure: the same news give the same order. */
export function rankStories(news: News): RankedStory[] {
  return news.stories.map((story) => weigh(story, news)).sort(byScore);
}

function weigh(story: StoryNews, news: News): RankedStory {
  const ids = new Set(story.fresh.map((article) => article.id));
  const quotes = news.quotes.filter((quote) => isNewPassage(story, quote));
  const meetings = news.meetings.filter((meeting) => meeting.evidence.some((citation) => isNewPassage(story, citation)));
  const ranks = news.people
    .filter((person) => person.articleIds.some((id) => ids.has(id)))
    .map(rankOf)
    .sort((a, b) => b - a);
  const independent = groupByOrigin(story.articles).length;
  const score =
    WEIGHTS.publisher * Math.log2(1 + independent) +
    OFFICES.reduce((sum, weight, at) => sum + weight * (ranks[at] ?? 0), 0) +
    WEIGHTS.meeting * Math.min(MOST_MEETINGS, meetings.length) +
    WEIGHTS.quote * Math.min(MOST_QUOTES, quotes.length) +
    (story.isUpdate ? 0 : WEIGHTS.isNew);
  return { ...story, independent, quotes, meetings, score };
}

/** Ties go to the later story, then by id, so that the order never depends on the store's. */
function byScore(a: RankedStory, b: RankedStory): number {
  return (
    b.score - a.score ||
    b.story.lastSeen.localeCompare(a.story.lastSeen) ||
    b.story.id.localeCompare(a.story.id, "en", { numeric: true })
  );
}
