import type { Logger } from "pino";
import type { DiscordApi } from "./adapters/discord/api.ts";
import type { DiscordDeps } from "./adapters/discord/create-discord-chat.ts";
import type { Watch } from "./adapters/operations/create-watch.ts";
import type { Store } from "./adapters/prisma/open-store.ts";
import type { Program, Session } from "./adapters/terminal/program.ts";
import type { ModelWriter } from "./briefing/create-model-writer.ts";
import { type Config, describeConfig, secretsOf } from "./config.ts";
import type { DigestTimings } from "./digest/work-slot.ts";
import type { Article } from "./domain/article.ts";
import type { Chat } from "./domain/chat.ts";
import type { Clock } from "./domain/clock.ts";
import type { DigestPoster } from "./domain/digest-poster.ts";
import { AppError } from "./domain/errors.ts";
import type { Extraction } from "./domain/extraction.ts";
import type { Finding } from "./domain/finding.ts";
import type { PollRun } from "./ingest/sources/create-poller.ts";
import type { Sources } from "./wire-sources.ts";

/** The workspace of the command line. */
const TERMINAL_WORKSPACE = "terminal";
/** How long answers under way may take to finish when the program is stopped. */
const STOP_DEADLINE_MS = 10_000;

type ChatDeps = Omit<DiscordDeps, "logger">;

interface DiscordSetup {
  api: DiscordApi;
  registerCommands(api: DiscordApi, guildId: string | null): Promise<string[]>;
  inviteUrl(applicationId: string): string;
}

const systemClock: Clock = { now: () => Date.now() };

/**
 * The wiring: what knows every adapter, with wire-sources.ts for those that read the web. Parts are loaded when a command asks for
 * them, because a briefing must not wait for the engine, nor an extraction for the store.
 */
export function createProgram(config: () => Config, digestTimings: DigestTimings | null = null): Program {
  return {
    extract: async () => (await import("./extract/extract-article.ts")).extractArticle,
    // A store that is named, as the demo's is, is read without a language model: it shows the same everywhere.
    openSession: ({ url, workspaceId = TERMINAL_WORKSPACE, say = () => undefined } = {}) =>
      openSession(config, url === undefined ? config() : { databaseUrl: url, model: null }, { workspaceId, say }),
    serve: (signal, say) => serve({ config: config(), digestTimings }, signal, say),
    examine: () => examineAll(config()),
    copyStore: async (request) => (await import("./adapters/prisma/copy-store.ts")).copyStore(request),
    slackManifest: async (url) => {
      const { slackManifest } = await import("./adapters/slack/manifest.ts");
      return slackManifest(url === null ? { mode: "socket" } : { mode: "http", url });
    },
    discordInvite: () => withDiscord(config(), async ({ api, inviteUrl }) => inviteUrl((await api.application()).id)),
    discordRegister: (guildId) => withDiscord(config(), ({ api, registerCommands }) => registerCommands(api, guildId)),
  };
}

async function openSession(
  settings: () => Config,
  config: Pick<Config, "databaseUrl" | "model">,
  { workspaceId, say }: { workspaceId: string; say: (sentence: string) => void },
): Promise<Session> {
  const [{ openStore }, { createCommands }] = await Promise.all([
    import("./adapters/prisma/open-store.ts"),
    import("./commands/create-commands.ts"),
  ]);
  const store = await openStore({ url: config.databaseUrl });
  const extract = async (article: Article) => (await import("./extract/extract-article.ts")).extractArticle(article);
  const { sources, poll, closeSources } = lazySources(settings, { store, extract });
  const writer = await openWriter(config.model, store, (why) => say(`Written by the local engine: ${why}.`));
  const commands = createCommands({ store, clock: systemClock, writer, sourceWork: async () => (await sources()).work });
  return {
    answer: (intent) => commands.answer(workspaceId, intent),
    async *ingest(articles, signal) {
      const { ingestArticles } = await import("./ingest/ingest-articles.ts");
      yield* ingestArticles({ store: store.evidence, extract, clock: systemClock }, { workspaceId, articles, signal });
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

/** What reads the web takes a while to load, and most commands do without it. */
function lazySources(config: () => Config, parts: { store: Store; extract(article: Article): Promise<Extraction> }) {
  const faults: string[] = [];
  const told: string[] = [];
  let loaded: Promise<Sources> | null = null;
  const load = async () =>
    (await import("./wire-sources.ts")).createSources(config().sources, {
      ...parts,
      clock: systemClock,
      wake: () => undefined,
      onFailure: (error) => void faults.push(String(error)),
      // Whoever polls at the terminal is told there, of the terminal's own sources.
      tell: async ({ addedIn }, sentence) => (addedIn === null || addedIn.platform === "terminal") && told.push(sentence) > 0,
    });
  const sources = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    sources,
    async poll(run: PollRun) {
      const { poller } = await sources();
      const polled = await poller.poll(run);
      return { polled, read: await poller.read(run), told: told.splice(0), faults: faults.splice(0) };
    },
    closeSources: async () => (await loaded)?.close(),
  };
}

/** The language model behind its cache and its budget; null, and nothing loaded, where none is set up. */
async function openWriter(
  settings: Config["model"],
  store: Store,
  onTrouble: (why: string) => void,
): Promise<ModelWriter | null> {
  if (settings === null) return null;
  const { openModelWriter } = await import("./adapters/openai/open-model-writer.ts");
  const { modelLedger, drafts } = store;
  return openModelWriter(settings, { modelLedger, drafts, clock: systemClock, onTrouble });
}

async function* examineAll({ databaseUrl, slack, discord, model }: Config): AsyncGenerator<Finding> {
  yield { part: "settings", state: "fine", sentence: "The settings can be read." };
  const [{ examine }, { openStore }, { BOT_SCOPES }] = await Promise.all([
    import("./adapters/operations/examine.ts"),
    import("./adapters/prisma/open-store.ts"),
    import("./adapters/slack/scopes.ts"),
  ]);
  yield* examine({
    openStore: () => openStore({ url: databaseUrl }),
    slack: slack && {
      apiUrl: slack.apiUrl,
      botToken: slack.botToken,
      appToken: slack.connection.mode === "socket" ? slack.connection.appToken : null,
      wantedScopes: BOT_SCOPES.map(({ scope }) => scope),
    },
    discord,
    model,
  });
}

interface Served {
  config: Config;
  digestTimings: DigestTimings | null;
}

/** Starts every chat that is set up, each by itself: one that cannot start does not keep the others from working. */
async function serve({ config, digestTimings }: Served, signal: AbortSignal, say: (sentence: string) => void): Promise<void> {
  for (const line of describeConfig(config)) say(line);
  const [{ createLogger }, { openStore }, { createDesk }, turns, { startDigests }, { startSources }] = await Promise.all([
    import("./adapters/operations/create-logger.ts"),
    import("./adapters/prisma/open-store.ts"),
    import("./commands/create-desk.ts"),
    import("./adapters/chat/take-turns.ts"),
    import("./adapters/cron/start-digests.ts"),
    import("./wire-sources.ts"),
  ]);
  const logger = createLogger(config.logLevel, secretsOf(config));
  const store = await openStore({ url: config.databaseUrl });
  const hasChat = config.slack !== null || config.discord !== null;
  if (!hasChat && (await store.followed.sources.list(TERMINAL_WORKSPACE)).length === 0) {
    await store.close();
    throw new AppError(
      "config",
      "No platform is set up and no source is followed, so there is nothing to run: the lines above say what is missing.",
    );
  }
  const watch = await openWatch(config.health, store, logger);
  const posters = (await createPosters(config, store, logger)).map(watch.poster);
  const sources = startSources(config.sources, { store, posters, clock: systemClock, logger });
  const digests = startDigests({ store, posters, clock: systemClock, logger, timings: digestTimings });
  const writer = await openWriter(config.model, store, (why) => logger.warn(`The local engine writes: ${why}.`));
  const desk = watch.desk(
    createDesk({
      store,
      writer,
      conversations: store.conversations,
      wakeDigests: digests.wake,
      sourceWork: async () => sources.work,
      clock: systemClock,
      onFailure: (error, where) => logger.error({ err: error, ...where }, "a command failed"),
    }),
  );
  const acknowledgements = turns.createAcknowledgements();
  const inTurns = turns.takeTurns(desk, acknowledgements);
  const deps = { desk: inTurns, acknowledgements, actions: store.actions, events: store.events, clock: systemClock };
  const chats = await createChats(config, deps, logger);
  const retention = await keepForDays(config.retentionDays, store, logger);
  try {
    await watch.serve(chats, say);
    // A platform that does not answer is tried for a while: whoever stops the program need not wait for that.
    await Promise.race([startChats(chats, say), untilAborted(signal)]);
    await untilAborted(signal);
    say("Stopping: answers under way are finished first.");
  } finally {
    // All at once: the deadline is for the whole, and who stops the program may not wait longer.
    await Promise.all([digests, sources, ...retention, ...chats].map((part) => part.stop(STOP_DEADLINE_MS)));
    await watch.stop();
    await store.close();
  }
}

async function openWatch(health: Config["health"], store: Store, logger: Logger): Promise<Watch> {
  const { createWatch } = await import("./adapters/operations/create-watch.ts");
  return createWatch(health, { state: store.state, ledger: store.modelLedger, clock: systemClock, logger });
}

/** Where articles are kept for good, there is nothing to run. */
async function keepForDays(days: number | null, store: Store, logger: Logger) {
  if (days === null) return [];
  const { startRetention } = await import("./adapters/cron/start-retention.ts");
  return [startRetention(days, store, { clock: systemClock, logger })];
}

/** What gets digests into the channels of the platforms that are set up, whether a chat is connected or not. */
async function createPosters(config: Config, store: Store, logger: Logger): Promise<DigestPoster[]> {
  const posters: DigestPoster[] = [];
  const deps = { actions: store.actions, conversations: store.conversations };
  if (config.slack !== null) {
    const { createSlackPoster } = await import("./adapters/slack/create-slack-poster.ts");
    posters.push(createSlackPoster(config.slack, { ...deps, logger: logger.child({ digests: "slack" }) }));
  }
  if (config.discord !== null) {
    const { createDiscordPoster } = await import("./adapters/discord/create-discord-poster.ts");
    posters.push(createDiscordPoster(config.discord, { ...deps, logger: logger.child({ digests: "discord" }) }));
  }
  return posters;
}

/** The chats that are set up; what the others need is not even loaded. */
async function createChats(config: Config, deps: ChatDeps, logger: Logger): Promise<Chat[]> {
  const chats: Chat[] = [];
  if (config.slack !== null) {
    const { createSlackChat, SLACK_TIMINGS } = await import("./adapters/slack/create-slack-chat.ts");
    chats.push(
      createSlackChat({ ...config.slack, timings: SLACK_TIMINGS }, { ...deps, logger: logger.child({ chat: "slack" }) }),
    );
  }
  if (config.discord !== null) {
    const { createDiscordChat, DISCORD_TIMINGS } = await import("./adapters/discord/create-discord-chat.ts");
    const settings = { ...config.discord, timings: DISCORD_TIMINGS };
    chats.push(createDiscordChat(settings, { ...deps, logger: logger.child({ chat: "discord" }) }));
  }
  return chats;
}

/** What sets Discord up, with its API at hand. */
async function withDiscord<T>(config: Config, work: (discord: DiscordSetup) => Promise<T>): Promise<T> {
  if (config.discord === null)
    throw new AppError("config", "DISCORD_TOKEN is missing: docs/discord.md says where Discord shows it.");
  const [{ createApi }, { registerCommands }, { inviteUrl }, { setupError }, { DISCORD_TIMINGS }] = await Promise.all([
    import("./adapters/discord/api.ts"),
    import("./adapters/discord/register.ts"),
    import("./adapters/discord/scopes.ts"),
    import("./adapters/discord/errors.ts"),
    import("./adapters/discord/create-discord-chat.ts"),
  ]);
  const api = createApi({ ...config.discord, timings: DISCORD_TIMINGS });
  try {
    return await work({ api, registerCommands, inviteUrl });
  } catch (error) {
    throw setupError(error);
  } finally {
    api.close();
  }
}

async function startChats(chats: Chat[], say: (sentence: string) => void): Promise<void> {
  if (chats.length === 0) say("No chat is set up: the terminal's sources are read until the program is stopped.");
  const failures: unknown[] = [];
  const start = async (chat: Chat) => {
    try {
      await chat.start();
      const { platform, state, detail } = chat.health();
      const name = platform === "slack" ? "Slack" : "Discord";
      if (state === "connected") say(`Connected to ${name}.`);
      if (detail !== null) say(detail);
    } catch (error) {
      failures.push(error);
      say(error instanceof AppError ? error.message : `A chat could not be started: ${String(error)}`);
    }
  };
  await Promise.all(chats.map(start));
  if (failures.length > 0 && failures.length === chats.length) throw new AppError("config", "No platform could be started.");
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
