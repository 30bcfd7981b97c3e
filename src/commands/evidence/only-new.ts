import type { ArticleBody, MeetingRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";

/**
 * Articles as far as they are new since an instant (ISO): those that came since then whole, of those that changed since then the sentences
 * that the text of that time did not have.
 */
export async function onlyNew(
  reader: ArticleReader,
  workspaceId: string,
  { articles, newSince }: { articles: ArticleBody[]; newSince: string },
): Promise<ArticleBody[]> {
  return Promise.all(
    articles.map(async (article) => {
      if (article.firstSeenAt >= newSince) return article;
      const revisions = await reader.revisions(workspaceId, article.id);
      const before = revisions.filter(({ seenAt }) => seenAt < newSince).at(-1)?.text ?? "";
      const isNew = ({ start, end }: Range) => !before.includes(article.text.slice(start, end));
      return { ...article, sentences: article.sentences.filter(isNew), summary: article.summary.filter(isNew) };
    }),
  );
}

/** Of quotes and meetings those that new articles bring, and new sentences of changed ones. */
export function besideNew(
  { quotes, meetings }: { quotes: QuoteRecord[]; meetings: MeetingRecord[] },
  articles: ArticleBody[],
): { quotes: QuoteRecord[]; meetings: MeetingRecord[] } {
  const sentences = new Map(articles.map((article) => [article.id, article.sentences]));
  const isNew = ({ articleId, start, end }: Range & { articleId: string }) =>
    sentences.get(articleId)?.some((sentence) => start < sentence.end && sentence.start < end) === true;
  return { quotes: quotes.filter(isNew), meetings: meetings.filter(({ evidence }) => evidence.some(isNew)) };
}
