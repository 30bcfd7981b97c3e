import { collectNews } from "../../src/digest/collect-news.ts";
import { rankStories } from "../../src/digest/stories/rank-stories.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { EvidenceStore } from "../../src/domain/evidence/evidence-store.ts";
import type { StoreReaders } from "../../src/domain/sources/readers.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { extract } from "../fakes/evidence.ts";
import { MORNINGS, type Morning } from "../fixtures/mornings/mornings.ts";

type MorningStore = StoreReaders & { evidence: EvidenceStore };

export interface ScoredMorning {
  topic: string;
  /** Of the stories in the order in which the digest tells them. */
  gains: number[];
  /** Normalised discounted cumulative gain, 0 to 1 (Järvelin and Kekäläinen 2002, with 2^gain - 1). */
  ndcg: number;
  isLeadRight: boolean;
}

/** The order of each morning's digest beside the one that was written by hand. Each morning is a workspace of its own. */
export async function scoreMornings(store: MorningStore): Promise<ScoredMorning[]> {
  const scored: ScoredMorning[] = [];
  for (const morning of MORNINGS) scored.push(await scoreMorning(store, morning));
  return scored;
}

async function scoreMorning(store: MorningStore, morning: Morning): Promise<ScoredMorning> {
  const workspaceId = `morning:${morning.topic}`;
  const request = { workspaceId, topics: [morning.topic], period: null };
  const before = morning.stories.flatMap(({ earlier }, at) => (earlier === undefined ? [] : [articleOf(earlier, `${at}-0`, 9)]));
  await ingest(store.evidence, { workspaceId, articles: before });
  const { told } = await collectNews(store, { ...request, told: {} });
  const today = morning.stories.flatMap(({ reports }, at) =>
    reports.map((report, number) => articleOf(report, `${at}-${number + 1}`, 10)),
  );
  await ingest(store.evidence, { workspaceId, articles: today });
  const ranked = rankStories(await collectNews(store, { ...request, told }));
  const seen = new Set<string>();
  const gains = ranked.map(({ fresh }) => {
    const told = fresh.map(({ id }) => id.split("-")[0] ?? "").filter((id) => !seen.has(id));
    for (const id of told) seen.add(id);
    return Math.max(0, ...told.map((id) => morning.stories[Number(id)]?.gain ?? 0));
  });
  const best = morning.stories.map(({ gain }) => gain).sort((a, b) => b - a);
  return { topic: morning.topic, gains, ndcg: gained(gains) / gained(best), isLeadRight: gains[0] === best[0] };
}

function gained(gains: number[]): number {
  return gains.reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);
}

function articleOf([publisher, text]: [string, string], id: string, day: number): Article {
  const publishedAt = `2026-03-${String(day).padStart(2, "0")}T05:00:00.000Z`;
  return { id, url: null, title: null, publisher, author: null, publishedAt, language: "en", text };
}

async function ingest(
  store: EvidenceStore,
  { workspaceId, articles }: { workspaceId: string; articles: Article[] },
): Promise<void> {
  async function* read() {
    for (const article of articles) yield { kind: "article" as const, article };
  }
  const clock = { now: () => Date.parse("2026-03-10T06:00:00Z") };
  for await (const { status, reason } of ingestArticles({ store, extract, clock }, { workspaceId, articles: read() }))
    if (status === "failed") throw new Error(reason ?? "An article was not stored.");
}
