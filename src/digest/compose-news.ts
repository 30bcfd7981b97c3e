import type { Clock } from "../domain/clock.ts";
import type { Subscription, Told } from "../domain/digests/digest.ts";
import type { SubscriptionStore } from "../domain/digests/digest-store.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { collectNews, type NewsRequest } from "./collect-news.ts";
import { composeDigest, type Digest } from "./compose-digest.ts";
import { lastToldAt, newsPeriod } from "./news-period.ts";

/** Of a subscription, the newest: the last that was told is among them, as one that fails again and again is paused. */
const SLOTS_LOOKED_AT = 20;

interface ComposedNews {
  digest: Digest;
  told: Told;
}

export type ComposeNews = (asked: NewsRequest) => Promise<ComposedNews>;

/** Composes digests out of the store. Subscriptions that ask for the same share one reading, as long as this function lives: a tick. */
export function createNewsComposer(store: StoreReaders, clock: Clock): ComposeNews {
  const shared = new Map<string, Promise<ComposedNews>>();
  return (asked) => {
    const key = JSON.stringify([asked.workspaceId, asked.topics, asked.period, asked.told]);
    const known = shared.get(key) ?? compose(store, clock, asked);
    shared.set(key, known);
    return known;
  };
}

async function compose(store: StoreReaders, clock: Clock, asked: NewsRequest): Promise<ComposedNews> {
  const news = await collectNews(store, asked);
  return { digest: composeDigest(news, clock.now()), told: news.told };
}

/** What a subscription asks for at an instant. */
export async function newsFor(
  slots: Pick<SubscriptionStore, "slots">,
  subscription: Subscription,
  { told, nowMs }: { told: Told; nowMs: number },
): Promise<NewsRequest> {
  const { id, workspaceId, topics, createdAtMs } = subscription;
  const toldAtMs = lastToldAt(await slots.slots(id, SLOTS_LOOKED_AT));
  return { workspaceId, topics, period: newsPeriod(createdAtMs, toldAtMs, nowMs), told };
}
