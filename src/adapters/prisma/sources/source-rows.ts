import { z } from "zod";
import {
  DROP_REASONS,
  type FeedItem,
  ITEM_OUTCOMES,
  type ItemRecord,
  POLL_OUTCOMES,
  type PollRecord,
  SOURCE_KINDS,
  type Source,
  type SourcePlace,
} from "../../../domain/sources/source.ts";
import type { WaitingItem } from "../../../domain/sources/source-store.ts";
import type { Poll as PollRow, Prisma, Source as SourceRow } from "../generated/client.ts";
import { readHeader } from "./header-store.ts";

/** Rows of sources, read back: the file can be edited, so that what is not a row of ours is an error and no guess. */
const sourceKind = z.enum(SOURCE_KINDS);
const pollOutcome = z.enum(POLL_OUTCOMES);
const itemOutcome = z.enum(ITEM_OUTCOMES);
const place = z.object({ platform: z.enum(["slack", "discord", "terminal"]), channelId: z.string() });
const dropped = z.partialRecord(z.enum(DROP_REASONS), z.number());
const text = z.string().nullable();
const feedItem = z.object({
  guid: text,
  url: text,
  title: text,
  html: text,
  publishedAt: text,
  author: text,
  publisher: text,
  language: text,
  feedTitle: text.optional(),
});

export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    url: row.url,
    kind: sourceKind.parse(row.kind),
    title: row.title,
    publisher: row.publisher,
    addedBy: row.addedBy,
    addedIn: readPlace(row.addedIn),
    createdAtMs: row.createdAt.getTime(),
    nextPollAtMs: row.nextPollAt.getTime(),
    intervalMs: row.pollEveryMs,
    etag: row.etag,
    lastModified: row.lastModified,
    bodyHash: row.bodyHash,
    entries: row.entries,
    failure:
      row.failingSince === null
        ? null
        : {
            count: row.failures,
            sinceMs: row.failingSince.getTime(),
            reason: row.failureReason ?? "",
            isTold: row.failureTold,
          },
    bar:
      row.barredSince === null
        ? null
        : { entries: row.barredEntries, sinceMs: row.barredSince.getTime(), reason: row.barredReason ?? "" },
    header: readHeader(row),
    owesEnd: row.failingSince === null && row.failureTold,
  };
}

/** As it is written, so that it can be looked for: its parts always in one order. */
export function placeColumn(given: SourcePlace | null): string | null {
  return given === null ? null : JSON.stringify({ platform: given.platform, channelId: given.channelId });
}

function readPlace(json: string | null): SourcePlace | null {
  return json === null ? null : place.parse(JSON.parse(json));
}

export function toPoll(row: PollRow): PollRecord {
  return {
    atMs: row.at.getTime(),
    outcome: pollOutcome.parse(row.outcome),
    reason: row.reason,
    seen: row.seen,
    kept: row.kept,
    updated: row.updated,
    dropped: dropped.parse(row.dropped),
  };
}

/** What is shown of an entry: not what it brought, which may be a megabyte. */
export const SHOWN_OF_ITEM = {
  id: true,
  url: true,
  title: true,
  outcome: true,
  reason: true,
  seenAt: true,
} satisfies Prisma.SourceItemSelect;

export function toItem(row: Prisma.SourceItemGetPayload<{ select: typeof SHOWN_OF_ITEM }>): ItemRecord {
  return {
    title: row.title,
    url: row.url,
    outcome: itemOutcome.parse(row.outcome),
    reason: row.reason,
    seenAtMs: row.seenAt.getTime(),
  };
}

/** What an entry that waits needs of its source. */
export const WITH_SOURCE = {
  source: {
    select: {
      workspaceId: true,
      title: true,
      publisher: true,
      url: true,
      kind: true,
      headerName: true,
      headerKeyId: true,
      headerSealed: true,
    },
  },
} satisfies Prisma.SourceItemInclude;

export function toWaitingItem(row: Prisma.SourceItemGetPayload<{ include: typeof WITH_SOURCE }>): WaitingItem {
  return {
    id: row.id,
    sourceId: row.sourceId,
    workspaceId: row.source.workspaceId,
    sourceTitle: row.source.title,
    sourcePublisher: row.source.publisher,
    sourceUrl: row.source.url,
    sourceKind: row.source.kind === "page" ? "page" : "feed",
    sourceHeader: readHeader(row.source),
    key: row.key,
    fingerprint: row.fingerprint,
    url: row.url,
    item: readFeedItem(row.payload ?? "null"),
    tries: row.tries,
    again: row.outcome === "kept" ? { seenAtMs: row.seenAt.getTime(), missing: row.missing } : null,
  };
}

function readFeedItem(json: string): FeedItem {
  return feedItem.parse(JSON.parse(json));
}
