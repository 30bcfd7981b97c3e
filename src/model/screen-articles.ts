import { foldName } from "../domain/evidence/fold-name.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import { addresseeOf } from "./gate/addressee.ts";
import { blankOut } from "./gate/check-quotation.ts";
import { isPlainReport } from "./gate/plain-report.ts";

/** A passage that addresses the machine: we neither show it to the model nor quote it in the model's texts. */
export interface SetAside {
  articleId: string;
  text: string;
}

export interface Screened {
  /** The articles that the model may see, because none of them addresses it. */
  articles: ArticleBody[];
  /** Whether a name stands in the articles outside of what speaks to the machine, so that it may be shown. */
  isNamed(names: string[]): boolean;
  /** Whether a model may be shown a sentence, or a passage of an article may stand beside its text. */
  isClean(articleId: string, range: Range): boolean;
  setAside: SetAside[];
}

/** An order reaches so many sentences in both directions: what it orders to be said stands beside it. */
const REACH = 2;
const MAX_SHOWN_CHARACTERS = 200;

/**
 * Finds what speaks to the machine in articles. Such an article is not shown to a model at all, because the words that it wants said
 * stand anywhere in it; of its sentences, and of those that may be orders, the neighbours are left out as well.
 */
export function screenArticles(articles: ArticleBody[]): Screened {
  const setAside: SetAside[] = [];
  const clean: ArticleBody[] = [];
  const touched = new Map<string, Range[]>();
  for (const article of articles) {
    const found = screenArticle(article);
    touched.set(article.id, found.touched);
    setAside.push(...found.texts.map((text) => ({ articleId: article.id, text: text.slice(0, MAX_SHOWN_CHARACTERS) })));
    if (!found.isSteering) clean.push(article);
  }
  const isClean = (articleId: string, range: Range) =>
    (touched.get(articleId) ?? []).every((each) => range.end <= each.start || range.start >= each.end);
  const left = clean.map((article) => foldName(blankOut(article.text, touched.get(article.id) ?? []))).join("\n");
  const isNamed = (names: string[]) => names.some((name) => left.includes(foldName(name)));
  return { articles: clean, isNamed, isClean, setAside };
}

function screenArticle(article: ArticleBody): { isSteering: boolean; touched: Range[]; texts: string[] } {
  const { sentences, text, title } = article;
  const addressees = sentences.map((range) => addresseeOf(text.slice(range.start, range.end)));
  const spoken = addressees.flatMap((each, at) => (each === "people" ? [] : [at]));
  const titleSteers = title !== null && addresseeOf(title) === "machine";
  const first = (at: number) => sentences[Math.max(0, at - REACH)]?.start ?? 0;
  const last = (at: number) => sentences[Math.min(sentences.length - 1, at + REACH)]?.end ?? text.length;
  return {
    isSteering: titleSteers || addressees.includes("machine"),
    touched: [
      ...spoken.map((at) => ({ start: first(at), end: last(at) })),
      ...sentences.filter((range) => !isPlainReport(text.slice(range.start, range.end))),
    ],
    texts: [
      ...(titleSteers ? [title] : []),
      ...spoken.map((at) => text.slice(sentences[at]?.start ?? 0, sentences[at]?.end ?? 0)),
    ],
  };
}
