import { dateOf } from "../../domain/evidence/article-date.ts";
import type { ArticleHead } from "../../domain/evidence/records.ts";
import type { RankedArticle } from "../../domain/sources/readers.ts";
import type { NamedTopic, PlainTopic } from "../parse-topic.ts";
import { isPublisher } from "./is-publisher.ts";

/** So many of the newest articles that name what is excluded are left out. */
const MOST_EXCLUDED = 5000;
/** An article more is looked at where so many were found that what is excluded may hide others. */
const MOST_LOOKED_AT = 4000;

interface Reading {
  limit: number;
  /** The newest articles on a member, at most `limit`. */
  find(member: PlainTopic, limit: number): Promise<RankedArticle[]>;
  /** The ids of articles on an excluded topic. */
  ids(topic: PlainTopic, limit: number): Promise<string[]>;
}

/** The articles on any member of a saved topic that are on nothing which it excludes, newest first. */
export async function findNamedSources(
  { members, excluded }: NamedTopic,
  { limit, find, ids }: Reading,
): Promise<RankedArticle[]> {
  const lists = await Promise.all(excluded.topics.map((topic) => ids(topic, MOST_EXCLUDED)));
  const barred = new Set(lists.flat());
  const isKept = (head: ArticleHead) =>
    !barred.has(head.id) && !excluded.publishers.some((publisher) => isPublisher(head, publisher));
  const found = new Map<string, RankedArticle>();
  for (const member of members)
    for (const head of await findKept({ member, limit, find, isKept })) if (!found.has(head.id)) found.set(head.id, head);
  return [...found.values()].sort((a, b) => dateOf(b).localeCompare(dateOf(a))).slice(0, limit);
}

/** The newest on a member that are kept: more are looked at until there are enough, or no more. */
async function findKept({
  member,
  limit,
  find,
  isKept,
}: Pick<Reading, "limit" | "find"> & { member: PlainTopic; isKept(head: ArticleHead): boolean }): Promise<RankedArticle[]> {
  for (let asked = limit; ; asked = Math.min(asked * 4, MOST_LOOKED_AT)) {
    const found = await find(member, asked);
    const kept = found.filter(isKept);
    if (kept.length >= limit || found.length < asked || asked >= MOST_LOOKED_AT) return kept.slice(0, limit);
  }
}
