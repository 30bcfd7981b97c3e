import type { Citation, MeetingRecord, QuoteRecord } from "../../domain/evidence/records.ts";
import type { CommandContext } from "../command-context.ts";

/** A message cites fewer articles than would hold as many. */
const MOST_READ = 500;

/** What of the store stands in the passages that a message shows. */
export interface ShownEvidence {
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  articles: { id: string }[];
}

/** The quotations and meetings within the passages that a message shows, and their articles: what its reader may find wrong. */
export async function findShown({ store, workspaceId }: CommandContext, citations: readonly Citation[]): Promise<ShownEvidence> {
  const articleIds = [...new Set(citations.map(({ articleId }) => articleId))];
  if (articleIds.length === 0) return { quotes: [], meetings: [], articles: [] };
  const page = { articleIds, limit: MOST_READ, offset: 0 };
  const [quotes, meetings] = await Promise.all([store.quotes.find(workspaceId, page), store.meetings.find(workspaceId, page)]);
  const isShown = (own: Citation) =>
    citations.some((each) => each.articleId === own.articleId && each.start < own.end && own.start < each.end);
  return {
    quotes: quotes.filter(isShown),
    meetings: meetings.filter(({ evidence }) => evidence.some(isShown)),
    articles: articleIds.map((id) => ({ id })),
  };
}
