import { AppError } from "../../domain/errors.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../../domain/evidence/extraction.ts";
import type { ItemStore, Settlement, WaitingItem } from "../../domain/sources/source-store.ts";
import type { StoreArticle } from "../create-article-storer.ts";
import { sightArticle } from "../store-article.ts";
import { nextReading, readAgain, readingAfterFailure, WITHDRAWN, withdrawIfRetracted } from "./read-again.ts";
import { type ItemReading, type ReadItemDeps, readItem, readTeaser } from "./read-item.ts";
import { SAME_TEXT, takeBackText } from "./take-back-text.ts";

export interface EntryRead {
  /** Null if the program was stopped: the entry keeps waiting. */
  settlement: Settlement | null;
  /** Of the article, where there is one. */
  status: "new" | "updated" | "unchanged" | null;
}

export interface EntryDeps extends ReadItemDeps {
  items: ItemStore;
  evidence: EvidenceStore;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  store: StoreArticle;
}

/** Reads an entry and stores its article. Throws on unexpected failures. */
export async function readEntry(deps: EntryDeps, item: WaitingItem, signal?: AbortSignal): Promise<EntryRead> {
  if (item.again !== null) return readAgain(deps, { item, before: item.again }, signal);
  const found = await readItem(deps, item, signal);
  const reading = (await takeBackText(deps, item, found)) ? await readTeaser(deps, item, SAME_TEXT) : found;
  switch (reading.kind) {
    case "stopped":
      return { settlement: null, status: null };
    case "later":
      return { settlement: { outcome: "waiting", reason: reading.reason, dueAtMs: reading.dueAtMs }, status: null };
    case "dropped":
      if (item.url !== null && reading.barrier !== null) return { settlement: keptAsItIs(deps, item, reading), status: null };
      return { settlement: { outcome: "dropped", reason: reading.reason, barrier: reading.barrier }, status: null };
    case "article":
      return storeEntry(deps, item, reading);
  }
}

/** The article that the entry brought before stays; its page is read again. */
function keptAsItIs({ clock }: EntryDeps, { url }: WaitingItem, { reason, barrier }: Barred): Settlement {
  return { outcome: "kept", reason, url, barrier, again: readingAfterFailure(clock.now()) };
}

interface Barred {
  reason: string | null;
  barrier: string | null;
}

type ArticleRead = Extract<ItemReading, { kind: "article" }>;

async function storeEntry(deps: EntryDeps, item: WaitingItem, read: ArticleRead): Promise<EntryRead> {
  const { article, note, barrier, page } = read;
  try {
    if (await withdrawIfRetracted(deps, item.workspaceId, article))
      return { settlement: { outcome: "kept", reason: WITHDRAWN, url: article.url, barrier, again: null }, status: "updated" };
    const sighting = await sightArticle(deps, article, { workspaceId: item.workspaceId, sourceKey: item.sourceId });
    // What was another entry's text never was this one's.
    const isTeaser = page === null && barrier !== null && barrier !== SAME_TEXT;
    const status = await deps.store(item.workspaceId, { ...sighting, isTeaser });
    if (isTeaser && item.url !== null && status === "unchanged")
      return { settlement: keptAsItIs(deps, item, { reason: note, barrier }), status };
    const nowMs = deps.clock.now();
    const again = page === null ? null : nextReading({ seenAtMs: nowMs, nowMs, isMoving: page.isLive });
    const settlement = { outcome: "kept" as const, reason: note, url: article.url, barrier, again };
    return { settlement, status: status === "failed" ? null : status };
  } catch (error) {
    // A text that hangs its thread, or an article that was forgotten, is the same the next time.
    if (!(error instanceof AppError) || error.code !== "bad-input") throw error;
    return { settlement: { outcome: "dropped", reason: error.message, barrier }, status: null };
  }
}
