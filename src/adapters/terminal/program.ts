import type { WorkProgress } from "../../commands/command-context.ts";
import type { Commands } from "../../commands/create-commands.ts";
import type { DigestOutlet } from "../../commands/digests/deliver-digests.ts";
import type { Moment } from "../../commands/typed/bounds.ts";
import type { Role } from "../../config/role.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { ExportedKind, Intent } from "../../domain/chat/intent.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { RereadCounts } from "../../domain/evidence/reread-store.ts";
import type { Finding } from "../../domain/finding.ts";
import type { JobLedger } from "../../domain/job-queue.ts";
import type { Refusal } from "../../domain/model/model-reading.ts";
import type { IngestResult, ReadArticle } from "../../ingest/ingest-articles.ts";
import type { PollReport, PollRun, ReadReport } from "../../ingest/sources/create-poller.ts";

/** Extracts by the local engine; with a model's reading, by what of it the text bears out as well, and then says what was refused. */
export type Extract = (article: Article, draft?: unknown) => { extraction: Extraction; refused: Refusal[] | null };

export interface SessionOptions {
  url?: string;
  workspaceId?: string;
  say?: (sentence: string) => void;
  /** How far a command is that takes long. */
  onProgress?: (progress: WorkProgress) => void;
}

/** What the command line works with. Everything comes when it is asked for, so that a command loads only what it needs. */
export interface Program {
  extract(): Promise<Extract>;
  /** Opens the store that is configured, or the one at `url`, as a workspace sees it; `say` is told once what an operator must mend. */
  openSession(options?: SessionOptions): Promise<Session>;
  /** Runs the bot until the signal, or the part of it that the roles name; `say` is told in plain words what is on, off and missing. */
  serve(roles: readonly Role[], signal: AbortSignal, say: (sentence: string) => void): Promise<void>;
  /** Answers programs by MCP, on standard input and output or over HTTP, until the signal or the end of the input. */
  mcp(command: McpCommand): Promise<void>;
  /** Opens the jobs of the store that is configured; in a file's store, where they are not shared, only the dead ones are seen from outside. */
  withJobs<T>(work: (ledger: JobLedger, isShared: boolean) => Promise<T>): Promise<T>;
  /** Looks at each part of the program. Throws an AppError ("config") where the settings cannot be read. */
  examine(): AsyncIterable<Finding>;
  /** Extracts the articles of the whole store again that an older engine read, or only counts them. */
  reread(command: RereadCommand): Promise<RereadCounts>;
  /** A stored article as it is read, and what of a model's answer was refused (null where none was asked); null for no such article. */
  why(named: string, workspaceId?: string): Promise<WhyRead | null>;
  /** Copies a whole store to another database and compares the two; calls `say` for each table. */
  copyStore(request: {
    from: string;
    to: string;
    say(sentence: string): void;
    onProgress(progress: { doing: string; done: number; total: number }): void;
  }): Promise<TableCopy[]>;
  /** Writes a checked copy of a store in a file, which may be in use, to a file that is not there yet. Throws an AppError ("usage") elsewhere, with the way. */
  backUp(file: string): Promise<{ path: string; bytes: number; articles: number; workspaces: number }>;
  /** Re-encrypts the stored tokens with the newest key. Keeps those that it cannot decrypt, and says so in a sentence. */
  rotateTokens(): Promise<{ rotated: number; current: number; faults: string[] }>;
  /** The manifest with which a Slack app is made: for Socket Mode, or for HTTP at an address; for one workspace, or for those that install it. */
  slackManifest(url: string | null, installUrl: string | null): Promise<object>;
  /** The address at which the bot is added to a Discord server. */
  discordInvite(): Promise<string>;
  /** Registers the commands with Discord, for one server or for all; what was done comes back, a sentence each. */
  discordRegister(guildId: string | null): Promise<string[]>;
}

export interface McpCommand {
  /** Whom standard input and output belong to; over HTTP each request's token says it. */
  workspaceId: string | undefined;
  /** The port of HTTP; null for standard input and output. */
  port: number | null;
  /** Whether there are tools that change anything. */
  isWritable: boolean;
  version: string;
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  signal: AbortSignal;
  say(sentence: string): void;
}

export interface WhyRead {
  article: Article;
  extraction: Extraction;
  refused: Refusal[] | null;
}

export interface RereadCommand {
  /** Only counts. */
  isStatus: boolean;
  /** Stops between two articles. */
  signal: AbortSignal;
  onProgress(counts: RereadCounts): void;
  /** An article that could not be read again stays as it was. */
  onFailure(articleId: string): void;
}

/** What was copied of one table: the checksum is the same on both sides. */
interface TableCopy {
  table: string;
  rows: number;
  checksum: string;
}

export interface Session {
  answer(intent: Intent): Promise<Reply>;
  /** Sets the header that a source's publisher asks for. */
  giveHeader(target: string, header: { name: string; value: string }): Promise<Reply>;
  /** Delivers what is due of the workspace's digests. */
  deliverDigests(outlet: DigestOutlet): ReturnType<Commands["deliverDigests"]>;
  /** Now, by the calendar of whoever sits at the terminal: what was typed is read by it. */
  moment(): Moment;
  /** Names of topics and people that begin like what has been typed, at most `limit`. */
  suggest(query: { what: "topic" | "person"; typed: string; limit: number }): Promise<string[]>;
  ingest(articles: AsyncIterable<ReadArticle>, signal: AbortSignal): AsyncIterable<IngestResult>;
  /** What the workspace's watches would have told of these articles: the contract's JSON, in order. */
  replayWatches(articles: Article[], signal: AbortSignal): AsyncIterable<object>;
  /** A document to hand on, or everything that is known as rows: then it is told how many quotations, meetings and people of how many are written. */
  export(request: ExportRequest, onProgress: (done: number, total: number) => void): AsyncIterable<string | Uint8Array>;
  /** The articles at a web address, once and without following it. */
  readAddress(url: string): AsyncIterable<ReadArticle>;
  /** Looks at the workspace's sources and reads what is new in them. */
  pollSources(run: Omit<PollRun, "workspaceId">): Promise<SourcesPolled>;
  close(): Promise<void>;
}

export type ExportRequest =
  | { what: ExportedKind; about: string; from?: string | undefined; to?: string | undefined; format: "md" | "html" | "docx" }
  | { what: "evidence"; format: "jsonl" | "csv" };

export interface SourcesPolled {
  polled: PollReport;
  read: ReadReport;
  /** Sentences that people are to be told. */
  told: string[];
  /** Faults of the program, a line each. */
  faults: string[];
}

/** Where the program reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  env: Record<string, string | undefined>;
  /** No colours, links, or lines that are written over. */
  isPlain?: boolean;
}
