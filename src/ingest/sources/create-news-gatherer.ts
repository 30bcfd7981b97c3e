import type { Source } from "../../domain/sources/source.ts";
import type { FinishedPoll, PollStore, SourceNews, SourceNewsQuery } from "../../domain/sources/source-store.ts";

/** After three consecutive failures, we tell people. */
const TELL_AFTER_FAILURES = 3;

export interface NewsGathererDeps {
  polls: Pick<PollStore, "takeNews" | "markTold">;
  /** Posts about these sources where they were added, all in one place. Returns those for which it could tell nobody. */
  tell(news: SourceNews): Promise<Source[]>;
  onFailure(error: unknown, where: { sourceId: number; workspaceId: string }): void;
  /** How long to gather news for a place before posting it. */
  gatherMs: number;
}

/** Reports on sources: news for one place at about the same time becomes one message. */
export interface NewsGatherer {
  /** Called after a poll is stored. */
  note(source: Source, finished: FinishedPoll): void;
  /** Posts everything gathered so far. Resolves when that, and anything already being posted, is done. */
  tellAll(): Promise<void>;
}

interface Noted {
  sourceId: number;
  query: SourceNewsQuery;
}

/**
 * Only the place is noted, in memory; what there is to tell is read from the rows, once it is told. So nothing is told of a source that
 * has come back or was removed meanwhile, the first of several processes tells for all, and one that is killed has marked nothing yet.
 */
export function createNewsGatherer(deps: NewsGathererDeps): NewsGatherer {
  const noted = new Map<string, Noted>();
  let timer: NodeJS.Timeout | null = null;
  const telling = new Set<Promise<void>>();
  const tellNoted = async () => {
    const due = [...noted.values()];
    noted.clear();
    for (const each of due) await tellOne(deps, each);
  };
  const tellAll = async () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const told = tellNoted();
    telling.add(told);
    void told.finally(() => telling.delete(told));
    // A stop also waits for what the timer started; a hanging post does not block later ones.
    await Promise.all(telling);
  };
  return {
    note(source, { failure }) {
      const isFailing = failure !== null && failure.count >= TELL_AFTER_FAILURES && !failure.isTold;
      const isWorking = failure === null && (source.owesEnd || source.failure?.isTold === true);
      if (!isFailing && !isWorking) return;
      const { workspaceId, addedIn } = source;
      const kind = isFailing ? "failing" : "working";
      const query: SourceNewsQuery = { workspaceId, addedIn, kind, afterFailures: TELL_AFTER_FAILURES };
      noted.set(JSON.stringify([workspaceId, addedIn?.platform, addedIn?.channelId, kind]), { sourceId: source.id, query });
      timer ??= setTimeout(() => void tellAll(), deps.gatherMs).unref();
    },
    tellAll,
  };
}

/** The mark is set first, so that of several processes one tells; it is taken back of what nobody heard, which the next look tells. */
async function tellOne({ polls, tell, onFailure }: NewsGathererDeps, { sourceId, query }: Noted): Promise<void> {
  try {
    const sources = await polls.takeNews(query);
    if (sources.length === 0) return;
    const unheard = await tell({ kind: query.kind, workspaceId: query.workspaceId, addedIn: query.addedIn, sources });
    for (const { id } of unheard) await polls.markTold(id, query.kind === "working");
  } catch (error) {
    onFailure(error, { sourceId, workspaceId: query.workspaceId });
  }
}
