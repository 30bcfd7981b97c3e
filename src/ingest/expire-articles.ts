import { setImmediate as nextTurn } from "node:timers/promises";
import type { EvidenceStore, EvidenceWriter, Touched } from "../domain/evidence/evidence-store.ts";
import type { RetentionStore } from "../domain/workspace/store-state.ts";
import { inSlices } from "./in-slices.ts";
import { remerge } from "./regroup-meetings.ts";

/** So many articles go in the first transaction; how many in the next follows from how long it took. */
const FIRST_SLICE = 5;
/** SQLite's full-text index merges its parts for every 64 articles that it writes or deletes, all of them at the end of a slice. */
const MOST_AT_ONCE = 25;

/**
 * Deletes the articles that were first seen before an instant, in milliseconds, with all that they brought. Says how many. A source does not
 * bring an article back while it shows it, because it remembers what it has shown; whoever ingests it again may.
 */
export async function expireArticles(
  store: { evidence: EvidenceStore; retention: RetentionStore },
  beforeMs: number,
  signal: AbortSignal,
): Promise<number> {
  let articles = 0;
  for (const workspaceId of await store.retention.workspaces())
    articles += await expireIn(store.evidence, { workspaceId, beforeMs, signal });
  return articles;
}

interface Expiring {
  workspaceId: string;
  beforeMs: number;
  signal: AbortSignal;
}

/** Deletes the articles of a workspace that were first seen before an instant, with their evidence. Returns how many. */
export function expireIn(evidence: EvidenceStore, { workspaceId, beforeMs, signal }: Expiring): Promise<number> {
  const slice = (limit: number) => evidence.write(workspaceId, (writer) => expireSome(writer, beforeMs, limit));
  return inSlices(slice, { first: FIRST_SLICE, most: MOST_AT_ONCE, signal });
}

async function expireSome(writer: EvidenceWriter, beforeMs: number, limit: number): Promise<number> {
  const keys = await writer.articles.seenBefore(beforeMs, limit);
  if (keys.length === 0) return 0;
  const touched = await writer.articles.expire(keys);
  await nextTurn();
  await subtractEvidence(writer, touched);
  return keys.length;
}

/** Removes the deleted articles' evidence from people, meetings and stories. */
export async function subtractEvidence(writer: EvidenceWriter, touched: Touched): Promise<void> {
  await writer.people.subtractEvidence(touched.people);
  // An embedded database answers within microtasks, so yield to the event loop.
  await nextTurn();
  for (const key of await writer.meetings.removeUnreported(touched.meetingKeys)) await remerge(writer, key);
  await nextTurn();
  await writer.stories.rebuild(touched.storyKeys);
}
