import { showInstant } from "../../documents/show-instant.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { dateOf } from "../../domain/evidence/article-date.ts";
import type { ArticleBody } from "../../domain/evidence/records.ts";
import { findSources } from "../../evidence/find-sources.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import { type CommandContext, reply } from "../command-context.ts";

/** When the asker last had a briefing on a topic (ISO instant); null where there was none. */
export function lastBriefing({ store, workspaceId, asker }: CommandContext, topic: Topic): Promise<string | null> {
  return store.lastBriefings.at(workspaceId, asker.userId, topicKey(topic));
}

/** Remembers that the asker had a briefing on a topic. `atMs` is before it was read, so that nothing that came meanwhile is lost. */
export function noteBriefing({ store, workspaceId, asker }: CommandContext, topic: Topic, atMs: number): Promise<void> {
  return store.lastBriefings.note(workspaceId, { askedBy: asker.userId, topicKey: topicKey(topic), atMs });
}

/** Says what the briefing below goes by. */
export function sinceLastBlock(
  context: CommandContext,
  { last, articles }: { last: string | null; articles: ArticleBody[] },
): Block {
  if (last === null)
    return paragraph(text("This is your first briefing on this topic, so it is not limited to what is new.", "soft"));
  const changed = articles.filter(({ firstSeenAt }) => firstSeenAt < last).length;
  const which =
    changed === 0
      ? ""
      : changed === articles.length
        ? ", from articles that changed"
        : `. ${changed} of the articles changed: I tell only what they add`;
  return paragraph(text(`New since your last briefing on this topic, ${instantOf(context, last)}${which}.`, "soft"));
}

/** Nothing came since the last briefing: of when the newest article is, and the ordinary briefing one press away. */
export async function answerNothingNew(
  context: CommandContext,
  { topic, last, data }: { topic: Topic; last: string; data: object },
): Promise<Reply> {
  const { store, workspaceId } = context;
  const found = await findSources(store.articles, workspaceId, { topic, limit: 50 });
  const newest = found.map(dateOf).sort().at(-1);
  const of = newest === undefined ? "" : ` The newest article on it is of ${showDate(newest)}.`;
  const sentence = `There is nothing new on ${topic.label} since your last briefing on it, ${instantOf(context, last)}.${of}`;
  const blocks: Block[] = [
    paragraph(text(sentence)),
    { type: "actions", actions: [{ label: "Ordinary briefing", intent: { kind: "briefing", topic: topic.text } }] },
  ];
  return reply(
    { title: `Nothing new on ${topic.label}`, audience: "asker", blocks, detail: [] },
    { ...data, didYouMean: [] },
    topic.text,
  );
}

function instantOf({ asker }: CommandContext, instant: string): string {
  return showInstant(Date.parse(instant), asker.timeZone ?? "UTC");
}
