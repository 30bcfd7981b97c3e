import type { Intent } from "../../../domain/chat/intent.ts";
import { nameKey } from "../../../domain/evidence/fold-name.ts";
import type { SavedTopic } from "../../../domain/evidence/saved-topic.ts";
import { sourceIds } from "../../../evidence/find-sources.ts";
import { findTopic } from "../../../evidence/find-topic.ts";
import { readersWithin } from "../../../evidence/saved/readers-within.ts";
import { contentWords } from "../../../evidence/words.ts";
import { ASKS_FOR_NEWS, TOPIC_LINK } from "../../../extract/en/questions/topic-words.ts";
import type { CommandContext } from "../../command-context.ts";

type AskIntent = Extract<Intent, { kind: "ask" }>;

/** A question as it is asked of the articles on a saved topic alone. */
export interface AskedWithin {
  /** Null where every article is asked. */
  topic: string | null;
  context: CommandContext;
  question: string;
  conversation: AskIntent["conversation"];
  /** Whether nothing is asked but what is new on the topic, which a briefing tells. */
  isForNews: boolean;
}

const MAX_ARTICLES = 2000;

/**
 * Takes the saved topic out of a question that names one ("what did ministers sign in our region?"), or in whose thread it is asked: the name's
 * words are the desk's, and stand in no article.
 */
export async function askWithin(context: CommandContext, question: string, { conversation }: AskIntent): Promise<AskedWithin> {
  const { store, workspaceId } = context;
  const everywhere = { topic: null, context, question, conversation, isForNews: false };
  const saved = await store.savedTopics.all(workspaceId);
  const named = longestNamed(question, saved);
  const inThread = saved.find(({ name }) => nameKey(name) === nameKey(conversation?.topic ?? ""));
  const meant = named?.topic ?? inThread;
  const topic = meant === undefined ? null : await findTopic(store, workspaceId, meant.name);
  if (topic === null) return everywhere;
  const ids = await sourceIds(store.articles, workspaceId, { topic, limit: MAX_ARTICLES });
  const rest = named?.rest ?? question;
  return {
    topic: topic.label,
    context: { ...context, store: readersWithin(store, ids) },
    question: rest,
    conversation: inThread === undefined || conversation === undefined ? conversation : { ...conversation, topic: null },
    isForNews: named !== null && (contentWords(rest).length === 0 || ASKS_FOR_NEWS.test(rest)),
  };
}

/** The saved topic with the longest name that a question holds, and the question without it. */
function longestNamed(question: string, saved: SavedTopic[]): { topic: SavedTopic; rest: string } | null {
  const byLength = [...saved].sort((a, b) => b.name.length - a.name.length);
  for (const topic of byLength) {
    const words = topic.name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "iu");
    const found = pattern.exec(question);
    if (found === null) continue;
    const before = question.slice(0, found.index).replace(TOPIC_LINK, "");
    return { topic, rest: `${before}${question.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim() };
  }
  return null;
}
