import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { TopicsIntent } from "../../domain/chat/intent.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { digestsOn, followedBy, savedTopic } from "./list-topics.ts";
import { topicJson } from "./topic-blocks.ts";

/** Removes a saved topic. One that digests follow stays until somebody who read which they are says so again. */
export async function removeTopic(context: CommandContext, { name, anyway = false }: TopicsIntent): Promise<Reply> {
  const topic = await savedTopic(context, name);
  const following = await digestsOn(context, topic);
  if (following.length > 0 && !anyway) {
    const sentence = `${followedBy(following)}. Without the topic they would look for its name as words. Stop them first, or remove it anyway.`;
    const blocks: Block[] = [
      paragraph(text(sentence)),
      {
        type: "actions",
        actions: [{ label: "Remove it anyway", intent: { kind: "topics", action: "remove", name: topic.name, anyway: true } }],
      },
    ];
    const data = { error: sentence, ...topicJson(topic) };
    return reply({ title: `“${topic.name}” is still followed`, audience: "asker", blocks, detail: [] }, data);
  }
  await context.store.savedTopics.remove(context.workspaceId, nameKey(topic.name));
  const left = following.length === 0 ? "" : ` ${followedBy(following)}. It looks for the name as words now.`;
  const sentence = `I removed the topic “${topic.name}”. No article is deleted.${left}`;
  const blocks: Block[] = [paragraph(text(sentence))];
  return reply({ title: "Topic removed", audience: "asker", blocks, detail: [] }, { removed: topic.name });
}
