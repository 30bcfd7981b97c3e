import type { ArticleBody, Citation } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import type { WritingTask } from "../domain/model/language-model.ts";
import { plainText } from "../evidence/plain-text.ts";
import { isEnglish } from "./gate/check-form.ts";
import type { EvidenceSentence } from "./gate/evidence.ts";
import type { Screened } from "./screen-articles.ts";

const MAX_SENTENCES = 110;
const MAX_PER_ARTICLE = 12;
const MIN_PER_ARTICLE = 4;
const MAX_CHARACTERS = 24_000;
const MAX_SENTENCE_CHARACTERS = 700;
/** The number of lead sentences, which say what an article is about. */
const LEAD_SENTENCES = 2;

export interface ShownEvidence {
  articles: WritingTask["articles"];
  sentences: Map<number, EvidenceSentence>;
  /** The numbers of the sentences that a passage touches. */
  numbersOf(citation: Pick<Citation, "articleId" | "start" | "end">): number[];
}

/**
 * Numbers the sentences that a model is shown: of each article first those that are asked for, then its lead and summary, in the
 * article's order, as long as there is room.
 */
export function showEvidence(screened: Screened, asked: Pick<Citation, "articleId" | "start" | "end">[]): ShownEvidence {
  const sentences = new Map<number, EvidenceSentence>();
  const articles: WritingTask["articles"] = [];
  const share = Math.floor(MAX_SENTENCES / Math.max(1, screened.articles.length));
  const limit = Math.min(MAX_PER_ARTICLE, Math.max(MIN_PER_ARTICLE, share));
  let room = MAX_CHARACTERS;
  for (const article of screened.articles) {
    const wanted = asked.filter((each) => each.articleId === article.id);
    const shown: EvidenceSentence[] = [];
    for (const range of chooseSentences(article, wanted, limit)) {
      const passage = article.text.slice(range.start, range.end);
      const text = plainText(passage);
      if (!isShowable(text) || !screened.isClean(article.id, range)) continue;
      if (text.length > room || sentences.size + shown.length >= MAX_SENTENCES) break;
      room -= text.length;
      shown.push({ number: sentences.size + shown.length + 1, text, passage, range, article });
    }
    for (const each of shown) sentences.set(each.number, each);
    if (shown.length > 0)
      articles.push({
        publishedAt: article.publishedAt?.slice(0, 10) ?? null,
        sentences: shown.map(({ number, text }) => ({ number, text })),
      });
  }
  return { articles, sentences, numbersOf: (citation) => numbersOf(sentences, citation) };
}

function numbersOf(sentences: Map<number, EvidenceSentence>, citation: Pick<Citation, "articleId" | "start" | "end">): number[] {
  return [...sentences.values()]
    .filter(({ article, range }) => article.id === citation.articleId && overlaps(range, citation))
    .map((each) => each.number);
}

function chooseSentences(article: ArticleBody, asked: Range[], limit: number): Range[] {
  const summary = new Set(article.summary.map((range) => range.start));
  const rank = (range: Range, at: number) =>
    asked.some((each) => overlaps(range, each)) ? 0 : at < LEAD_SENTENCES ? 1 : summary.has(range.start) ? 2 : 3;
  return article.sentences
    .map((range, at) => ({ range, rank: rank(range, at) }))
    .sort((a, b) => a.rank - b.rank || a.range.start - b.range.start)
    .slice(0, limit)
    .map((each) => each.range)
    .sort((a, b) => a.start - b.start);
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The number of a list, a byline's letter: two words make the shortest sentence. */
const TWO_WORDS = /\p{L}{2}\P{L}+\p{L}{2}/u;

/** Whether a model may see a sentence: very long runs are not sentences, nor is "1.", and it writes only in English. */
function isShowable(text: string): boolean {
  return TWO_WORDS.test(text) && text.length <= MAX_SENTENCE_CHARACTERS && isEnglish(text);
}
