import type { Clock } from "../../domain/clock.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../../domain/evidence/extraction.ts";
import type { ItemStore, NextReading, ReadBefore, Settlement, WaitingItem } from "../../domain/sources/source-store.ts";
import type { FetchTrouble } from "../../domain/sources/web.ts";
import { isRetraction } from "../../extract/en/pages/walls.ts";
import type { StoreArticle } from "../create-article-storer.ts";
import { sightArticle } from "../store-article.ts";
import { withdrawArticle, withdrawIfNotice } from "../withdraw-article.ts";
import { type ReadItemDeps, readItem } from "./read-item.ts";

const HOUR_MS = 3_600_000;
/** Most corrections come on the first day: the page is read again twice in the first 48 hours. */
const READ_AGAIN_AFTER_MS = [6 * HOUR_MS, 30 * HOUR_MS];
/** A live blog is read again each hour, while that brings something. */
const LIVE_EVERY_MS = HOUR_MS;
const LIVE_FOR_MS = 48 * HOUR_MS;
/** A page that is gone once may be a mistake of a moment. */
const GONE_AFTER = 2;
/** If so many pages of one source are gone at once, its site has moved or is broken: no article of it was withdrawn. */
const SITE_GONE = 4;
const GONE_FOR_MS = 48 * HOUR_MS;
const GONE: ReadonlySet<FetchTrouble> = new Set(["not-found", "gone"]);

interface Moment {
  seenAtMs: number;
  nowMs: number;
  /** Whether it is a live blog, and has brought something since it was read before. */
  isMoving: boolean;
}

/** When a page is read again that was first seen then; null where it has been read often enough. */
export function nextReading({ seenAtMs, nowMs, isMoving }: Moment): NextReading | null {
  if (isMoving && nowMs - seenAtMs < LIVE_FOR_MS) return { dueAtMs: nowMs + LIVE_EVERY_MS, missing: 0 };
  const dueAtMs = READ_AGAIN_AFTER_MS.map((afterMs) => seenAtMs + afterMs).find((atMs) => atMs > nowMs);
  return dueAtMs === undefined ? null : { dueAtMs, missing: 0 };
}

/** Of an article whose entry changed and whose page cannot be read now: from then on it is read again as any other that may be gone. */
export function readingAfterFailure(nowMs: number): NextReading {
  return { dueAtMs: nowMs + LIVE_EVERY_MS, missing: 0 };
}

interface AgainDeps extends ReadItemDeps {
  clock: Clock;
  evidence: EvidenceStore;
  items: Pick<ItemStore, "missing">;
  store: StoreArticle;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
}

interface Again {
  item: WaitingItem;
  before: ReadBefore;
}

interface ReadAgain {
  settlement: Settlement | null;
  status: "updated" | "unchanged" | null;
}

/**
 * Reads the page of a stored article once more. Another text is a revision; one that is gone twice is withdrawn; whatever else keeps the page
 * from being read leaves the article as it is.
 */
export async function readAgain(deps: AgainDeps, { item, before }: Again, signal?: AbortSignal): Promise<ReadAgain> {
  const { clock } = deps;
  let trouble: FetchTrouble | null = null;
  const fetcher: ReadItemDeps["fetcher"] = {
    ...deps.fetcher,
    async get(request) {
      const fetched = await deps.fetcher.get(request);
      if (fetched.kind === "failed") trouble = fetched.failure.trouble;
      return fetched;
    },
  };
  const reading = await readItem({ ...deps, fetcher }, { ...item, tries: Number.POSITIVE_INFINITY }, signal);
  if (reading.kind === "stopped") return { settlement: null, status: null };
  const { seenAtMs } = before;
  const kept = { outcome: "kept" as const, url: item.url, barrier: null };
  if (trouble !== null && GONE.has(trouble)) return settleGone(deps, { item, before });
  if (reading.kind !== "article" || reading.page === null)
    return {
      settlement: { ...kept, reason: null, again: nextReading({ seenAtMs, nowMs: clock.now(), isMoving: false }) },
      status: null,
    };
  const { article, note, page } = reading;
  if (await withdrawIfRetracted(deps, item.workspaceId, article))
    return { settlement: { ...kept, reason: WITHDRAWN, again: null }, status: "updated" };
  const status = await deps.store(
    item.workspaceId,
    await sightArticle(deps, article, { workspaceId: item.workspaceId, sourceKey: item.sourceId }),
  );
  const again = nextReading({ seenAtMs, nowMs: clock.now(), isMoving: page.isLive && status === "updated" });
  return { settlement: { ...kept, reason: note, again }, status: status === "updated" ? status : "unchanged" };
}

export const WITHDRAWN = "Its publisher withdrew it.";

/** A notice of retraction in the place of a stored article withdraws that; one that is an article of its own is stored as such. */
export async function withdrawIfRetracted(
  { clock, evidence }: Pick<AgainDeps, "clock" | "evidence">,
  workspaceId: string,
  article: Article,
): Promise<boolean> {
  if (!isRetraction(article.title, article.text)) return false;
  return (await withdrawIfNotice(evidence, workspaceId, { article, atMs: clock.now() })) !== "none";
}

async function settleGone({ clock, evidence, items }: AgainDeps, { item, before }: Again): Promise<ReadAgain> {
  const kept = { outcome: "kept" as const, url: item.url, barrier: null };
  const missing = before.missing + 1;
  const isSiteGone = missing >= GONE_AFTER && (await items.missing(item.sourceId)) >= SITE_GONE;
  if (missing < GONE_AFTER || isSiteGone) {
    const isOver = isSiteGone && clock.now() - before.seenAtMs >= GONE_FOR_MS;
    const again = isOver ? null : { dueAtMs: clock.now() + LIVE_EVERY_MS, missing };
    const reason = isSiteGone ? "Its page is gone, as are others of its site." : "Its page was gone when I read it again.";
    return { settlement: { ...kept, reason, again }, status: null };
  }
  const id = item.url ?? `${item.sourceUrl}#${item.key}`;
  await withdrawArticle(evidence, item.workspaceId, { article: { id, url: item.url }, atMs: clock.now() });
  return { settlement: { ...kept, reason: `${WITHDRAWN} Its page is gone.`, again: null }, status: "updated" };
}
