import { isoDate } from "../domain/clock.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleReader } from "../domain/sources/readers.ts";
import { askedForms } from "../evidence/word-forms.ts";
import { stemOf } from "../evidence/words.ts";
import type { Question } from "./asked/read-question.ts";
import { bearsOn } from "./bears-on.ts";
import { type RankedPassage, rankPassages } from "./rank-passages.ts";
import { scorePassages, type Weights } from "./score-passages.ts";

const CANDIDATES = 24;
/** Where more articles than this hold a word, those that hold the rarest words together are looked for first. */
const MANY = 10_000;
const TOGETHER = 3;
/**
 * What one of the likeliest passages must score for an answer. Set on both halves of the public questions, asked on their day, forty days
 * later and without a date: nine in ten that nothing answers are left.
 */
const SURE_ENOUGH = { dated: 12.1, undated: 12.5, whole: 11.8 };
/** A passage that holds all words of a question, with its neighbours, needs less. */
const WHOLE = 0.99;
/** The first few passages speak for the answer. */
const JUDGED = 3;
/** One of these may hold all that yes or no needs. */
const JUDGED_TO_DECIDE = 10;
/** What a passage of sixty days ago has by its age. */
const MIN_AGED = -0.5;
/** What happened in a month is told in it, or so many days after. */
const TOLD_WITHIN_DAYS = 14;
const DAY_MS = 86_400_000;

export interface FoundPassages {
  /** Best first; where they hold the answer to a question without a date, only those that are about it. */
  passages: RankedPassage[];
  /** Whether they hold the answer, as far as one can tell. */
  sure: boolean;
}

/**
 * The passages that may answer a question. Candidates come by full text; passages are weighed by the rare words of the question that they
 * hold (BM25's idf, Robertson 2009), by whether they name the kind of thing asked for, and by how fresh they are on the day of the
 * question, where it has one.
 */
export async function findPassages(
  articles: ArticleReader,
  workspaceId: string,
  { question, askedAt, period }: { question: Question; askedAt: string | null; period: DateSpan | null },
): Promise<FoundPassages> {
  const { weights, terms, common } = await weigh(articles, workspaceId, question);
  const told = period === null ? null : isoDate(Date.parse(period.end) + TOLD_WITHIN_DAYS * DAY_MS);
  const last = earlier(askedAt, told);
  const bounds = {
    limit: CANDIDATES,
    ...(period === null ? {} : { since: period.start }),
    ...(last === null ? {} : { until: last }),
  };
  const together = common === null ? [] : await articles.find(workspaceId, { terms: common, match: "all", ...bounds });
  const any = await articles.find(workspaceId, { terms, match: "any", ...bounds });
  const heads = [...new Map([...together, ...any].map((head) => [head.id, head])).values()].slice(0, CANDIDATES);
  const bodies = await articles.load(
    workspaceId,
    heads.map((head) => head.id),
  );
  const found = new Map(heads.map((head) => [head.id, head.score]));
  const passages = rankPassages(scorePassages(bodies, { question, weights, found, askedAt }), question);
  const sure = isSure(passages, { question, askedAt });
  return { passages: sure && askedAt === null ? passages.filter((passage) => bearsOn(passage, question)) : passages, sure };
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Words in more than this share of all articles find nothing: they are weighed, but not searched for, unless all are so common. */
const COMMON_SHARE = 0.1;
const MIN_SEARCHED = 3;
const MAX_SEARCHED = 12;

async function weigh(
  articles: ArticleReader,
  workspaceId: string,
  question: Question,
): Promise<{ weights: Weights; terms: string[]; common: string[] | null }> {
  const { total, holding } = await articles.frequencies(workspaceId, [...question.stems.keys()]);
  const held = new Map<string, number>();
  for (const [form, stem] of question.stems) held.set(stem, Math.min(total, (held.get(stem) ?? 0) + (holding.get(form) ?? 0)));
  const weights = new Map([...held].map(([stem, count]) => [stem, Math.log(1 + (total - count + 0.5) / (count + 0.5))]));
  const heldBy = (word: string) => held.get(question.stems.get(stemOf(word)) ?? "") ?? 0;
  const rarest = question.words.filter((word) => heldBy(word) > 0).sort((a, b) => heldBy(a) - heldBy(b));
  const searched = rarest.filter((word, at) => at < MIN_SEARCHED || heldBy(word) <= total * COMMON_SHARE).slice(0, MAX_SEARCHED);
  const postings = searched.reduce((sum, word) => sum + heldBy(word), 0);
  const common = postings > MANY ? rarest.slice(0, TOGETHER) : null;
  return {
    weights,
    terms: [...new Set([...searched.flatMap(askedForms), ...question.inTwo.flatMap(({ sought }) => sought)])],
    common,
  };
}

/**
 * Whether the articles hold the answer at all. A question with a date is about the news of the days before it, so "this week" is not last
 * year; one without is asked of everything that is stored, and must be about all that it names where a name decides.
 */
function isSure(passages: RankedPassage[], { question, askedAt }: { question: Question; askedAt: string | null }): boolean {
  const count = question.decides ? JUDGED_TO_DECIDE : JUDGED;
  if (askedAt === null) {
    const bearing = passages.filter((passage) => bearsOn(passage, question)).slice(0, count);
    return bearing.some((passage) => passage.score >= (passage.near >= WHOLE ? SURE_ENOUGH.whole : SURE_ENOUGH.undated));
  }
  const judged = passages.slice(0, count);
  const near = question.recent ? judged.filter((passage) => passage.aged > MIN_AGED) : judged;
  return near.some((passage) => passage.score >= SURE_ENOUGH.dated);
}
