import { dateOf } from "../domain/evidence/article-date.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleBody, Citation, CitedSentence } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { isStatement } from "../evidence/is-statement.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { contentWords } from "../evidence/words.ts";
import { countryForms } from "../extract/countries.ts";
import { resolveDates } from "../extract/dates/resolve-dates.ts";
import { CORRECTION_NOTICE, LEANS_ON_ANOTHER, TO_COME } from "../extract/en/briefing-words.ts";

const MAX_SENTENCES = 6;
const MAX_PER_ARTICLE = 2;
/** Two sentences that share so much of their words say the same. */
const SAME_AT = 0.45;
const MIN_WORDS = 6;
const MAX_CHARACTERS = 420;
const MAX_OTHERS = 3;
/** Papers that tell one event do so within so many days, unless they name its day. */
const SAME_DAYS = 5;
const DAY_MS = 86_400_000;
/** Of few articles, their summaries tell the topic where a sentence does not name it. */
const FEW_ARTICLES = 3;
const IMPLIED = 0.5;

interface Candidate {
  article: ArticleBody;
  range: Range;
  text: string;
  words: Set<string>;
  score: number;
  /** The days that it names; worked out when first asked for, because finding them costs more than all the rest. */
  days(): DateSpan[];
}

/**
 * The sentences that tell a topic: the articles' own, newest article first. What several articles say alike comes once, with all of
 * them cited. Every text is exactly what its first citation holds.
 */
export function composeBriefing(topic: Topic, articles: ArticleBody[]): CitedSentence[] {
  const matches = topicMatcher(topic);
  const few = articles.length <= FEW_ARTICLES;
  const candidates = articles
    .flatMap((article, rank) => candidatesOf(article, { rank, matches, few }))
    .sort((a, b) => b.score - a.score);
  const chosen: Told[] = [];
  const perArticle = Math.max(MAX_PER_ARTICLE, Math.ceil(MAX_SENTENCES / Math.max(1, articles.length)));
  for (const candidate of candidates) {
    const same = chosen.find((each) => tellSame(each.lead, candidate));
    if (same !== undefined) {
      if ([same.lead, ...same.others].every((each) => each.article.id !== candidate.article.id)) same.others.push(candidate);
      continue;
    }
    const fromArticle = chosen.filter((each) => each.lead.article.id === candidate.article.id).length;
    if (chosen.length < MAX_SENTENCES && fromArticle < perArticle) chosen.push({ lead: candidate, others: [] });
  }
  return chosen.sort((a, b) => newestFirst(a.lead, b.lead)).map(toSentence);
}

/** A sentence that is shown, and those of other articles that tell the same. */
interface Told {
  lead: Candidate;
  others: Candidate[];
}

function toSentence({ lead, others }: Told): CitedSentence {
  const cited = [lead, ...others.slice(0, MAX_OTHERS)];
  const said = cited.flatMap(({ article, days }) => {
    const [date, ...more] = days();
    return date === undefined || more.length > 0 ? [] : [{ articleId: article.id, date }];
  });
  const once = said.filter((each, at) => said.findIndex((other) => other.date.start === each.date.start) === at);
  const differs = once.some((one) => once.some((other) => one.date.end < other.date.start));
  const sentence = { text: lead.text, citations: cited.map(toCitation) };
  return differs ? { ...sentence, differing: once.sort((a, b) => a.date.start.localeCompare(b.date.start)) } : sentence;
}

/**
 * Whether two sentences tell one event: in the same words, and on a day that both name, or in papers of the same days. Papers of the same
 * days that name different days contradict each other.
 */
function tellSame(one: Candidate, other: Candidate): boolean {
  if (likeness(one.words, other.words) < SAME_AT) return false;
  if (Math.abs(Date.parse(dateOf(one.article)) - Date.parse(dateOf(other.article))) <= SAME_DAYS * DAY_MS) return true;
  return one.days().some((day) => other.days().some((each) => day.start <= each.end && each.start <= day.end));
}

function candidatesOf(
  article: ArticleBody,
  context: { rank: number; matches: (text: string) => number; few: boolean },
): Candidate[] {
  const summary = new Set(article.summary.map((range) => range.start));
  return article.sentences.flatMap((sentence, at) => {
    const range = skipDateline(article.text, sentence);
    const text = article.text.slice(range.start, range.end);
    const isSummary = summary.has(sentence.start);
    const relevance = context.matches(text) || (context.few && isSummary ? IMPLIED : 0);
    if (relevance === 0 || text.length > MAX_CHARACTERS || !isStatement(text)) return [];
    if (LEANS_ON_ANOTHER.test(text) || CORRECTION_NOTICE.test(text)) return [];
    const words = new Set(contentWords(text));
    if (words.size < MIN_WORDS) return [];
    const score = relevance * 2 + (isSummary ? 2 : 0) + 1 / (1 + at * 0.3) + 1.5 / (1 + context.rank * 0.25);
    return [{ article, range, text, words, score, days: daysOf(article, text) }];
  });
}

function daysOf(article: ArticleBody, text: string): () => DateSpan[] {
  let days: DateSpan[] | null = null;
  return () => {
    if (days !== null) return days;
    const direction = TO_COME.test(text) ? "future" : "past";
    const found = resolveDates(text, { publishedAt: article.publishedAt, direction });
    days = found.map((each) => each.span).filter((span) => span.precision === "day");
    return days;
  };
}

/** How well a sentence fits the topic: 0 where it does not name it at all, up to 1. */
function topicMatcher(topic: Topic): (text: string) => number {
  switch (topic.kind) {
    case "countries": {
      const patterns = topic.codes.map((code) => anyWord(countryForms(code)));
      return (text) => patterns.filter((pattern) => pattern.test(text)).length / patterns.length;
    }
    case "bloc": {
      const pattern = anyWord(topic.bloc.forms);
      return (text) => (pattern.test(text) ? 1 : 0);
    }
    case "person": {
      const pattern = anyWord([topic.person.name, ...topic.person.aliases].map((name) => name.toLowerCase()));
      return (text) => (pattern.test(text) ? 1 : 0);
    }
    case "words": {
      const wanted = topic.terms.map((term) => term.toLowerCase());
      return (text) => {
        const words = contentWords(text);
        return (
          wanted.filter((term) => words.some((word) => word.startsWith(term.slice(0, Math.max(4, term.length - 2))))).length /
          wanted.length
        );
      };
    }
  }
}

function anyWord(forms: string[]): RegExp {
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

function newestFirst(a: Candidate, b: Candidate): number {
  return (
    dateOf(b.article).localeCompare(dateOf(a.article)) ||
    a.article.id.localeCompare(b.article.id) ||
    a.range.start - b.range.start
  );
}

function toCitation({ article, range, text }: Candidate): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text };
}
