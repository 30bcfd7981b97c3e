import type { Article } from "../../domain/evidence/article.ts";
import type { EvidenceStore } from "../../domain/evidence/evidence-store.ts";
import type { Extracting, Extraction } from "../../domain/evidence/extraction.ts";
import type { ItemStore, WaitingItem } from "../../domain/sources/source-store.ts";
import type { StoreArticle } from "../create-article-storer.ts";
import { sightArticle } from "../store-article.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { isSameHeadline } from "./pages/judge-page.ts";
import { type ItemReading, type ReadItemDeps, readTeaser } from "./read-item.ts";

interface TakeBackDeps extends ReadItemDeps {
  items: Pick<ItemStore, "twins" | "kept" | "settle">;
  evidence: EvidenceStore;
  store: StoreArticle;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
}

export const SAME_TEXT = "The page has the same text as the page of another entry.";

/**
 * Whether the page gave what another entry's page gave, under another headline: a wall or a front page, and the article of neither. The
 * entries that were read before become the articles of their own words, too; one without any is withdrawn.
 */
export async function takeBackText(deps: TakeBackDeps, { sourceId }: WaitingItem, reading: ItemReading): Promise<boolean> {
  if (reading.kind !== "article" || reading.page === null) return false;
  const { title } = reading.article;
  const twins = await deps.items.twins(sourceId, reading.article);
  const others = twins.filter((twin) => !isSameHeadline(title ?? "", twin.title ?? ""));
  for (const { url } of others) {
    const before = url === null ? null : await deps.items.kept(sourceId, url);
    if (before !== null) await becomeTeaser(deps, before);
  }
  return others.length > 0;
}

async function becomeTeaser(deps: TakeBackDeps, before: WaitingItem): Promise<void> {
  const { workspaceId, sourceId, url } = before;
  const teaser = await readTeaser(deps, before, SAME_TEXT);
  const atMs = deps.clock.now();
  if (teaser.kind === "article")
    await deps.store(workspaceId, await sightArticle(deps, teaser.article, { workspaceId, sourceKey: sourceId }));
  else if (url !== null) await withdrawArticle(deps.evidence, workspaceId, { article: { id: url, url }, atMs });
  await deps.items.settle(before, { outcome: "kept", reason: SAME_TEXT, url, barrier: null, again: null }, atMs);
}
