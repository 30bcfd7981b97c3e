import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { createSourceTeller } from "../adapters/chat/tell-of-source.ts";
import { startSourcePolls } from "../adapters/cron/start-source-polls.ts";
import type { Readers } from "../adapters/feeds/create-readers.ts";
import { readOpml, writeOpml } from "../adapters/feeds/opml.ts";
import { openTracer } from "../adapters/operations/open-tracer.ts";
import { createWorkSpans } from "../adapters/operations/span-work.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { Jobs } from "../adapters/queue/open-jobs.ts";
import { startSourceWork } from "../adapters/queue/start-source-work.ts";
import { createExtractPool } from "../adapters/threads/create-extract-pool.ts";
import { createReadPool } from "../adapters/threads/create-read-pool.ts";
import { createHeaderVault } from "../adapters/tokens/header-vault.ts";
import { createTokenBox } from "../adapters/tokens/token-box.ts";
import { createFetcher, FETCH_LIMITS } from "../adapters/web/create-fetcher.ts";
import type { SourceWork } from "../commands/command-context.ts";
import { projectFolder } from "../config/project-folder.ts";
import type { Role } from "../config/role.ts";
import type { SourceSettings } from "../config/source-settings.ts";
import type { Clock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { Extracting, Extraction } from "../domain/evidence/extraction.ts";
import { readAllowList } from "../domain/sources/address-rules.ts";
import type { HeaderVault } from "../domain/sources/source-header.ts";
import type { ReadArticle } from "../ingest/ingest-articles.ts";
import { createNewsGatherer, type NewsGathererDeps } from "../ingest/sources/create-news-gatherer.ts";
import { createPoller, type Poller } from "../ingest/sources/create-poller.ts";
import { createSourceJobs, type SourceJobs, type SourceJobsDeps } from "../ingest/sources/create-source-jobs.ts";
import { readAddressOnce } from "../ingest/sources/read-address.ts";
import { sightArticle, storeArticle } from "../ingest/store-article.ts";
import { createExtractor, type Reader } from "../model/readings/create-extractor.ts";

export interface Sources {
  work: SourceWork;
  poller: Poller;
  jobsOn(jobs: Jobs, told: Pick<SourceJobsDeps, "onPolled" | "onRead">): SourceJobs;
  /** The articles at an address, once. */
  read(url: string): AsyncIterable<ReadArticle>;
  /** Tells people what was gathered for them. */
  tell(): Promise<void>;
  /** Tells the rest as well. */
  close(): Promise<void>;
}

/** Notices for one channel within this time become one message. A source that failed three times in a row can wait a minute. */
const GATHER_MS = 10 * 60_000;

export interface SourcesDeps extends Pick<NewsGathererDeps, "tell" | "onFailure"> {
  store: Store;
  clock: Clock;
  /** On threads, like extraction, because the input is untrusted. */
  readers: Readers;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  wake(): void;
}

/** The wiring that reads the web; commands and the bot load it when they need it. */
export function createSources(settings: SourceSettings, deps: SourcesDeps): Sources {
  const { store, clock, readers, wake, tell, onFailure } = deps;
  const spans = createWorkSpans(openTracer());
  const [extract, evidence] = [spans.extract(deps.extract), spans.evidence(store.evidence)];
  const vault = headerVault(settings.headerKeys);
  const { list: allowed } = readAllowList(settings.allowPrivate);
  const pace = settings.host;
  const fetcher = spans.fetcher(
    createFetcher(
      { userAgent: settings.userAgent, allowed, pace, limits: FETCH_LIMITS },
      { clock, takeTurn: store.takeTurn, readRobots: readers.robots, openHeader: vault.open },
    ),
  );
  const reading = { fetcher, readers: readers.web, clock };
  const polling = { ...reading, pace: settings.pace, polls: store.followed.polls };
  const work: SourceWork = {
    ...polling,
    sources: store.followed.sources,
    headers: store.followed.headers,
    vault,
    outlines: { read: readers.outlines, write: writeOpml },
    searchUrl: settings.searchUrl,
    starter: async () => readOpml(await readFile(join(projectFolder(), "starter", "feeds.opml"), "utf8")) ?? [],
    ingest: async (workspaceId, article) =>
      storeArticle(evidence, workspaceId, await sightArticle({ extract, clock }, article, { workspaceId, sourceKey: null })),
    wake,
  };
  const news = createNewsGatherer({ polls: store.followed.polls, tell, onFailure, gatherMs: GATHER_MS });
  const { items, claims } = store.followed;
  const reads = { ...polling, items, claims, evidence, extract, news };
  return {
    work,
    poller: createPoller({ ...reads, onFailure }),
    jobsOn: (jobs, told) => createSourceJobs({ ...reads, ...jobs, ...told }),
    read: (url) => readAddressOnce(reading, url),
    tell: () => news.tellAll(),
    async close() {
      await news.tellAll();
      await fetcher.close();
    },
  };
}

/** Of what publishers ask for in headers. */
export function headerVault(keys: SourceSettings["headerKeys"]): HeaderVault {
  return createHeaderVault(keys === null ? null : createTokenBox(keys));
}

export interface ThreadedSources {
  sources: Sources;
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  /** Of the sources, and then of the threads. */
  close(): Promise<void>;
}

interface ThreadedDeps extends Omit<SourcesDeps, "readers" | "extract"> {
  reader: Reader;
}

/** Sources that parse and extract on their own threads, which start with the first job. */
export function createThreadedSources(settings: SourceSettings, deps: ThreadedDeps): ThreadedSources {
  const [pool, readers] = [createExtractPool(), createReadPool()];
  const extract = createExtractor({ hold: pool.hold, ...deps.reader });
  const sources = createSources(settings, { ...deps, readers, extract });
  return {
    sources,
    extract,
    async close() {
      await sources.close();
      await Promise.all([pool.close(), readers.close()]);
    },
  };
}

export interface RunningSources {
  work: SourceWork;
  /** On a thread. */
  extract(article: Article, extracting: Extracting): Promise<Extraction>;
  stopLooking(deadlineMs: number): Promise<void>;
  /** Tells people what was gathered for them. */
  tell(): Promise<void>;
  /** Once no job is under way any more. */
  close(): Promise<void>;
}

export interface RunningParts {
  store: Store;
  posters: DigestPoster[];
  jobs: Jobs;
  roles: ReadonlySet<Role>;
  reader: Reader;
  clock: Clock;
  logger: Logger;
  told: Pick<SourceJobsDeps, "onPolled" | "onRead">;
}

/** Sources in the running bot: the process finds due ones and works on them according to its roles, on its own threads, and reports failures to the person who added the source. */
export function startSources(settings: SourceSettings, parts: RunningParts): RunningSources {
  const { store, posters, jobs, roles, reader, clock, logger, told } = parts;
  let wake: () => void = () => undefined;
  let queueEntries: () => void = () => undefined;
  const { sources, extract, close } = createThreadedSources(settings, {
    store,
    reader,
    clock,
    wake: () => wake(),
    tell: createSourceTeller(posters, clock, logger),
    onFailure: (error, where) => logger.error({ err: error, ...where }, "A source or an entry of it could not be read"),
  });
  const work = sources.jobsOn(jobs, {
    ...told,
    onPolled(source, finished) {
      told.onPolled(source, finished);
      if (finished.items.length > 0) queueEntries();
    },
  });
  const { sources: ofSources, entries } = startSourcePolls(work, roles.has("schedule"), logger);
  wake = ofSources.wake;
  queueEntries = entries.wake;
  if (roles.has("work")) startSourceWork(jobs.queue, work, entries.wake);
  return {
    work: sources.work,
    extract,
    stopLooking: async (deadlineMs) => {
      await Promise.all([ofSources.stop(deadlineMs), entries.stop(deadlineMs)]);
    },
    tell: () => sources.tell(),
    close,
  };
}
