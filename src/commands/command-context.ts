import type { Asker, Reply } from "../domain/chat/chat.ts";
import type { DisputeStore } from "../domain/chat/dispute.ts";
import { type Block, type Document, paragraph, text } from "../domain/chat/document.ts";
import type { PictureDrawer } from "../domain/chat/picture.ts";
import type { Clock, Stopwatch } from "../domain/clock.ts";
import type { CoverageReader, DigestStore } from "../domain/digests/digest-store.ts";
import type { HolidayCalendar } from "../domain/digests/holidays.ts";
import type { WatchStore } from "../domain/digests/watch-store.ts";
import type { Article, IngestStatus } from "../domain/evidence/article.ts";
import type { CorrectionReader } from "../domain/evidence/correction.ts";
import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import type { PersonRecord } from "../domain/evidence/records.ts";
import type { LastBriefingStore, SavedTopicStore } from "../domain/evidence/saved-topic.ts";
import type { JobLedger } from "../domain/job-queue.ts";
import type { ManagerStore, TroubleStore } from "../domain/model/model-trouble.ts";
import type { OutlineFormat, OutlineGroup } from "../domain/sources/outline.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import type { HeaderStore, HeaderVault } from "../domain/sources/source-header.ts";
import type { SourceStore } from "../domain/sources/source-store.ts";
import type { AccessStore } from "../domain/workspace/access.ts";
import type { ForgetStore } from "../domain/workspace/forgetting.ts";
import type { SettingsStore } from "../domain/workspace/workspace-settings.ts";
import { findTopic } from "../evidence/find-topic.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import type { PollDeps } from "../ingest/sources/poll-source.ts";
import type { ModelWriter } from "../model/create-model-writer.ts";

/** The side of the store that commands work with. */
export interface CommandStore extends StoreReaders {
  evidence: EvidenceStore;
  corrections: CorrectionReader;
  disputes: DisputeStore;
  savedTopics: SavedTopicStore;
  lastBriefings: LastBriefingStore;
  settings: SettingsStore;
  forgetting: ForgetStore;
  access: AccessStore;
  digests: DigestStore;
  watches: WatchStore;
  coverage: CoverageReader;
  troubles: TroubleStore;
  managers: ManagerStore;
}

/** What the commands on sources work with besides the store. */
export interface SourceWork extends PollDeps {
  sources: SourceStore;
  headers: HeaderStore;
  vault: HeaderVault;
  outlines: OutlineFormat;
  /** The feed address of a news search, with {query} in it; null if not set. */
  searchUrl: string | null;
  /** The project's list of feeds, by region and theme. */
  starter(): Promise<OutlineGroup[]>;
  /** Stores an article that belongs to no source. */
  ingest(workspaceId: string, article: Article): Promise<IngestStatus>;
  /** Has new sources read now. */
  wake(): void;
}

/** "Adding: 300 of 1000 sources". */
export interface WorkProgress {
  what: "sources";
  done: number;
  total: number;
}

/** What every command works with. */
export interface CommandContext {
  store: CommandStore;
  clock: Clock;
  stopwatch: Stopwatch;
  workspaceId: string;
  asker: Asker;
  /** Null if no language model is configured: then the local engine writes everything. */
  writer: ModelWriter | null;
  /** Null if another process works on the jobs. */
  jobs: JobLedger | null;
  /** Writes to a manager of the workspace; false where there is none to reach. */
  tellManagers(sentence: string): Promise<boolean>;
  /** Looks for due digests now instead of at the next minute. */
  wakeDigests(): void;
  /** The address under which feeds are served, without a slash at its end; null where none are. */
  webUrl: string | null;
  /** Says how far long work is, to whoever waits for it. */
  onProgress(progress: WorkProgress): void;
  /** How many words of one article copied prose quotes at most. */
  verbatimWords: number;
  /** Loaded on first use; null in a program that fetches nothing. */
  sourceWork: (() => Promise<SourceWork>) | null;
  /** Null in a program that draws nothing. */
  pictures: PictureDrawer | null;
  holidays: HolidayCalendar;
}

/** What looking something up needs of it. */
export type InStore = Pick<CommandContext, "store" | "workspaceId">;

/** Lists are shown page by page. */
export const PAGE_SIZE = 10;

export function reply(document: Document, data: Reply["data"], topic: string | null = null): Reply {
  return { document, data, files: [], topic };
}

/** Each of many rows as its JSON, when it is asked for. */
export async function* inJson<T>(rows: AsyncIterable<T>, json: (row: T) => object): AsyncGenerator<object> {
  for await (const row of rows) yield json(row);
}

/** The best match for a typed name, or null. */
export async function findPerson({ store, workspaceId }: InStore, name: string): Promise<PersonRecord | null> {
  const [person] = await store.people.byName(workspaceId, name, 1);
  return person ?? null;
}

/** What a typed topic means here; null if empty. */
export function topicOf({ store, workspaceId }: InStore, typed: string): Promise<Topic | null> {
  return findTopic(store, workspaceId, typed);
}

/** The rows of a page, and whether there are more; the query asks for one row more than a page holds. */
export function cutPage<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, PAGE_SIZE), more: rows.length > PAGE_SIZE };
}

/** The text of an empty page: there is nothing, or the list is shorter. */
export function emptyPage(page: number | undefined, nothing: string): Block[] {
  const isBehindEnd = page !== undefined && page > 1;
  return [paragraph(text(isBehindEnd ? `There is no page ${page}: the list is shorter.` : nothing))];
}

export function pageOf(page: number | undefined): { limit: number; offset: number } {
  return { limit: PAGE_SIZE + 1, offset: Math.max(0, (page ?? 1) - 1) * PAGE_SIZE };
}
