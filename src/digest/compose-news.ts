import type { Clock } from "../domain/clock.ts";
import type { Subscription, Told } from "../domain/digests/digest.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { collectNews } from "./collect-news.ts";
import { composeDigest, type Digest } from "./compose-digest.ts";

const DAY_MS = 86_400_000;
/** A new subscription begins with the day before it, not with the whole store. */
const BACKLOG_MS = DAY_MS;
/** What was first seen longer ago is no news, even where nobody was told. */
const NEWS_KEPT_MS = 30 * DAY_MS;

export interface NewsAsked {
  workspaceId: string;
  topics: string[];
  seenSince: string | null;
  told: Told;
}

interface ComposedNews {
  digest: Digest;
  told: Told;
}

export type ComposeNews = (asked: NewsAsked) => Promise<ComposedNews>;

/** Composes digests out of the store. Subscriptions that ask for the same share one reading, as long as this function lives: a tick. */
export function createNewsComposer(store: StoreReaders, clock: Clock): ComposeNews {
  const shared = new Map<string, Promise<ComposedNews>>();
  return (asked) => {
    const key = JSON.stringify([asked.workspaceId, asked.topics, asked.seenSince, asked.told]);
    const known = shared.get(key) ?? compose(store, clock, asked);
    shared.set(key, known);
    return known;
  };
}

async function compose(store: StoreReaders, clock: Clock, asked: NewsAsked): Promise<ComposedNews> {
  const news = await collectNews(store, asked);
  return { digest: composeDigest(news, clock.now()), told: news.told };
}

/** What a subscription asks for at an instant. Whole days, so that subscriptions of one day ask for the same. */
export function newsFor(subscription: Subscription, told: Told, nowMs: number): NewsAsked {
  const { workspaceId, topics, createdAtMs } = subscription;
  const since = Math.max(createdAtMs - BACKLOG_MS, nowMs - NEWS_KEPT_MS);
  const day = Math.floor(since / DAY_MS) * DAY_MS;
  return { workspaceId, topics, seenSince: new Date(day).toISOString(), told };
}
