import { createNewsComposer, newsFor } from "../digest/compose-news.ts";
import type { ComposePosting } from "../digest/work-slot.ts";
import type { Clock } from "../domain/clock.ts";
import type { Coverage } from "../domain/digest-store.ts";
import type { Document } from "../domain/document.ts";
import type { CommandStore } from "./command-context.ts";
import { digestDocument } from "./digest-document.ts";

/** Composes digests to be posted, for one look at what is due: news, coverage and documents are shared by those who would get the same. */
export function createPostingComposer(store: CommandStore, clock: Clock): ComposePosting {
  const composeNews = createNewsComposer(store, clock);
  const coverages = new Map<string, Promise<Coverage>>();
  const documents = new Map<string, Document>();
  return async (subscription, { told, reason, nowMs }) => {
    const { workspaceId, language } = subscription;
    const asked = newsFor(subscription, told, nowMs);
    const coverage = coverages.get(workspaceId) ?? store.coverage.coverage(workspaceId);
    coverages.set(workspaceId, coverage);
    const { digest, told: toldThen } = await composeNews(asked);
    const key = JSON.stringify([asked, reason, language]);
    const document = documents.get(key) ?? digestDocument({ digest, coverage: await coverage, reason, language });
    documents.set(key, document);
    return { document, told: toldThen, isEmpty: digest.lead === null };
  };
}
