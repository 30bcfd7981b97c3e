import type { MeetingQuery, Wanted } from "../domain/sources/readers.ts";
import type { Topic } from "./parse-topic.ts";
import { topicKey } from "./topic-key.ts";

/**
 * What the meetings on a topic are asked for by: those of the person, those between the countries and those that the articles on them imply,
 * or those that the articles on the topic report.
 */
export function meetingsOn(topic: Topic, articleIds: string[]): Wanted<MeetingQuery> {
  if (topic.kind === "person") return { personId: topic.person.id };
  if (topic.kind === "pair" && topic.sides.every(({ kind }) => kind !== "bloc"))
    return {
      personIds: topic.sides.flatMap((side) => (side.kind === "person" ? [side.person.id] : [])),
      allCountries: topic.sides.flatMap((side) => (side.kind === "countries" ? side.codes : [])),
      onTopic: topicKey(topic),
    };
  if (topic.kind !== "countries") return { articleIds };
  return { allCountries: topic.codes, impliedIn: articleIds, onTopic: topicKey(topic) };
}
