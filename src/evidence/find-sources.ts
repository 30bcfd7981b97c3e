import { dateOf } from "../domain/evidence/article-date.ts";
import type { ArticleQuery, ArticleReader, RankedArticle } from "../domain/sources/readers.ts";
import type { PlainTopic, Topic } from "./parse-topic.ts";
import { findNamedSources } from "./saved/find-named-sources.ts";
import { topicKey } from "./topic-key.ts";
import { contentWords } from "./words.ts";

export interface SourceQuery {
  since?: string | undefined;
  until?: string | undefined;
  /** ISO instant of first sight. */
  seenSince?: string | undefined;
  /** ISO date; see ArticleQuery. */
  publishedSince?: string | undefined;
  /** ISO instant at which it came or changed. */
  newSince?: string | undefined;
  limit: number;
}

/** The articles on a topic, newest first; on words, best first. */
export async function findSources(
  articles: ArticleReader,
  workspaceId: string,
  request: { topic: Topic } & SourceQuery,
): Promise<RankedArticle[]> {
  const { topic, ...bounds } = request;
  if (topic.kind !== "saved") return findPlain({ articles, workspaceId }, topic, { ...bounds, onTopics: [topicKey(topic)] });
  return findNamedSources(topic, {
    limit: bounds.limit,
    find: (member, limit) =>
      findPlain({ articles, workspaceId }, member, { ...bounds, limit, onTopics: [topicKey(member), topicKey(topic)] }),
    ids: (excluded, limit) => articles.ids(workspaceId, { ...queryOf(excluded), limit }),
  });
}

interface Reading {
  articles: ArticleReader;
  workspaceId: string;
}

async function findPlain(
  { articles, workspaceId }: Reading,
  topic: PlainTopic,
  request: SourceQuery & { onTopics: string[] },
): Promise<RankedArticle[]> {
  const { since, until, seenSince, publishedSince, newSince, limit, onTopics } = request;
  const bounds = {
    limit,
    onTopics,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(seenSince === undefined ? {} : { seenSince }),
    ...(publishedSince === undefined ? {} : { publishedSince }),
    ...(newSince === undefined ? {} : { newSince }),
  };
  const find = (query: Omit<ArticleQuery, "limit">) => articles.find(workspaceId, { ...query, ...bounds });
  switch (topic.kind) {
    case "countries":
    case "person":
      return find(queryOf(topic));
    case "words": {
      const all = await find({ terms: topic.terms, match: "all" });
      return all.length > 0 || topic.terms.length < 3 ? all : find({ terms: topic.terms, match: "any" });
    }
    case "bloc": {
      return newestFirst(await find(queryOf(topic)));
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

/** What articles are asked for by that name a topic; of words all are wanted, of several bodies only the first. */
function queryOf(topic: PlainTopic): Omit<ArticleQuery, "limit"> {
  switch (topic.kind) {
    case "countries":
      return { allCountries: topic.codes };
    case "person":
      return { personId: topic.person.id };
    case "bloc":
      return { terms: topic.bloc.forms, match: "any" };
    case "pair":
      return queryOfPair(topic).query;
    case "words":
      return { terms: topic.terms, match: "all" };
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
  if (topic.kind === "saved") return (await findSources(articles, workspaceId, { topic, limit })).map(({ id }) => id);
  const bounds = { limit, onTopics: [topicKey(topic)] };
  switch (topic.kind) {
    case "countries":
    case "person":
    case "bloc":
      return articles.ids(workspaceId, { ...queryOf(topic), ...bounds });
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
      const all = await articles.ids(workspaceId, { ...queryOf(topic), ...bounds });
      if (all.length > 0 || terms.length < 3) return all;
      return (await articles.find(workspaceId, { terms, match: "any", ...bounds, limit: NEAREST })).map(({ id }) => id);
    }
  }
}
