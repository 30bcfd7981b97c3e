import type { ArticleBody, Citation } from "../domain/records.ts";
import type { Range } from "../domain/span.ts";
import { countryForms } from "../extract/countries.ts";
import { dateOf } from "./find-sources.ts";
import { isStatement } from "./is-statement.ts";
import type { Topic } from "./parse-topic.ts";
import { contentWords } from "./words.ts";

/** A sentence of a briefing and the passages that it rests on; the first is the sentence itself. */
export interface CitedSentence {
  text: string;
  citations: Citation[];
}

const MAX_SENTENCES = 6;
const MAX_PER_ARTICLE = 2;
/** Two sentences that share so much of their words say the same. */
const SAME_AT = 0.55;
const MIN_WORDS = 6;
const MAX_CHARACTERS = 420;
/** A sentence that begins with one of these says nothing without the one before it. */
const LEANS_ON_ANOTHER = /^(?:He|She|It|They|This|That|These|Those)\b/;

interface Candidate {
  article: ArticleBody;
  range: Range;
  text: string;
  words: Set<string>;
  score: number;
}

/**
 * The sentences that tell a topic: the articles' own, newest article first. What several articles say alike comes once, with all of
 * them cited. Every text is exactly what its first citation holds.
 */
export function composeBriefing(topic: Topic, articles: ArticleBody[]): CitedSentence[] {
  const matches = topicMatcher(topic);
  const candidates = articles
    .flatMap((article, rank) => candidatesOf(article, { rank, matches }))
    .sort((a, b) => b.score - a.score);
  const chosen: { lead: Candidate; others: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const same = chosen.find((each) => likeness(each.lead.words, candidate.words) >= SAME_AT);
    if (same !== undefined) {
      if ([same.lead, ...same.others].every((each) => each.article.id !== candidate.article.id)) same.others.push(candidate);
      continue;
    }
    const fromArticle = chosen.filter((each) => each.lead.article.id === candidate.article.id).length;
    if (chosen.length < MAX_SENTENCES && fromArticle < MAX_PER_ARTICLE) chosen.push({ lead: candidate, others: [] });
  }
  return chosen
    .sort((a, b) => newestFirst(a.lead, b.lead))
    .map(({ lead, others }) => ({ text: lead.text, citations: [lead, ...others.slice(0, 3)].map(toCitation) }));
}

function candidatesOf(article: ArticleBody, context: { rank: number; matches: (text: string) => number }): Candidate[] {
  const summary = new Set(article.summary.map((range) => range.start));
  return article.sentences.flatMap((range, at) => {
    const text = article.text.slice(range.start, range.end);
    const relevance = context.matches(text);
    if (relevance === 0 || text.length > MAX_CHARACTERS || !isStatement(text) || LEANS_ON_ANOTHER.test(text)) return [];
    const words = new Set(contentWords(text));
    if (words.size < MIN_WORDS) return [];
    const score = relevance * 2 + (summary.has(range.start) ? 2 : 0) + 1 / (1 + at * 0.3) + 1.5 / (1 + context.rank * 0.25);
    return [{ article, range, text, words, score }];
  });
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
