import { createNewsComposer, newsFor } from "../../digest/compose-news.ts";
import { digestDocument } from "../../digest/digest-document.ts";
import { composeWatch } from "../../digest/watches/compose-watch.ts";
import type { ComposePosting } from "../../digest/work-slot.ts";
import { type WrittenDigest, writeLead } from "../../digest/write-lead.ts";
import type { Document } from "../../domain/chat/document.ts";
import { type Clock, isoDate } from "../../domain/clock.ts";
import type { Coverage } from "../../domain/digests/digest-store.ts";
import type { CommandStore } from "../command-context.ts";
import { type ModelDeps, writerIn } from "../evidence/watched-writer.ts";
import { todayOf } from "../typed/bounds.ts";
import { composeWeekAhead } from "./compose-week-ahead.ts";

/** A digest that is later than this does not wait for a model: if a thousand are due at once, a model writes only for the first of them. */
const MAX_LATE_MS = 30_000;

/** What a watch was to tell was withdrawn or corrected meanwhile: it is not posted. */
const NOTHING_LEFT: Document = { title: "Watch", audience: "channel", blocks: [], detail: [] };

/** Composes the digests of one run. Subscriptions that would get the same share their news, coverage and documents. */
export function createPostingComposer(store: CommandStore, clock: Clock, model: ModelDeps = {}): ComposePosting {
  const composeNews = createNewsComposer(store, clock);
  const coverages = new Map<string, Promise<Coverage>>();
  const leads = new Map<string, Promise<WrittenDigest>>();
  const documents = new Map<string, Document>();
  return async (subscription, { slotId, told, reason, nowMs, dueAtMs }) => {
    if (subscription.isWatch === true && slotId !== undefined) {
      const document = await composeWatch(store, { subscription, slotId, nowMs });
      return { document: document ?? NOTHING_LEFT, told, isEmpty: document === null };
    }
    const { workspaceId, language, topics, timeZone } = subscription;
    const week = await composeWeekAhead({ store, workspaceId }, { topics, nowMs, timeZone, language, reason });
    if (week !== null) return { document: week.document, told, isEmpty: week.isEmpty };
    const asked = await newsFor(store.digests.subscriptions, subscription, { told, nowMs });
    const coverage = coverages.get(workspaceId) ?? store.coverage.coverage(workspaceId);
    coverages.set(workspaceId, coverage);
    const { digest, told: toldThen } = await composeNews(asked);
    const isLate = nowMs - dueAtMs > MAX_LATE_MS;
    const writer = isLate ? null : await writerIn(model, store.settings, { workspaceId, channelId: subscription.channelId });
    const same = JSON.stringify([asked, isLate, writer === null]);
    const lead = leads.get(same) ?? writeLead(writer, digest);
    leads.set(same, lead);
    const today = isoDate(todayOf({ nowMs, timeZone }));
    const key = JSON.stringify([same, reason, language, today, subscription.platform]);
    const shown = {
      ...(await lead),
      coverage: await coverage,
      reason,
      language,
      today,
      hasFile: subscription.platform !== "terminal",
    };
    const document = documents.get(key) ?? digestDocument(shown);
    documents.set(key, document);
    return { document, told: toldThen, isEmpty: digest.lead === null };
  };
}
