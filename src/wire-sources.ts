import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import { createSourceTeller } from "./adapters/chat/tell-of-source.ts";
import { type Polling, startPolling } from "./adapters/cron/start-polling.ts";
import { createReaders } from "./adapters/feeds/create-readers.ts";
import { readOpml, writeOpml } from "./adapters/feeds/opml.ts";
import type { Store } from "./adapters/prisma/open-store.ts";
import { createExtractPool } from "./adapters/threads/create-extract-pool.ts";
import { readAllowList } from "./adapters/web/address-rules.ts";
import { createFetcher, FETCH_LIMITS } from "./adapters/web/create-fetcher.ts";
import type { SourceWork } from "./commands/command-context.ts";
import type { Article } from "./domain/article.ts";
import type { Clock } from "./domain/clock.ts";
import type { DigestPoster } from "./domain/digest-poster.ts";
import { AppError } from "./domain/errors.ts";
import type { Extraction } from "./domain/extraction.ts";
import type { ReadArticle } from "./ingest/ingest-articles.ts";
import { createPoller, type Poller, type PollerDeps } from "./ingest/sources/create-poller.ts";
import { readAddressOnce } from "./ingest/sources/read-address.ts";
import { storeArticle } from "./ingest/store-article.ts";
import type { SourceSettings } from "./source-settings.ts";

/** Kept in the project beside `src` and `dist`. */
const STARTER = new URL("../starter/feeds.opml", import.meta.url);

export interface Sources {
  work: SourceWork;
  poller: Poller;
  /** The articles at an address, once. */
  read(url: string): AsyncIterable<ReadArticle>;
  close(): Promise<void>;
}

export interface SourcesDeps extends Pick<PollerDeps, "tell" | "onFailure"> {
  store: Store;
  clock: Clock;
  extract(article: Article): Promise<Extraction>;
  wake(): void;
}

/** The part of the wiring that reads the web: loaded where a command or the running bot needs it. */
export function createSources(settings: SourceSettings, deps: SourcesDeps): Sources {
  const { store, clock, extract, wake, tell, onFailure } = deps;
  const { list: allowed, mistakes } = readAllowList(settings.allowPrivate);
  if (mistakes.length > 0)
    throw new AppError(
      "config",
      `SOURCES_ALLOW_PRIVATE holds ${mistakes.join(", ")}: write host names, addresses or ranges such as 10.0.0.0/8.`,
    );
  const pace = settings.host;
  const fetcher = createFetcher({ userAgent: settings.userAgent, allowed, pace, limits: FETCH_LIMITS }, { clock });
  const reading = { fetcher, readers: createReaders(), clock };
  const polling = { ...reading, pace: settings.pace, polls: store.followed.polls };
  const work: SourceWork = {
    ...polling,
    sources: store.followed.sources,
    outlines: { read: readOpml, write: writeOpml },
    searchUrl: settings.searchUrl,
    starter: async () => readOpml(await readFile(STARTER, "utf8")) ?? [],
    ingest: async (workspaceId, article) => {
      const sighting = { article, extraction: await extract(article), seenAtMs: clock.now(), sourceKey: null };
      return storeArticle(store.evidence, workspaceId, sighting);
    },
    wake,
  };
  const poller = createPoller({ ...polling, items: store.followed.items, evidence: store.evidence, extract, tell, onFailure });
  return { work, poller, read: (url) => readAddressOnce(reading, url), close: () => fetcher.close() };
}

export interface RunningSources {
  work: SourceWork;
  /** Takes nothing new; what is cut off goes on at the next start. */
  stop(deadlineMs: number): Promise<void>;
}

/** Sources in the running bot: they are read from now on, on threads of their own, and whoever added one hears of its failures. */
export function startSources(
  settings: SourceSettings,
  parts: { store: Store; posters: DigestPoster[]; clock: Clock; logger: Logger },
): RunningSources {
  const { store, posters, clock, logger } = parts;
  const pool = createExtractPool();
  let polling: Polling | null = null;
  const sources = createSources(settings, {
    store,
    clock,
    extract: pool.extract,
    wake: () => polling?.wake(),
    tell: createSourceTeller(posters, logger),
    onFailure: (error, where) => logger.error({ err: error, ...where }, "A source or an entry of it could not be read"),
  });
  polling = startPolling(sources.poller, (error) => logger.error({ err: error }, "Sources could not be read"));
  const running = polling;
  return {
    work: sources.work,
    async stop(deadlineMs) {
      await running.stop(deadlineMs);
      await sources.close();
      await pool.close();
    },
  };
}
