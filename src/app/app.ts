import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { DiscordApi } from "../adapters/discord/connection/api.ts";
import type { Extract, Program, Session, SessionOptions } from "../adapters/terminal/program.ts";
import type { Config } from "../config/config.ts";
import { webUrlOf } from "../config/web-settings.ts";
import { systemClock } from "../domain/clock.ts";
import { AppError } from "../domain/errors.ts";
import type { Article } from "../domain/evidence/article.ts";
import type { Finding } from "../domain/finding.ts";
import { JOB_TIMINGS, type JobLedger } from "../domain/job-queue.ts";
import { ENGINE_VERSION } from "../extract/engine-version.ts";
import { lazySources } from "./lazy-sources.ts";
import { openWriter } from "./open-model.ts";
import { openSpans } from "./open-spans.ts";
import { type Served, serve, TERMINAL_WORKSPACE } from "./serve.ts";
import { openBot } from "./wire-chats.ts";

interface DiscordSetup {
  api: DiscordApi;
  registerCommands(api: DiscordApi, guildId: string | null): Promise<string[]>;
  inviteUrl(applicationId: string): string;
}

/**
 * The wiring, which knows every adapter: serve.ts and wire-chats.ts for the running bot, wire-sources.ts for everything that reads the
 * web. Commands load parts when they need them, because a briefing must not wait for the engine, nor an extraction for the store.
 */
export function createProgram(config: () => Config, timings: Served["timings"] = {}): Program {
  return {
    extract: loadExtract,
    // A named store, such as the demo's, is read without a language model, so that it looks the same everywhere.
    openSession: ({ url, workspaceId = TERMINAL_WORKSPACE, say = () => undefined, onProgress = () => undefined } = {}) =>
      openSession(config, url === undefined ? config() : { databaseUrl: url, model: null, web: null, warnings: [] }, {
        workspaceId,
        say,
        onProgress,
      }),
    serve: (roles, signal, say) => serve({ config: config(), roles: new Set(roles), timings }, signal, say),
    mcp: async (command) => (await import("./run-mcp.ts")).runMcp(config, command),
    withJobs: (work) => withJobs(config(), work),
    examine: () => examineAll(config()),
    reread: async (command) => (await import("./run-reread.ts")).runReread(config().databaseUrl, command),
    why: async (named, workspaceId = TERMINAL_WORKSPACE) =>
      (await import("./run-why.ts")).runWhy(config().databaseUrl, workspaceId, named),
    copyStore: async (request) => (await import("../adapters/prisma/copy/copy-store.ts")).copyStore(request),
    backUp: (file) => backUp(config().databaseUrl, file),
    rotateTokens: () => rotateAll(config()),
    slackManifest: async (url, installUrl) => {
      const { slackManifest } = await import("../adapters/slack/commands/manifest.ts");
      return slackManifest(url === null ? { mode: "socket" } : { mode: "http", url }, installUrl);
    },
    discordInvite: () => withDiscord(config(), async ({ api, inviteUrl }) => inviteUrl((await api.application()).id)),
    discordRegister: (guildId) => withDiscord(config(), ({ api, registerCommands }) => registerCommands(api, guildId)),
  };
}

async function loadExtract(): Promise<Extract> {
  return (await import("../model/readings/hold-reading.ts")).holdReading;
}

async function openSession(
  settings: () => Config,
  config: Pick<Config, "databaseUrl" | "model" | "warnings"> & { web: Config["web"] | null },
  { workspaceId, say, onProgress }: Required<Pick<SessionOptions, "workspaceId" | "say" | "onProgress">>,
): Promise<Session> {
  const [{ openStore }, { createCommands }, { createPictureDrawer }, { createHolidayCalendar }] = await Promise.all([
    import("../adapters/prisma/open-store.ts"),
    import("../commands/create-commands.ts"),
    import("../adapters/pictures/create-picture-drawer.ts"),
    import("../adapters/holidays/create-holiday-calendar.ts"),
  ]);
  for (const warning of config.warnings) say(warning);
  const store = await openStore({ url: config.databaseUrl, say });
  const writer = await openWriter(config.model, store, {
    onTrouble: (why) => say(`Written by the local engine: ${why}.`),
    onNotice: say,
  });
  const reader = { writer, reads: config.model?.reads ?? [], settings: store.settings };
  const { sources, poll, extract, closeSources } = lazySources(settings, store, reader);
  const verbatimWords = config.web?.verbatimWords ?? Number.POSITIVE_INFINITY;
  const webUrl = config.web === null ? null : webUrlOf(config.web);
  const sourceWork = async () => (await sources()).work;
  const outside = { pictures: createPictureDrawer(), holidays: createHolidayCalendar() };
  const commands = createCommands({
    store,
    clock: systemClock,
    writer,
    sourceWork,
    webUrl,
    verbatimWords,
    onProgress,
    ...outside,
  });
  return {
    answer: (intent) => commands.answer(workspaceId, intent),
    giveHeader: (target, header) => commands.giveHeader(workspaceId, target, header),
    deliverDigests: (outlet) => commands.deliverDigests(workspaceId, outlet),
    moment: () => ({ nowMs: systemClock.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    suggest: (query) => commands.suggest(workspaceId, query),
    async *ingest(articles, signal) {
      const [{ ingestArticles }, spans] = await Promise.all([import("../ingest/ingest-articles.ts"), openSpans()]);
      const deps = { store: spans.evidence(store.evidence), extract: spans.extract(extract), clock: systemClock };
      yield* ingestArticles(deps, { workspaceId, articles, signal });
    },
    async *replayWatches(articles, signal) {
      const { replayWatches } = await import("./replay-watches.ts");
      const local = (article: Article) => extract(article, { workspaceId, reading: null });
      yield* replayWatches({ watches: await store.watches.list(workspaceId), articles, extract: local, signal });
    },
    async *export(request, onProgress) {
      const { runExport } = await import("./run-export.ts");
      const verbatimWords = config.web?.verbatimWords ?? settings().web.verbatimWords;
      yield* runExport({ commands, store, workspaceId, verbatimWords, onProgress }, request);
    },
    async *readAddress(address) {
      yield* (await sources()).read(address);
    },
    pollSources: (run) => poll({ ...run, workspaceId }),
    async close() {
      await closeSources();
      await store.close();
    },
  };
}

async function withJobs<T>({ databaseUrl }: Config, work: (ledger: JobLedger, isShared: boolean) => Promise<T>): Promise<T> {
  const [{ openStore }, { openJobs }] = await Promise.all([
    import("../adapters/prisma/open-store.ts"),
    import("../adapters/queue/open-jobs.ts"),
  ]);
  const store = await openStore({ url: databaseUrl });
  try {
    const onFailure = () => undefined;
    const jobs = await openJobs(databaseUrl, store.deadJobs, { timings: JOB_TIMINGS, clock: systemClock, onFailure });
    try {
      return await work(jobs.queue, jobs.isShared);
    } finally {
      await jobs.queue.stop(0);
    }
  } finally {
    await store.close();
  }
}

async function* examineAll(config: Config): AsyncGenerator<Finding> {
  const { databaseUrl, rereadsArticles, slack, discord, model, sources, warnings } = config;
  for (const sentence of warnings) yield { part: "settings", state: "fault", sentence };
  if (warnings.length === 0) yield { part: "settings", state: "fine", sentence: "The settings can be read." };
  const [{ examine }, { openStore }, { slackToExamine }] = await Promise.all([
    import("../adapters/operations/examine.ts"),
    import("../adapters/prisma/open-store.ts"),
    import("./wire-slack.ts"),
  ]);
  const { headerVault } = await import("./wire-sources.ts");
  yield* examine({
    openStore: (say = () => undefined) => openStore({ url: databaseUrl, say }),
    room: () => roomOf(databaseUrl),
    engineVersion: ENGINE_VERSION,
    rereadsArticles,
    withJobs: (look) => withJobs(config, look),
    slack: slack && (await slackToExamine(slack)),
    discord,
    model: model && { ...model, tryDraft: () => tryModel(model), whyNotKept: () => whyNotKept(model) },
    headerVault: headerVault(sources.headerKeys),
  });
}

async function tryModel(settings: NonNullable<Config["model"]>) {
  const [{ createOpenAiModel }, { tryDraft }] = await Promise.all([
    import("../adapters/openai/create-openai-model.ts"),
    import("../model/try-draft.ts"),
  ]);
  const model = createOpenAiModel({ ...settings, timeoutMs: settings.deadlineMs / 2 });
  return tryDraft(model, settings.prose, AbortSignal.timeout(settings.deadlineMs));
}

async function whyNotKept({ keepRefused }: NonNullable<Config["model"]>): Promise<string | null> {
  return keepRefused === null ? null : (await import("../adapters/openai/keep-refused.ts")).whyNotKept(keepRefused);
}

/** Of a file's disk; a server's is its own. */
async function roomOf(databaseUrl: string): Promise<{ bytes: number; folder: string } | null> {
  const { isPostgresql, sqlitePath } = await import("../adapters/prisma/database-url.ts");
  if (isPostgresql(databaseUrl)) return null;
  const folder = dirname(sqlitePath(databaseUrl));
  const { bavail, bsize } = await statfs(folder);
  return { bytes: bavail * bsize, folder };
}

async function backUp(databaseUrl: string, file: string) {
  const { isPostgresql, sqlitePath } = await import("../adapters/prisma/database-url.ts");
  if (isPostgresql(databaseUrl)) {
    const { dumpCommand } = await import("../adapters/prisma/postgresql/server.ts");
    const command = dumpCommand(databaseUrl, file);
    throw new AppError("usage", `Back up a store on PostgreSQL with PostgreSQL's own tool, while the bot runs: ${command}`);
  }
  const { backUpFile } = await import("../adapters/prisma/sqlite/back-up.ts");
  return backUpFile(sqlitePath(databaseUrl), file);
}

async function rotateAll({ databaseUrl, sources: { headerKeys } }: Config) {
  if (headerKeys === null)
    throw new AppError(
      "config",
      "TOKEN_KEYS is not set, so the store has nothing encrypted: no tokens of Slack workspaces (docs/slack.md), no headers of sources (docs/sources.md).",
    );
  const [{ openStore }, { rotateTokens }, { rotateHeaders }, { createTokenBox }] = await Promise.all([
    import("../adapters/prisma/open-store.ts"),
    import("../adapters/tokens/rotate-tokens.ts"),
    import("../adapters/tokens/header-vault.ts"),
    import("../adapters/tokens/token-box.ts"),
  ]);
  const store = await openStore({ url: databaseUrl });
  try {
    const box = createTokenBox(headerKeys);
    const [tokens, headers] = [await rotateTokens(store.installations, box), await rotateHeaders(store.followed.headers, box)];
    const faults = [...tokens.faults, ...headers.faults];
    return { rotated: tokens.rotated + headers.rotated, current: tokens.current + headers.current, faults };
  } finally {
    await store.close();
  }
}

/** What sets Discord up, with its API at hand. */
async function withDiscord<T>(config: Config, work: (discord: DiscordSetup) => Promise<T>): Promise<T> {
  if (config.discord === null) throw new AppError("config", "DISCORD_TOKEN is missing. docs/discord.md says where to get it.");
  const [{ createApi }, { registerCommands }, { inviteUrl }, { setupError }, { DISCORD_TIMINGS }] = await Promise.all([
    import("../adapters/discord/connection/api.ts"),
    import("../adapters/discord/connection/register.ts"),
    import("../adapters/discord/connection/scopes.ts"),
    import("../adapters/discord/connection/errors.ts"),
    import("../adapters/discord/create-discord-chat.ts"),
  ]);
  const bot = await openBot(config.discord, DISCORD_TIMINGS.apiTimeoutMs);
  const api = createApi({ bot, apiUrl: config.discord.apiUrl, timings: DISCORD_TIMINGS });
  try {
    return await work({ api, registerCommands, inviteUrl });
  } catch (error) {
    throw setupError(error);
  } finally {
    api.close();
    bot.close();
  }
}
