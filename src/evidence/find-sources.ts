import { dateOf } from "../domain/evidence/article-date.ts";
import type { ArticleQuery, ArticleReader, RankedArticle } from "../domain/sources/readers.ts";
import type { Topic } from "./parse-topic.ts";

export interface SourceQuery {
  since?: string | undefined;
  until?: string | undefined;
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
  const { topic, since, until, seenSince, limit } = request;
  const bounds = {
    limit,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
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

/** If no article contains all words, at most this many articles with some of them count as being on the topic. */
const NEAREST = 100;

/** The ids of the newest articles on a topic, for lists sorted by their own dates. */
export async function sourceIds(
  articles: ArticleReader,
  workspaceId: string,
  { topic, limit }: { topic: Topic; limit: number },
): Promise<string[]> {
  switch (topic.kind) {
    case "countries":
      return articles.ids(workspaceId, { allCountries: topic.codes, limit });
    case "person":
      return articles.ids(workspaceId, { personId: topic.person.id, limit });
    case "bloc":
      return articles.ids(workspaceId, { terms: topic.bloc.forms, match: "any", limit });
    case "words": {
      const { terms } = topic;
      const all = await articles.ids(workspaceId, { terms, match: "all", limit });
      if (all.length > 0 || terms.length < 3) return all;
      return (await articles.find(workspaceId, { terms, match: "any", limit: NEAREST })).map(({ id }) => id);
    }
  }
}
