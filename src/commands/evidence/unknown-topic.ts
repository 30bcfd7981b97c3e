import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { didYouMean } from "../../evidence/did-you-mean.ts";
import { findSources } from "../../evidence/find-sources.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, reply } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";

const NAMES_LOOKED_AT = 300;

interface Unknown {
  topic: Topic;
  period: Period;
  data: object;
}

/** The reply for a topic without articles, or without any in that period, with similarly spelt topics. */
export async function answerUnknownTopic(context: CommandContext, { topic, period, data }: Unknown): Promise<Reply> {
  if (await isKnownOtherwise(context, { topic, period })) {
    const blocks: Block[] = [
      paragraph(text(`No stored article${spaced(showPeriod(period))} says anything on ${topic.label}, but others do.`)),
      { type: "actions", actions: [{ label: "At any time", intent: { kind: "briefing", topic: topic.text } }] },
    ];
    const title = withPeriod(`No articles on ${topic.label}`, period);
    return reply({ title, audience: "asker", blocks, detail: [] }, { ...data, didYouMean: [] });
  }
  const people = await context.store.people.names(context.workspaceId, NAMES_LOOKED_AT);
  const suggestions = topic.kind === "words" ? didYouMean(topic.text, people) : [];
  const blocks: Block[] = [paragraph(text(`There are no articles on ${topic.label}.`))];
  if (suggestions.length > 0) {
    blocks.push(paragraph(text(`Did you mean ${suggestions.join(", ")}?`)));
    blocks.push({
      type: "actions",
      actions: suggestions.map((label) => ({ label, intent: { kind: "briefing", topic: label } })),
    });
  }
  return reply(
    { title: `No articles on ${topic.label}`, audience: "asker", blocks, detail: [] },
    { ...data, didYouMean: suggestions },
  );
}

/** Whether there are articles on the topic from another time. */
async function isKnownOtherwise(context: CommandContext, { topic, period }: Omit<Unknown, "data">): Promise<boolean> {
  if (period.since === undefined && period.until === undefined) return false;
  return (await findSources(context.store.articles, context.workspaceId, { topic, limit: 1 })).length > 0;
}
