import type { ArticleHead, PersonRecord } from "../domain/evidence/records.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { createNamers, sidesOf } from "./topic-sides.ts";
import { titleFit } from "./weigh-lines.ts";

/** What a headline on the topic is worth beside being the newest (1). */
const HEADLINE = 1;
const FULL_FIT = 4;
/** How slowly what is older loses. */
const AGEING = 0.05;

/** The articles that are worth reading for a topic, best first: by their headlines, and by the order in which they come. */
export function rankHeads<Head extends ArticleHead>(topic: Topic, heads: Head[], people: PersonRecord[]): Head[] {
  const namers = createNamers(people);
  const members = topic.kind === "saved" ? topic.members : [topic];
  return heads
    .map((head, at) => ({
      head,
      worth:
        (HEADLINE * Math.max(0, ...members.map((member) => titleFit(sidesOf(member, namers, head.id), head)))) / FULL_FIT +
        1 / (1 + at * AGEING),
    }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ head }) => head);
}
