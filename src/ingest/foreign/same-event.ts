import { READ_LANGUAGE } from "../../domain/evidence/language.ts";
import type { EventMarks, StoryWriter } from "../../domain/evidence/story-store.ts";
import { daysNear, tellingNumbers } from "../../extract/foreign/event-marks.ts";

const DAY_MS = 86_400_000;
/** Reports of one event in two languages are at most so far apart. */
const MOST_DAYS = 2;
const MOST_COMPARED = 24;
/** Whom a report is about stands in its first lines. */
const LEAD = 500;
const MIN_SHARED_PEOPLE = 2;
const MIN_SHARED_LEADS = 0.6;
const MIN_SHARED_NUMBERS = 2;

/** Whether the words of two articles can be compared: one whose language nobody says is read as English. */
export function areOneLanguage(a: string | null, b: string | null): boolean {
  return (a ?? READ_LANGUAGE) === (b ?? READ_LANGUAGE);
}

/** The story of the article in another language that most surely reports the article's event; null if none does. */
export async function storyOfEvent(
  stories: StoryWriter,
  article: { key: number; language: string | null; filedOn: string },
): Promise<number | null> {
  const near = await stories.inOtherLanguages({
    ...article,
    language: article.language ?? READ_LANGUAGE,
    days: MOST_DAYS,
    limit: MOST_COMPARED,
  });
  if (near.length === 0) return null;
  const marks = await stories.marks([article.key, ...near.map(({ articleKey }) => articleKey)]);
  const own = marks.get(article.key);
  let best: { storyKey: number; likeness: number } | null = null;
  for (const { articleKey, storyKey } of near) {
    const other = marks.get(articleKey);
    if (own === undefined || other === undefined || storyKey === null) continue;
    const likeness = likenessOfEvents(own, other);
    if (likeness > (best?.likeness ?? 0)) best = { storyKey, likeness };
  }
  return best?.storyKey ?? null;
}

/**
 * How surely two articles in different languages report one event; 0 if it cannot be told. Those who lead both reports must be the same, on
 * the same day or with the same day or number named; without people, a country and two numbers must be the same. Two days that differ
 * are two events.
 */
function likenessOfEvents(a: EventMarks, b: EventMarks): number {
  const apart = Math.abs(Date.parse(a.filedOn) - Date.parse(b.filedOn)) / DAY_MS;
  if (apart > MOST_DAYS) return 0;
  const [daysA, daysB] = [daysNear(a.text, a.filedOn), daysNear(b.text, b.filedOn)];
  const days = shared(daysA, daysB);
  if (days === 0 && daysA.size > 0 && daysB.size > 0) return 0;
  const numbers = shared(tellingNumbers(a.text), tellingNumbers(b.text));
  const countries = shared(new Set(a.countries), new Set(b.countries));
  const [leadsA, leadsB] = [leadsOf(a), leadsOf(b)];
  const people = shared(leadsA, leadsB);
  const marks = people + days + numbers;
  const isOneCast = people >= MIN_SHARED_LEADS * new Set([...leadsA, ...leadsB]).size;
  if (people >= MIN_SHARED_PEOPLE) return isOneCast && (apart <= 1 || days + numbers > 0) ? marks : 0;
  if (people > 0) return isOneCast && countries >= 2 && (numbers > 0 || days > 0) ? marks : 0;
  if (leadsA.size > 0 && leadsB.size > 0) return 0;
  return countries > 0 && numbers >= MIN_SHARED_NUMBERS ? marks : 0;
}

function leadsOf({ people }: EventMarks): Set<number> {
  return new Set(people.filter(({ firstAt }) => firstAt < LEAD).map(({ personKey }) => personKey));
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return [...a].filter((each) => b.has(each)).length;
}
