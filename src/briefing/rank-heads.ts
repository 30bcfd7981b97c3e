import type { ArticleHead } from "../domain/evidence/records.ts";
import { titleFit } from "./text-fit.ts";
import type { TopicNames } from "./topic-sides.ts";

/** What a headline on the topic is worth beside being the newest (1). */
const HEADLINE = 1;
const FULL_FIT = 4;
/** What it is worth that an article reports a meeting of the topic's sides, whatever its headline is. */
const MEETING = 0.75;
/** How slowly what is older loses. */
const AGEING = 0.05;

/**
 * The articles that are worth reading for a topic, best first: by their headlines, by the order in which they come, and by whether they are
 * among those that report a meeting of its sides.
 */
export function rankHeads<Head extends ArticleHead>(
  { parts }: TopicNames,
  heads: Head[],
  reporting: ReadonlySet<string>,
): Head[] {
  return heads
    .map((head, at) => {
      const fit = Math.max(0, ...parts.map(({ sidesIn }) => titleFit(sidesIn(head.id), head)));
      const told = Math.max((HEADLINE * fit) / FULL_FIT, reporting.has(head.id) ? MEETING : 0);
      return { head, worth: told + 1 / (1 + at * AGEING) };
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ head }) => head);
}
