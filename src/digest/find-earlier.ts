import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";
import type { ArticleReader, StoreReaders } from "../domain/sources/readers.ts";
import { contentWords } from "../evidence/words.ts";
import { isCopyOf } from "./find-copies.ts";

/** So many new articles of a digest are looked for under other addresses: each costs two searches. */
const MAX_LOOKED_FOR = 60;
/** Of a sentence, its longest words: rare enough to be in few articles together. */
const WORDS = 6;
const FOUND = 5;

/**
 * What was stored before of articles that seem new: sites move their pages, and date them anew when they do. By articles' ids, the earlier
 * texts of the same publisher, the last that came first. Looked for by a sentence in the first and one in the last third of each text, as a
 * moved page may have changed in one of them.
 */
export async function findEarlier(
  { articles: reader }: Pick<StoreReaders, "articles">,
  workspaceId: string,
  articles: ArticleBody[],
): Promise<Map<string, ArticleBody[]>> {
  const looked = articles.slice(0, MAX_LOOKED_FOR);
  const found = new Map<string, Set<string>>();
  for (const article of looked) {
    const ids = new Set<string>();
    for (const terms of searchTerms(article))
      for (const id of await reader.ids(workspaceId, { terms, match: "all", limit: FOUND })) if (id !== article.id) ids.add(id);
    found.set(article.id, ids);
  }
  const bodies = await reader.load(workspaceId, [...new Set([...found.values()].flatMap((ids) => [...ids]))]);
  const earlier = new Map(looked.map((article) => [article.id, earlierOf(article, bodies, found.get(article.id) ?? new Set())]));
  for (const [id, texts] of earlier)
    earlier.set(id, await Promise.all(texts.map((text) => asFirstDated(reader, workspaceId, text))));
  return earlier;
}

/** With the date that it had when it was first seen: what moves its pages moves their dates as well. */
async function asFirstDated(reader: ArticleReader, workspaceId: string, article: ArticleBody): Promise<ArticleBody> {
  const first = (await reader.revisions(workspaceId, article.id)).find(({ revision }) => revision === 1);
  return { ...article, publishedAt: first?.publishedAt ?? article.publishedAt };
}

function earlierOf(article: ArticleBody, bodies: ArticleBody[], ids: Set<string>): ArticleBody[] {
  return bodies
    .filter((body) => ids.has(body.id) && body.firstSeenAt < article.firstSeenAt)
    .filter((body) => publisherKey(body) === publisherKey(article) && isCopyOf(article, [body]))
    .sort((a, b) => b.firstSeenAt.localeCompare(a.firstSeenAt));
}

function searchTerms({ text, sentences }: ArticleBody): string[][] {
  const some = [sentences[Math.floor(sentences.length / 4)], sentences[Math.floor((3 * sentences.length) / 4)]];
  return some.flatMap((range) => {
    if (range === undefined) return [];
    const words = [...new Set(contentWords(text.slice(range.start, range.end)))];
    return words.length < WORDS ? [] : [words.sort((a, b) => b.length - a.length).slice(0, WORDS)];
  });
}
