import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { didYouMean } from "../../evidence/did-you-mean.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, reply } from "../command-context.ts";

const NAMES_LOOKED_AT = 300;

/** A topic that no article is about: said so, with what is spelt like it. */
export async function answerUnknownTopic(context: CommandContext, about: { topic: Topic; data: object }): Promise<Reply> {
  const { topic, data } = about;
  const people = await context.store.people.names(context.workspaceId, NAMES_LOOKED_AT);
  const suggestions = topic.kind === "words" ? didYouMean(topic.text, people) : [];
  const blocks: Block[] = [paragraph(text(`No stored article says anything on ${topic.label}.`))];
  if (suggestions.length > 0) {
    blocks.push(paragraph(text(`Did you mean ${suggestions.join(", ")}?`)));
    blocks.push({
      type: "actions",
      actions: suggestions.map((label) => ({ label, intent: { kind: "briefing", topic: label } })),
    });
  }
  return reply(
    { title: `Nothing on ${topic.label}`, audience: "asker", blocks, detail: [] },
    { ...data, didYouMean: suggestions },
  );
}
