import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { TopicsIntent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { Exclusion, SavedTopic } from "../../domain/evidence/saved-topic.ts";
import { findSources } from "../../evidence/find-sources.ts";
import { readSaved } from "../../evidence/find-topic.ts";
import { parseTopic } from "../../evidence/parse-topic.ts";
import { isPublisher } from "../../evidence/saved/is-publisher.ts";
import { type CommandContext, findPerson, reply } from "../command-context.ts";
import { checkName } from "./check-name.ts";
import { digestsOn, followedBy, savedTopic } from "./list-topics.ts";
import { type Definition, readDefinition } from "./read-definition.ts";
import { definitionInlines, topicJson } from "./topic-blocks.ts";

const MAX_TOPICS = 50;
/** So many of the newest articles are looked through for publishers. */
const LOOKED_AT = 1000;

/** Saves a new topic, or changes one. Digests that follow it go by what it is when they are written. */
export async function saveTopic(context: CommandContext, { action, name: typed, definition }: TopicsIntent): Promise<Reply> {
  const { store, workspaceId, asker, clock } = context;
  if (typed === undefined || definition === undefined)
    throw new AppError(
      "usage",
      `Type /topics ${action} with a name, = and what belongs to it, such as our region = India, Japan, not cricket.`,
    );
  const saved = await store.savedTopics.all(workspaceId);
  const known = saved.find(({ name }) => nameKey(name) === nameKey(typed));
  if (action === "add" && known !== undefined)
    throw new AppError(
      "usage",
      `There is a topic “${known.name}” already. To change it, type /topics change ${known.name} = and what belongs to it.`,
    );
  if (action === "change") await savedTopic(context, typed);
  if (known === undefined) await checkName(context, typed);
  if (known === undefined && saved.length >= MAX_TOPICS)
    throw new AppError("usage", `There are ${saved.length} saved topics, the maximum. Remove one first.`);
  const read = readDefinition(definition);
  refuseNested(read, saved);
  const topic = {
    name: known?.name ?? typed,
    members: read.members,
    exclusions: await decideExclusions(context, read),
    setBy: asker.userId,
    setAt: new Date(clock.now()).toISOString(),
  };
  await store.savedTopics.save(workspaceId, topic);
  return confirmation(context, topic, known !== undefined);
}

/** A topic of topics would change when another one does, and nobody would see why. */
function refuseNested({ members, exclusions }: Definition, saved: SavedTopic[]): void {
  const names = new Set(saved.map(({ name }) => nameKey(name)));
  const nested = [...members, ...exclusions.map(({ text: words }) => words)].find((words) => names.has(nameKey(words)));
  if (nested !== undefined)
    throw new AppError("usage", `“${nested}” is a saved topic itself, and a topic holds no other: write out what belongs to it.`);
}

/** "not Valley Post" leaves out a publisher where an article is by one of that name, and else articles that hold the words. */
async function decideExclusions({ store, workspaceId }: CommandContext, { exclusions }: Definition): Promise<Exclusion[]> {
  const isUnsure = exclusions.some(({ kind }) => kind === "unsure");
  const heads = isUnsure ? await store.articles.find(workspaceId, { limit: LOOKED_AT }) : [];
  return exclusions.map(({ kind, text: words }) => {
    if (kind !== "unsure") return { kind, text: words };
    return { kind: heads.some((head) => isPublisher(head, words)) ? "publisher" : "topic", text: words };
  });
}

async function confirmation(context: CommandContext, topic: SavedTopic, isKnown: boolean): Promise<Reply> {
  const { store, workspaceId } = context;
  const read = await readSaved(topic, (name) => findPerson(context, name));
  const [newest] = await findSources(store.articles, workspaceId, { topic: read, limit: 1 });
  const unknown = await membersWithout(context, topic);
  const following = await digestsOn(context, topic);
  const sentences = [
    ...(newest === undefined ? ["There are no articles on it yet."] : []),
    ...(newest === undefined || unknown.length === 0 ? [] : [`There are no articles on ${unknown.join(", ")} yet.`]),
    ...(following.length === 0 ? [] : [`${followedBy(following)}; the next one goes by this.`]),
    "Type its name wherever a topic is asked for.",
  ];
  const blocks: Block[] = [
    { type: "list", items: [definitionInlines(read)] },
    paragraph(text(sentences.join(" "))),
    { type: "actions", actions: [{ label: "Briefing", intent: { kind: "briefing", topic: topic.name } }] },
  ];
  const title = isKnown ? "Topic changed" : "Topic saved";
  return reply({ title, audience: "asker", blocks, detail: [] }, topicJson(topic), topic.name);
}

/** Members on which no article is stored: they may be misspelt. */
async function membersWithout(context: CommandContext, { members }: SavedTopic): Promise<string[]> {
  const { store, workspaceId } = context;
  const without: string[] = [];
  for (const typed of members) {
    const topic = await parseTopic(typed, (name) => findPerson(context, name));
    if (topic === null) continue;
    const found = await findSources(store.articles, workspaceId, { topic, limit: 1 });
    if (found.length === 0) without.push(topic.label);
  }
  return without;
}
