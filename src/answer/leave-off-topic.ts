import type { StoreReaders } from "../domain/sources/readers.ts";
import { findNamed } from "../evidence/find-named.ts";
import { topicKeysNamed } from "../evidence/topic-key.ts";

type Readers = Pick<StoreReaders, "articles" | "people" | "quotes" | "meetings">;

/** A store without the articles of which a manager said that they are not on what a question names. */
export async function leaveOffTopic(store: Readers, workspaceId: string, question: string): Promise<Readers> {
  const onTopics = topicKeysNamed(question, await findNamed(store.people, workspaceId, question));
  if (onTopics.length === 0) return store;
  const { articles, quotes, meetings } = store;
  return {
    ...store,
    articles: {
      ...articles,
      find: (workspace, query) => articles.find(workspace, { ...query, onTopics }),
      ids: (workspace, query) => articles.ids(workspace, { ...query, onTopics }),
    },
    quotes: { ...quotes, find: (workspace, query) => quotes.find(workspace, { ...query, onTopics }) },
    meetings: { ...meetings, find: (workspace, query) => meetings.find(workspace, { ...query, onTopics }) },
  };
}
