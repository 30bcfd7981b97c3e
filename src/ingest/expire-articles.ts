import type { EvidenceStore, EvidenceWriter, Touched } from "../domain/evidence-store.ts";
import type { RetentionStore } from "../domain/store-state.ts";
import { remerge } from "./regroup-meetings.ts";

/** So many articles go in one transaction, so that nobody waits long behind it. */
const BATCH = 20;

interface Expired {
  articles: number;
  /** Polls, events, buttons, questions and digests. */
  rows: number;
}

/**
 * Deletes what was first seen before an instant, in milliseconds: articles with all that they brought, and what else is kept for a time
 * only. A source does not bring an article back, because it remembers what it has shown; whoever ingests it again may.
 */
export async function expireArticles(
  store: { evidence: EvidenceStore; retention: RetentionStore },
  beforeMs: number,
  signal: AbortSignal,
): Promise<Expired> {
  let articles = 0;
  for (const workspaceId of await store.retention.workspaces()) {
    articles += await expireIn(store.evidence, { workspaceId, beforeMs, signal });
  }
  return { articles, rows: signal.aborted ? 0 : await store.retention.sweep(beforeMs) };
}

interface Expiring {
  workspaceId: string;
  beforeMs: number;
  signal: AbortSignal;
}

/** Deletes the articles of one workspace that were first seen before an instant, with all that they brought. Says how many. */
export async function expireIn(evidence: EvidenceStore, { workspaceId, beforeMs, signal }: Expiring): Promise<number> {
  let articles = 0;
  let expired = BATCH;
  while (expired === BATCH && !signal.aborted) {
    expired = await evidence.write(workspaceId, (writer) => expireSome(writer, beforeMs));
    articles += expired;
  }
  return articles;
}

async function expireSome(writer: EvidenceWriter, beforeMs: number): Promise<number> {
  const keys = await writer.articles.seenBefore(beforeMs, BATCH);
  if (keys.length > 0) await takeOff(writer, await writer.articles.expire(keys));
  return keys.length;
}

/** People, meetings and stories without what articles that are gone said of them. */
export async function takeOff(writer: EvidenceWriter, touched: Touched): Promise<void> {
  await writer.people.takeOff(touched.people);
  for (const meetingKey of touched.meetingKeys) await remerge(writer, meetingKey);
  await writer.stories.rebuild(touched.storyKeys);
}
