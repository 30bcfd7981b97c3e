import type { Logger } from "pino";
import type { Watch } from "./adapters/operations/create-watch.ts";
import type { Store } from "./adapters/prisma/open-store.ts";
import type { ModelWriter } from "./briefing/create-model-writer.ts";
import type { TroubleWatch } from "./briefing/create-trouble-watch.ts";
import { type Config, describeConfig, secretsOf } from "./config.ts";
import type { DigestTimings } from "./digest/work-slot.ts";
import type { Chat } from "./domain/chat.ts";
import type { Clock } from "./domain/clock.ts";
import type { DigestPoster } from "./domain/digest-poster.ts";
import { AppError } from "./domain/errors.ts";
import { createChats, createPosters } from "./wire-chats.ts";

/** The workspace of the command line. */
export const TERMINAL_WORKSPACE = "terminal";
/** How long answers under way may take to finish when the program is stopped. */
const STOP_DEADLINE_MS = 10_000;

export const systemClock: Clock = { now: () => Date.now() };

interface Served {
  config: Config;
  digestTimings: DigestTimings | null;
}

/** Starts every chat that is set up, each by itself: one that cannot start does not keep the others from working. */
export async function serve(
  { config, digestTimings }: Served,
  signal: AbortSignal,
  say: (sentence: string) => void,
): Promise<void> {
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
  const posters = (await createPosters(config, store, { clock: systemClock, logger })).map(watch.poster);
  const sources = startSources(config.sources, { store, posters, clock: systemClock, logger });
  const digests = startDigests({ store, posters, clock: systemClock, logger, timings: digestTimings });
  const writer = await openWriter(config.model, store, (why) => logger.warn(`The local engine writes: ${why}.`));
  const troubles = await watchTroubles(store, posters, logger);
  const desk = watch.desk(
    createDesk({
      store,
      writer,
      onModelOutcome: troubles.note,
      conversations: store.conversations,
      wakeDigests: digests.wake,
      sourceWork: async () => sources.work,
      clock: systemClock,
      onFailure: (error, where) => logger.error({ err: error, ...where }, "a command failed"),
    }),
  );
  const acknowledgements = turns.createAcknowledgements();
  const inTurns = turns.takeTurns(desk, acknowledgements);
  const { actions, events, installations } = store;
  const deps = { desk: inTurns, acknowledgements, actions, events, installations, clock: systemClock };
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
    await Promise.all([digests, sources, retention, ...chats].map((part) => part.stop(STOP_DEADLINE_MS)));
    await Promise.all([watch.stop(), troubles.settle()]);
    await store.close();
  }
}

async function openWatch(health: Config["health"], store: Store, logger: Logger): Promise<Watch> {
  const { createWatch } = await import("./adapters/operations/create-watch.ts");
  return createWatch(health, { state: store.state, ledger: store.modelLedger, clock: systemClock, logger });
}

/** What keeps the language model from writing is told to those who manage the workspace. */
async function watchTroubles({ troubles, managers }: Store, posters: DigestPoster[], logger: Logger): Promise<TroubleWatch> {
  const [{ createTroubleWatch }, { createManagerTeller }] = await Promise.all([
    import("./briefing/create-trouble-watch.ts"),
    import("./adapters/chat/tell-managers.ts"),
  ]);
  const tell = createManagerTeller({ posters, managers, clock: systemClock, logger });
  const onFailure = (error: unknown, workspaceId: string) =>
    logger.error({ err: error, workspaceId }, "A trouble of the language model could not be written down or told");
  return createTroubleWatch({ troubles, clock: systemClock, tell, onFailure });
}

async function keepForDays(days: number | null, store: Store, logger: Logger) {
  const { startRetention } = await import("./adapters/cron/start-retention.ts");
  return startRetention(days, store, { clock: systemClock, logger });
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

/** The language model behind its cache and its budget; null, and nothing loaded, where none is set up. */
export async function openWriter(
  settings: Config["model"],
  store: Store,
  onTrouble: (why: string) => void,
): Promise<ModelWriter | null> {
  if (settings === null) return null;
  const { openModelWriter } = await import("./adapters/openai/open-model-writer.ts");
  const { modelLedger, drafts } = store;
  return openModelWriter(settings, { modelLedger, drafts, clock: systemClock, onTrouble });
}
