import type { ArticleHead } from "../domain/evidence/records.ts";
import { titleFit } from "./text-fit.ts";
import type { TopicNames } from "./topic-sides.ts";

/** What a headline on the topic is worth beside being the newest (1). */
const HEADLINE = 1;
const FULL_FIT = 4;
/** How slowly what is older loses. */
const AGEING = 0.05;

/** The articles that are worth reading for a topic, best first: by their headlines, and by the order in which they come. */
export function rankHeads<Head extends ArticleHead>({ parts }: TopicNames, heads: Head[]): Head[] {
  return heads
    .map((head, at) => {
      const fit = Math.max(0, ...parts.map(({ sidesIn }) => titleFit(sidesIn(head.id), head)));
      return { head, worth: (HEADLINE * fit) / FULL_FIT + 1 / (1 + at * AGEING) };
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ head }) => head);
}
