import type { Store } from "../adapters/prisma/open-store.ts";
import type { Config } from "../config/config.ts";
import { systemClock } from "../domain/clock.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { Extracting } from "../domain/evidence/extraction.ts";
import type { PollRun } from "../ingest/sources/create-poller.ts";
import type { Reader } from "../model/readings/create-extractor.ts";
import type { ThreadedSources } from "./wire-sources.ts";

/** The code that reads the web loads slowly, and most commands do not need it. */
export function lazySources(config: () => Config, store: Store, reader: Reader) {
  const faults: string[] = [];
  const told: string[] = [];
  let loaded: Promise<ThreadedSources> | null = null;
  const load = async () =>
    (await import("./wire-sources.ts")).createThreadedSources(config().sources, {
      store,
      reader,
      clock: systemClock,
      wake: () => undefined,
      onFailure: (error) => void faults.push(String(error)),
      // A poll at the terminal reports there, about the terminal's own sources.
      tell: async (news) => {
        if (news.addedIn !== null && news.addedIn.platform !== "terminal") return news.sources;
        const { sayNews } = await import("../ingest/sources/say-news.ts");
        told.push(sayNews(news));
        return [];
      },
    });
  const sources = () => {
    loaded ??= load().catch((error: unknown) => {
      // Nothing was opened, so there is nothing to close; the next caller tries again.
      loaded = null;
      throw error;
    });
    return loaded;
  };
  return {
    sources: async () => (await sources()).sources,
    /** Fetched articles are extracted on threads; the operator's own files need none, and start at once. */
    extract: async (article: Article, extracting: Extracting) =>
      loaded === null ? (await extractHere(reader))(article, extracting) : (await loaded).extract(article, extracting),
    async poll(run: PollRun) {
      const { poller } = (await sources()).sources;
      // The entries of a fast host are not kept waiting for the sources of a slow one.
      let isPolling = true;
      const polling = poller.poll(run).finally(() => {
        isPolling = false;
      });
      const reading = poller.read({ ...run, isMoreComing: () => isPolling });
      const [polled, read] = await bothOf(polling, reading);
      return { polled, read, told: told.splice(0), faults: faults.splice(0) };
    },
    closeSources: async () => (await loaded)?.close(),
  };
}

/** Both, once both are over: whoever closes the store afterwards closes it to nobody. */
async function bothOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

async function extractHere(reader: Reader) {
  const [{ createExtractor }, { holdReading }] = await Promise.all([
    import("../model/readings/create-extractor.ts"),
    import("../model/readings/hold-reading.ts"),
  ]);
  return createExtractor({ hold: async (article, reading) => holdReading(article, reading), ...reader });
}
