import type { Asker, Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import type { Subscription } from "../../domain/digests/digest.ts";
import { AppError } from "../../domain/errors.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { SavedTopic } from "../../domain/evidence/saved-topic.ts";
import { readSaved } from "../../evidence/find-topic.ts";
import { type CommandContext, findPerson, reply } from "../command-context.ts";
import { definitionInlines, definitionOf, topicJson } from "./topic-blocks.ts";

const HOW = "A manager makes one with /topics add our region = India, Japan, not cricket, not from Valley Post.";

/** The saved topics of a workspace, and what belongs to each. */
export async function listTopics(context: CommandContext): Promise<Reply> {
  const { store, workspaceId } = context;
  const topics = await store.savedTopics.all(workspaceId);
  const read = await Promise.all(topics.map((topic) => readSaved(topic, (name) => findPerson(context, name))));
  const blocks: Block[] =
    topics.length === 0
      ? [paragraph(text(`No topic is saved here yet. ${HOW}`))]
      : [
          { type: "list", items: read.map(definitionInlines) },
          { type: "footer", inlines: [text("Type a name wherever a topic is asked for, such as /briefing and the name.")] },
        ];
  return reply({ title: "Saved topics", audience: "asker", blocks, detail: [] }, topics.map(topicJson));
}

/** One saved topic: what belongs to it, who set it, which digests follow it, and the line that changes it. */
export async function showTopic(context: CommandContext, typed: string | undefined): Promise<Reply> {
  const topic = await savedTopic(context, typed);
  const read = await readSaved(topic, (name) => findPerson(context, name));
  const following = await digestsOn(context, topic);
  const lines = [`Set ${signature(context.asker, topic)}.`, ...(following.length === 0 ? [] : [`${followedBy(following)}.`])];
  const blocks: Block[] = [
    { type: "list", items: [definitionInlines(read)] },
    paragraph(text(lines.join(" "))),
    { type: "footer", inlines: [text(`To change it, type /topics change ${topic.name} = ${definitionOf(topic)}`)] },
    { type: "actions", actions: [{ label: "Briefing", intent: { kind: "briefing", topic: topic.name } }] },
  ];
  return reply({ title: `Topic: ${topic.name}`, audience: "asker", blocks, detail: [] }, topicJson(topic), topic.name);
}

/** Throws an AppError ("usage", "not-found") where no topic is named, or none of that name is saved. */
export async function savedTopic({ store, workspaceId }: CommandContext, typed: string | undefined): Promise<SavedTopic> {
  if (typed === undefined) throw new AppError("usage", "Name a saved topic as well. /topics lists them.");
  const topic = await store.savedTopics.byKey(workspaceId, nameKey(typed));
  if (topic !== null) return topic;
  throw new AppError("not-found", `There is no saved topic “${typed.slice(0, 60)}”. /topics lists them.`);
}

/** The digests of the workspace that follow a topic. */
export async function digestsOn({ store, workspaceId }: CommandContext, { name }: SavedTopic): Promise<Subscription[]> {
  const all = await store.digests.subscriptions.list(workspaceId, null);
  return all.filter(({ topics }) => topics.some((topic) => nameKey(topic) === nameKey(name)));
}

/** "2 digests follow it: on our region in C1; on our region, nato in C2". */
export function followedBy(following: Subscription[]): string {
  const listed = following.map(({ topics, channelId }) => `on ${topics.join(", ")} in ${channelId}`).join("; ");
  return following.length === 1 ? `A digest follows it: ${listed}` : `${following.length} digests follow it: ${listed}`;
}

function signature({ userId }: Asker, { setBy, setAt }: SavedTopic): string {
  const who = setBy === null ? "somebody who was forgotten" : setBy === userId ? "you" : setBy;
  return `by ${who} on ${showDate(setAt) ?? setAt}`;
}
