import { createBatcher } from "../../../domain/create-batcher.ts";
import type { Source } from "../../../domain/sources/source.ts";
import type { FinishedPoll, KnownItem, PollStore, SourceNewsQuery } from "../../../domain/sources/source-store.ts";
import { cleanText } from "../clean-parameters.ts";
import type { Clients } from "../clients.ts";
import { numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { finishPolls } from "./finish-polls.ts";
import { placeColumn, toSource } from "./source-rows.ts";

/** Polls that share a transaction, at most. */
const POLLS_AT_ONCE = 100;
/**
 * The web answers in hundreds of milliseconds: a poll can wait so long for others, and a transaction of several costs hardly more than one. Where
 * most answer that nothing has changed, there are enough at once.
 */
export const GATHERING = { ms: 15, enough: 8 };

export function createPollStore(clients: Clients): PollStore {
  const lookUp = createBatcher((asked: Asked[]) => known(clients, asked), POLLS_AT_ONCE, GATHERING);
  const finish = createBatcher((polls: FinishedPoll[]) => finishAll(clients, polls), POLLS_AT_ONCE, GATHERING);
  return {
    known: (sourceId, keys) => lookUp({ sourceId, keys }),
    finish,
    takeNews: (query) => takeNews(clients, query),
    markTold: (id, isTold) =>
      clients.single(async (client) => {
        const where = { id, failureTold: !isTold };
        return (await client.source.updateMany({ where, data: { failureTold: isTold } })).count === 1;
      }),
  };
}

async function finishAll(clients: Clients, polls: FinishedPoll[]): Promise<undefined[]> {
  await finishPolls(clients, polls);
  return polls.map(() => undefined);
}

/** One statement with its condition in it: of two that come at once, the second finds the rows marked. */
async function takeNews(clients: Clients, { workspaceId, addedIn, kind, afterFailures }: SourceNewsQuery): Promise<Source[]> {
  const isFailing = kind === "failing";
  const state = isFailing ? { failingSince: { not: null }, failures: { gte: afterFailures } } : { failingSince: null };
  const where = { workspaceId, addedIn: placeColumn(addedIn), failureTold: !isFailing, ...state };
  const data = { failureTold: isFailing };
  const rows = await clients.single((client) => client.source.updateManyAndReturn({ where, data }));
  return rows.map(toSource).sort((a, b) => a.id - b.id);
}

interface Asked {
  sourceId: number;
  keys: string[];
}

interface KnownRow {
  sourceId: number | bigint;
  key: string;
  fingerprint: string;
  url: string | null;
}

/** For each of those who ask, what is known of the keys that they ask for. */
async function known(clients: Clients, asked: Asked[]): Promise<Map<string, KnownItem>[]> {
  const json = toJsonRows(asked.flatMap(({ sourceId, keys }) => keys.map((key) => ({ sourceId, key }))));
  const rows = await clients.reads.$queryRaw<KnownRow[]>`
    SELECT i."sourceId", i."key", i."fingerprint", i."url" FROM ${clients.rows.table(json)} AS "given" CROSS JOIN "SourceItem" AS i
    WHERE i."sourceId" = ${numberIn("sourceId")} AND i."key" = ${textIn("key")}`;
  const found = new Map(rows.map(({ sourceId, key, fingerprint, url }) => [`${sourceId} ${key}`, { fingerprint, url }]));
  return asked.map(({ sourceId, keys }) => {
    const own = new Map<string, KnownItem>();
    for (const key of keys) {
      const item = found.get(`${sourceId} ${cleanText(key)}`);
      if (item !== undefined) own.set(key, item);
    }
    return own;
  });
}
