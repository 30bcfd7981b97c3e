import { type Inline, text } from "../../domain/chat/document.ts";
import type { SavedTopic } from "../../domain/evidence/saved-topic.ts";
import type { NamedTopic, PlainTopic } from "../../evidence/parse-topic.ts";

/** How each member and each exclusion is read today: "Jane Doe (person)", "trade deal (words)". */
function readAs({ members, excluded }: NamedTopic): { members: string[]; excluded: string[] } {
  return {
    members: members.map(describe),
    excluded: [...excluded.topics.map(describe), ...excluded.publishers.map((name) => `${name} (publisher)`)],
  };
}

function describe(topic: PlainTopic): string {
  const kinds = { countries: "", bloc: "", pair: "", person: " (person)", words: " (words)" } as const;
  return `${topic.label}${kinds[topic.kind]}`;
}

/** The line that sets a topic, to be copied and changed. */
export function definitionOf({ members, exclusions }: SavedTopic): string {
  const left = exclusions.map(({ kind, text: words }) => (kind === "publisher" ? `not from ${words}` : `not ${words}`));
  return [...members, ...left].join(", ");
}

/** "has India, Japan; it leaves out articles on cricket (words)". */
export function definitionInlines(topic: NamedTopic): Inline[] {
  const { members, excluded } = readAs(topic);
  const left = excluded.length === 0 ? "" : `; left out: ${excluded.join(", ")}`;
  return [text(topic.label, "strong"), text(`: ${members.join(", ")}${left}`)];
}

export function topicJson({ name, members, exclusions, setBy, setAt }: SavedTopic): object {
  return { name, members, exclusions, setBy, setAt };
}
