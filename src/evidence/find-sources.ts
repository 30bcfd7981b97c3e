import { dateOf } from "../domain/evidence/article-date.ts";
import type { ArticleQuery, ArticleReader, RankedArticle } from "../domain/sources/readers.ts";
import type { Topic } from "./parse-topic.ts";
import { topicKey } from "./topic-key.ts";
import { contentWords } from "./words.ts";

export interface SourceQuery {
  since?: string | undefined;
  until?: string | undefined;
  /** ISO instant of first sight. */
  seenSince?: string | undefined;
  /** ISO date; see ArticleQuery. */
  publishedSince?: string | undefined;
  limit: number;
}

/** The articles on a topic, newest first; on words, best first. */
export async function findSources(
  articles: ArticleReader,
  workspaceId: string,
  request: { topic: Topic } & SourceQuery,
): Promise<RankedArticle[]> {
  const { topic, since, until, seenSince, publishedSince, limit } = request;
  const bounds = {
    limit,
    onTopic: topicKey(topic),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(seenSince === undefined ? {} : { seenSince }),
    ...(publishedSince === undefined ? {} : { publishedSince }),
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
      return newestFirst(named);
    }
    case "pair": {
      const { query, others } = queryOfPair(topic);
      // Articles that the store holds under another person of that name are found by the words that were typed.
      const typed = query.personId === undefined ? [] : await find({ terms: contentWords(topic.text), match: "all" });
      const known = await find(query);
      const ids = new Set(known.map(({ id }) => id));
      const found = newestFirst([...known, ...typed.filter(({ id }) => !ids.has(id))]).slice(0, limit);
      if (others.length === 0) return found;
      const named = await Promise.all(others.map((terms) => articles.ids(workspaceId, { terms, match: "any", limit: MANY })));
      return found.filter(({ id }) => named.every((ids) => ids.includes(id)));
    }
  }
}

function newestFirst(found: RankedArticle[]): RankedArticle[] {
  return found.sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
}

/** So many articles of a second body are looked at. */
const MANY = 2000;

/** Articles that name all sides; of several bodies the `others` are asked for one by one. */
function queryOfPair({ sides }: Extract<Topic, { kind: "pair" }>): { query: Omit<ArticleQuery, "limit">; others: string[][] } {
  const codes = sides.flatMap((side) => (side.kind === "countries" ? side.codes : []));
  const [personId, ...otherPersonIds] = sides.flatMap((side) => (side.kind === "person" ? [side.person.id] : []));
  const [terms, ...others] = sides.flatMap((side) => (side.kind === "bloc" ? [side.bloc.forms] : []));
  return {
    query: {
      ...(codes.length === 0 ? {} : { allCountries: codes }),
      ...(personId === undefined ? {} : { personId, otherPersonIds }),
      ...(terms === undefined ? {} : { terms, match: "any" }),
    },
    others,
  };
}

/** If no article contains all words, at most this many articles with some of them count as being on the topic. */
const NEAREST = 100;

/** The ids of the newest articles on a topic, for lists sorted by their own dates. */
export async function sourceIds(
  articles: ArticleReader,
  workspaceId: string,
  { topic, limit }: { topic: Topic; limit: number },
): Promise<string[]> {
  const bounds = { limit, onTopic: topicKey(topic) };
  switch (topic.kind) {
    case "countries":
      return articles.ids(workspaceId, { allCountries: topic.codes, ...bounds });
    case "person":
      return articles.ids(workspaceId, { personId: topic.person.id, ...bounds });
    case "bloc":
      return articles.ids(workspaceId, { terms: topic.bloc.forms, match: "any", ...bounds });
    case "pair": {
      const { query, others } = queryOfPair(topic);
      const [ids = [], ...named] = await Promise.all([
        articles.ids(workspaceId, { ...query, ...bounds }),
        ...others.map((terms) => articles.ids(workspaceId, { terms, match: "any", limit: MANY })),
      ]);
      return ids.filter((id) => named.every((each) => each.includes(id)));
    }
    case "words": {
      const { terms } = topic;
      const all = await articles.ids(workspaceId, { terms, match: "all", ...bounds });
      if (all.length > 0 || terms.length < 3) return all;
      return (await articles.find(workspaceId, { terms, match: "any", ...bounds, limit: NEAREST })).map(({ id }) => id);
    }
  }
}
