import type { Clock } from "../../domain/clock.ts";
import type { NewHit, PlacedHit, WatchHit } from "../../domain/digests/watch.ts";
import type { UnmatchedArticle, WatchStore } from "../../domain/digests/watch-store.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ArticleBody, PersonRecord } from "../../domain/evidence/records.ts";
import type { StoreReaders } from "../../domain/sources/readers.ts";
import { indexWatches, type WatchIndex } from "../../evidence/watches/index-watches.ts";
import { isNewsSince } from "../../evidence/watches/is-news.ts";
import { type ArticleEvidence, matchArticle, type ReadyWatch } from "../../evidence/watches/match-article.ts";
import { readCondition } from "../../evidence/watches/read-condition.ts";
import type { WatchSide } from "../../evidence/watches/watch-condition.ts";
import { PAST_MS, placeHits } from "./place-hits.ts";

export type WatchReaders = Pick<StoreReaders, "articles" | "meetings" | "quotes" | "people"> & { watches: WatchStore };

export interface WatchMatcher {
  /** Looks at the articles that came since it last did. How many hits there are to tell; several processes may look at once. */
  match(): Promise<number>;
}

/** Articles that are listed at a time. */
const BATCH = 100;
const MAX_MEETINGS = 100;
const MAX_QUOTES = 300;
const MAX_PEOPLE = 300;
const MAX_NAMESAKES = 5;

/** Matches what is stored of new articles against watches, and writes down what is to be told and when. `onHits` hears of each article's. */
export function createWatchMatcher(
  store: WatchReaders,
  clock: Clock,
  onHits: (hits: WatchHit[]) => void = () => undefined,
): WatchMatcher {
  return {
    async match() {
      const indexes = new Map<string, Promise<WatchIndex>>();
      const bearers: Matching["bearers"] = new Map();
      let sum = 0;
      for (;;) {
        const articles = await store.watches.unmatched(BATCH);
        for (const article of articles) {
          const { workspaceId } = article;
          const index = indexes.get(workspaceId) ?? indexOf(store, workspaceId);
          indexes.set(workspaceId, index);
          const hits = await matchOne({ store, clock, bearers }, article, await index);
          sum += hits.length;
          onHits(hits);
        }
        if (articles.length < BATCH) return sum;
      }
    },
  };
}

async function indexOf({ watches }: WatchReaders, workspaceId: string): Promise<WatchIndex> {
  const active = (await watches.list(workspaceId)).filter(({ paused }) => paused === null);
  return indexWatches(
    active.flatMap((watch): ReadyWatch[] => {
      const condition = readCondition(watch.words);
      return condition === null ? [] : [{ watch, condition }];
    }),
  );
}

interface Matching {
  store: WatchReaders;
  clock: Clock;
  /** Whom the store takes names for, by workspace and name. */
  bearers: Map<string, Promise<PersonRecord[]>>;
}

async function matchOne(matching: Matching, unmatched: UnmatchedArticle, index: WatchIndex): Promise<WatchHit[]> {
  const { store, clock } = matching;
  const found = await hitsIn(matching, unmatched, index);
  const nowMs = clock.now();
  const given = { watchIds: found.map(({ ready }) => ready.watch.id), sinceMs: nowMs - PAST_MS, atMs: nowMs };
  let placed: PlacedHit[] = [];
  const settled = await store.watches.settle(unmatched, given, (past) => {
    placed = found.flatMap(({ ready, hits }) => {
      const known = past.get(ready.watch.id);
      const at = { nowMs, articleId: unmatched.articleId };
      return known === undefined ? [] : placeHits(ready.watch, hits, { past: known, at });
    });
    return placed;
  });
  const { articleId } = unmatched;
  return settled === null ? [] : placed.map(({ slot: _slot, ...hit }) => ({ ...hit, articleId, atMs: nowMs }));
}

interface Found {
  ready: ReadyWatch;
  hits: NewHit[];
}

async function hitsIn(matching: Matching, unmatched: UnmatchedArticle, index: WatchIndex): Promise<Found[]> {
  const { store } = matching;
  const { workspaceId, articleId, seenAtMs } = unmatched;
  const [article] = await store.articles.load(workspaceId, [articleId]);
  if (article === undefined || article.withdrawnAt != null) return [];
  const articleIds = [articleId];
  const [meetings, quotes, people, publishedAt] = await Promise.all([
    store.meetings.find(workspaceId, { articleIds, limit: MAX_MEETINGS, offset: 0 }),
    store.quotes.find(workspaceId, { articleIds, limit: MAX_QUOTES, offset: 0 }),
    store.people.inArticles(workspaceId, articleIds, MAX_PEOPLE),
    firstPublishedAt(store, workspaceId, article),
  ]);
  const seen = { article, meetings, quotes, people };
  const candidates = index
    .candidates(seen)
    .filter(({ watch }) => isNewsSince(publishedAt, { createdAtMs: watch.createdAtMs, seenAtMs }));
  const evidence: ArticleEvidence = { ...seen, ...(await bearersOf(matching, workspaceId, candidates)) };
  return candidates.map((ready) => ({ ready, hits: matchArticle(ready, evidence) })).filter(({ hits }) => hits.length > 0);
}

/** Some feeds move the date of an article that they change. */
async function firstPublishedAt(store: WatchReaders, workspaceId: string, article: ArticleBody): Promise<string | null> {
  if (article.revision === 1) return article.publishedAt;
  const revisions = await store.articles.revisions(workspaceId, article.id);
  const first = revisions.find(({ revision }) => revision === 1);
  return first === undefined ? article.publishedAt : first.publishedAt;
}

async function bearersOf(
  { store, bearers }: Matching,
  workspaceId: string,
  candidates: ReadyWatch[],
): Promise<Pick<ArticleEvidence, "bearerOf" | "namesakesOf">> {
  const found = new Map<string, PersonRecord[]>();
  for (const { condition } of candidates) {
    for (const name of namesIn(condition.kind === "said" ? [condition.who] : condition.sides)) {
      const key = `${workspaceId} ${name}`;
      const known = bearers.get(key) ?? store.people.byName(workspaceId, name, MAX_NAMESAKES);
      bearers.set(key, known);
      found.set(name, await known);
    }
  }
  return {
    bearerOf: (words) => found.get(words.join(" "))?.[0]?.id ?? null,
    namesakesOf: (surname) =>
      (found.get(surname) ?? [])
        .filter(({ name }) => nameKey(name).endsWith(` ${surname}`))
        .sort((a, b) => b.articles - a.articles),
  };
}

/** All words of a side, and the last: those before it may be an office. */
function namesIn(sides: WatchSide[]): string[] {
  return sides.flatMap((side) => (side.kind === "person" ? [side.words.join(" "), side.words.at(-1) ?? ""] : []));
}
