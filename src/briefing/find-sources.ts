import type { ArticleQuery, ArticleReader, RankedArticle } from "../domain/readers.ts";
import type { Topic } from "./parse-topic.ts";

export interface SourceQuery {
  since?: string | undefined;
  /** ISO instant of first sight. */
  seenSince?: string | undefined;
  limit: number;
}

/** The articles on a topic, newest first; on words, best first. */
export async function findSources(
  articles: ArticleReader,
  workspaceId: string,
  request: { topic: Topic } & SourceQuery,
): Promise<RankedArticle[]> {
  const { topic, since, seenSince, limit } = request;
  const bounds = {
    limit,
    ...(since === undefined ? {} : { since }),
    ...(seenSince === undefined ? {} : { seenSince }),
  };
  const find = (query: Omit<ArticleQuery, "limit">) => articles.find(workspaceId, { ...query, ...bounds });
  switch (topic.kind) {
    case "countries":
      return find({ allCountries: topic.codes });
    case "person":
      return find({ personId: topic.person.id });
    case "words": {
      const all = await find({ terms: topic.terms, match: "all" });
      return all.length > 0 || topic.terms.length < 3 ? all : find({ terms: topic.terms, match: "any" });
    }
    case "bloc": {
      const named = await find({ terms: topic.bloc.forms, match: "any" });
      return named.sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
    }
  }
}

/** The date that an article is shown under: of publication, or of first sight. */
export function dateOf(article: { publishedAt: string | null; firstSeenAt: string }): string {
  return (article.publishedAt ?? article.firstSeenAt).slice(0, 10);
}
