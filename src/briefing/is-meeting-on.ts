import type { MeetingRecord } from "../domain/evidence/records.ts";
import type { PartReading, TopicReading } from "./read-topic.ts";
import { wordsIn } from "./sides.ts";

/** Whether a meeting is one of the topic's sides: whoever takes part, or the passages that report it, name every side. */
export function isMeetingOn({ parts }: TopicReading, meeting: MeetingRecord): boolean {
  return parts.some((part) => isOnPart(part, meeting));
}

function isOnPart({ topic, sidesIn }: PartReading, { countries, participants, title, evidence }: MeetingRecord): boolean {
  if (topic.kind === "person") return true;
  if (topic.kind === "countries" && topic.codes.every((code) => countries.includes(code))) return true;
  const named = [`${title} ${participants.map(({ name }) => name).join(", ")}`, ...evidence.map(({ text }) => text)];
  const articleIds = [evidence[0]?.articleId ?? "", ...evidence.map(({ articleId }) => articleId)];
  const sides = named.flatMap((text, at) => sidesIn(articleIds[at] ?? "").find(wordsIn(text)));
  const count = new Set(sides.filter(({ side, isPlace }) => side >= 0 && !isPlace).map(({ side }) => side)).size;
  return count >= sidesIn(articleIds[0] ?? "").count;
}
