import { stemmer } from "stemmer";
import { foldName } from "../domain/evidence/fold-name.ts";
import type { SoughtTerm, StoryCandidate, StoryWriter, TermWeight } from "../domain/evidence/story-store.ts";
import { WEEKDAYS } from "../extract/en/calendar.ts";
import { storyTitle } from "../extract/story-title.ts";
import { together, words } from "../extract/words.ts";
import { areOneLanguage, storyOfEvent } from "./foreign/same-event.ts";

/** How many terms to keep per article: enough to tell one event from another. */
const KEPT_TERMS = 40;
const QUERY_TERMS = 18;
const CANDIDATES = 24;
/** The weight of a word in the title or the first sentences, relative to the rest. */
const TITLE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
/** Names and numbers tell apart events with the same vocabulary. */
const NAME_FACTOR = 2;
const NAME_OR_NUMBER = /^[\p{Lu}\p{N}]/u;
const LEAD_CHARACTERS = 300;
/** Above 1, rare words count for still more: what they share tells one event from the next of its kind. */
const RARITY_POWER = 1.2;
/** Articles further apart than this, in days, are about different events however alike they read. */
const WINDOW_DAYS = 21;
const DAY_MS = 86_400_000;
/** Cosine at which an article joins a story: of the likest article, and of the story's articles on average. */
const JOIN_NEAREST = 0.17;
const JOIN_AVERAGE = 0.1;

const STOP_WORDS = together(
  WEEKDAYS,
  words(
    "the a an and or but of to in on at by for with from as is are was were be been being it its this that these those he she they we you i his her " +
      "their our my your him them us me who whom which what when where why how not no nor so if then than too very can could will would shall should may " +
      "might must do does did done have has had having about after before over under again further more most other some such only own same just also into " +
      "out up down off above below between during through against because while until there here all any both each few one two new say said says told year " +
      "years day days week time people mr mrs ms according including would first last",
  ),
);

/** The words of an article that tell its event: stems with their counts (title and lead weigh more), heaviest first. */
export function articleTerms(article: { title: string | null; text: string }): TermWeight[] {
  const counts = new Map<string, number>();
  addTerms(counts, article.title ?? "", TITLE_WEIGHT);
  addTerms(counts, article.text.slice(0, LEAD_CHARACTERS), LEAD_WEIGHT);
  addTerms(counts, article.text.slice(LEAD_CHARACTERS), 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT_TERMS);
}

function addTerms(counts: Map<string, number>, text: string, weight: number): void {
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const word = foldName(match[0]);
    if (word.length < 2 || STOP_WORDS.has(word)) continue;
    const term = stemmer(word);
    counts.set(term, (counts.get(term) ?? 0) + weight * (NAME_OR_NUMBER.test(match[0]) ? NAME_FACTOR : 1));
  }
}

export interface GroupedArticle {
  key: number;
  title: string | null;
  text: string;
  filedOn: string;
  /** Primary tag of BCP 47. */
  language: string | null;
  terms: TermWeight[];
}

/** Adds an article to the story about its event, or starts one. The cost does not grow with the number of stories. */
export async function groupArticle(stories: StoryWriter, article: GroupedArticle): Promise<number> {
  const storyKey = (await findStory(stories, article)) ?? (await storyOfEvent(stories, article));
  const title = storyTitle(article);
  if (storyKey === null) return stories.begin(article.key, { title, filedOn: article.filedOn });
  await stories.assign(article.key, { key: storyKey, title, filedOn: article.filedOn });
  return storyKey;
}

/** By the words that articles in its language share. */
async function findStory(stories: StoryWriter, article: GroupedArticle): Promise<number | null> {
  const ownTerms = article.terms.map(([term]) => term);
  const { total, holding } = await stories.frequencies(ownTerms);
  const query = [...article.terms]
    .map(([term, weight]): SoughtTerm => {
      const held = holding.get(term) ?? 0;
      return { term, weight: dampened(weight) * idf(total, held), held };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, QUERY_TERMS);
  const found = await stories.candidates({
    terms: query,
    exceptArticleKey: article.key,
    from: shiftDays(article.filedOn, -WINDOW_DAYS),
    to: shiftDays(article.filedOn, WINDOW_DAYS),
    limit: CANDIDATES,
  });
  const candidates = found.filter(({ language }) => areOneLanguage(language, article.language));
  const missing = [...new Set(candidates.flatMap((candidate) => candidate.terms.map(([term]) => term)))].filter(
    (term) => !ownTerms.includes(term),
  );
  const others = missing.length === 0 ? { holding: new Map<string, number>() } : await stories.frequencies(missing);
  const weigh = (term: string) => idf(total, holding.get(term) ?? others.holding.get(term) ?? 1);
  return likestStory(article, candidates, weigh);
}

/** Pure: the story with the most similar articles, if they are similar enough. */
function likestStory(
  article: { terms: TermWeight[] },
  candidates: StoryCandidate[],
  weigh: (term: string) => number,
): number | null {
  const own = vector(article.terms, weigh);
  const likeness = new Map<number, number[]>();
  for (const candidate of candidates) {
    if (candidate.storyKey === null) continue;
    const value = cosine(own, vector(candidate.terms, weigh));
    likeness.set(candidate.storyKey, [...(likeness.get(candidate.storyKey) ?? []), value]);
  }
  let best: { key: number; score: number } | null = null;
  for (const [key, values] of likeness) {
    const nearest = Math.max(...values);
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (nearest < JOIN_NEAREST || average < JOIN_AVERAGE) continue;
    const score = nearest + average;
    if (best === null || score > best.score) best = { key, score };
  }
  return best?.key ?? null;
}

function vector(terms: TermWeight[], weigh: (term: string) => number): Map<string, number> {
  const values = new Map(terms.map(([term, weight]) => [term, dampened(weight) * weigh(term)]));
  const length = Math.sqrt([...values.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return new Map([...values].map(([term, value]) => [term, value / length]));
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [term, value] of a) sum += value * (b.get(term) ?? 0);
  return sum;
}

function dampened(count: number): number {
  return Math.sqrt(count);
}

function idf(total: number, holding: number): number {
  return Math.log(1 + (total + 1) / (holding + 0.5)) ** RARITY_POWER;
}

function shiftDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
