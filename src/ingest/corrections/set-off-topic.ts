import type { TopicContent } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";

interface OffTopic {
  articleKey: number;
  content: TopicContent;
  setBy: string;
  setAtMs: number;
}

/** Keeps an article out of a topic, whatever words and names are in it. Said twice, it is said once. */
export async function setOffTopic(writer: EvidenceWriter, { articleKey, content, ...signed }: OffTopic): Promise<void> {
  for (const { key, content: known } of await writer.corrections.ofTopics(articleKey))
    if (known.key === content.key) await writer.corrections.remove(key);
  await writer.corrections.add({ articleKey, meetingKey: null, articleKeys: [], content, ...signed });
}
