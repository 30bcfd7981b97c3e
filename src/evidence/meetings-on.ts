import type { ArticleReader, MeetingQuery, Wanted } from "../domain/sources/readers.ts";
import { sourceIds } from "./find-sources.ts";
import type { NamedTopic, Topic } from "./parse-topic.ts";
import { topicKey } from "./topic-key.ts";

/**
 * What the meetings on a topic are asked for by: those of the person, those between the countries and those that the articles on them imply,
 * or those that the articles on the topic report.
 */
export function meetingsOn(topic: Topic, articleIds: string[]): Wanted<MeetingQuery> {
  if (topic.kind === "person") return { personId: topic.person.id, onTopics: [topicKey(topic)] };
  if (topic.kind === "pair" && topic.sides.every(({ kind }) => kind !== "bloc"))
    return {
      personIds: topic.sides.flatMap((side) => (side.kind === "person" ? [side.person.id] : [])),
      allCountries: topic.sides.flatMap((side) => (side.kind === "countries" ? side.codes : [])),
      onTopics: [topicKey(topic)],
    };
  if (topic.kind !== "countries") return { articleIds };
  return { allCountries: topic.codes, impliedIn: articleIds, onTopics: [topicKey(topic)] };
}

/** What the meetings on a saved topic are asked for by, member by member: what nothing but excluded articles report is not among them. */
export async function meetingsOnMembers(
  articles: ArticleReader,
  workspaceId: string,
  { topic, limit }: { topic: NamedTopic; limit: number },
): Promise<Wanted<MeetingQuery>[]> {
  const kept = await sourceIds(articles, workspaceId, { topic, limit });
  return Promise.all(
    topic.members.map(async (member) => {
      const asked = meetingsOn(member, kept);
      if (asked.articleIds === undefined) return { ...asked, articleIds: kept };
      const own = new Set(await sourceIds(articles, workspaceId, { topic: member, limit }));
      return { ...asked, articleIds: kept.filter((id) => own.has(id)) };
    }),
  );
}
