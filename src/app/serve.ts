import type { Logger } from "pino";
import type { BotRest } from "../adapters/discord/connection/create-bot-rest.ts";
import type { HttpServer } from "../adapters/http/serve-http.ts";
import type { Trace } from "../adapters/operations/create-trace.ts";
import type { Watch } from "../adapters/operations/create-watch.ts";
import type { Store } from "../adapters/prisma/open-store.ts";
import type { OpenJobs } from "../adapters/queue/open-jobs.ts";
import type { ModelDeps } from "../commands/evidence/watched-writer.ts";
import { type Config, describeConfig, secretsOf } from "../config/config.ts";
import { ROLES, type Role } from "../config/role.ts";
import { webUrlOf } from "../config/web-settings.ts";
import { DIGEST_TIMINGS, type DigestTimings } from "../digest/digest-timings.ts";
import type { Chat } from "../domain/chat/chat.ts";
import { systemClock } from "../domain/clock.ts";
import type { DigestPoster } from "../domain/digests/digest-poster.ts";
import { AppError } from "../domain/errors.ts";
import { JOB_TIMINGS, type JobLedger, type JobTimings } from "../domain/job-queue.ts";
import { untilAborted } from "../domain/within.ts";
import { openModel } from "./open-model.ts";
import { openSpans } from "./open-spans.ts";
import { readVersion } from "./read-version.ts";
import { nameOf, startChats } from "./start-chats.ts";
import { startDigests } from "./start-digests.ts";
import { startUpkeep } from "./start-upkeep.ts";
import { STOP_TIMES, stopInTime, type UnderWay } from "./stop-in-time.ts";
import { createChats, createPosters, openBot } from "./wire-chats.ts";
import type { RunningSources } from "./wire-sources.ts";

/** The workspace of the command line. */
export const TERMINAL_WORKSPACE = "terminal";

export interface Served {
  config: Config;
  roles: ReadonlySet<Role>;
  /** Shorter ones of tests; null for the program's own. */
  timings: Partial<{ digests: DigestTimings; jobs: JobTimings }>;
}

type Say = (sentence: string) => void;

/**
 * Starts the parts that the roles name. Each configured chat starts independently, so a failing one does not block the others.
 * After the signal it resolves within eight seconds, even if something hangs. Throws an AppError if no chat works any more.
 */
export async function serve({ config, roles, timings }: Served, signal: AbortSignal, say: Say): Promise<void> {
  refuseToShareFile(config.databaseUrl, roles);
  for (const line of describeConfig(config)) say(line);
  if (roles.size < ROLES.length) say(`This process has the role ${ROLES.filter((role) => roles.has(role)).join(" and ")}.`);
  const [{ createLogger }, { createTrace }, { openStore }] = await Promise.all([
    import("../adapters/operations/create-logger.ts"),
    import("../adapters/operations/create-trace.ts"),
    import("../adapters/prisma/open-store.ts"),
  ]);
  const trace = createTrace();
  const logger = createLogger(config.logLevel, secretsOf(config), { traceId: trace.current });
  const onFailure = (error: unknown, part: string) => logger.warn({ err: error, part }, "Could not stop a part");
  const start = async (underWay: UnderWay) => {
    const store = await underWay.named("opening the store", openStore({ url: config.databaseUrl, say }));
    try {
      await refuseToDoNothing(config, store);
      await run({ config, roles, timings, store, logger, trace, say, underWay }, signal);
    } finally {
      // A late part still uses the store, which then closes with the process.
      if (!underWay.isLate()) await underWay.within("closing the store", store.close(), STOP_TIMES.closeMs);
    }
  };
  await stopInTime(start, { signal, say, onFailure });
}

interface Running extends Served {
  store: Store;
  logger: Logger;
  trace: Trace;
  say: Say;
  underWay: UnderWay;
}

async function run(running: Running, signal: AbortSignal): Promise<void> {
  const { config, store, logger, underWay } = running;
  const { openJobs } = await import("../adapters/queue/open-jobs.ts");
  const opening = openJobs(config.databaseUrl, store.deadJobs, {
    timings: running.timings.jobs ?? JOB_TIMINGS,
    clock: systemClock,
    onFailure: (error, job) => logger.error({ err: error, ...job }, "A job failed"),
  });
  const opened = await underWay.named("opening the jobs", opening);
  try {
    await runParts(running, opened, signal);
  } finally {
    // If a part fails to start, its connections must not keep the process alive.
    await underWay.within("closing the jobs", opened.queue.stop(0), STOP_TIMES.closeMs);
  }
}

/** Starts parts one after the other and stops them all at once. Each has its deadline, and the overall one is shorter than a service manager waits. */
async function runParts(given: Running, opened: OpenJobs, signal: AbortSignal): Promise<void> {
  const { config, roles, logger, trace, say, underWay } = given;
  const [{ startSources }, { logSources, traceQueue }] = await Promise.all([
    import("./wire-sources.ts"),
    import("../adapters/operations/log-work.ts"),
  ]);
  const ledger = opened.queue;
  const watch = await openWatch(config.health, given.store, { ledger, logger });
  const { work } = watch;
  const { articles, evidence, modelLedger } = given.store;
  const spans = await openSpans();
  const counted = { evidence: work.evidence(evidence), modelLedger: work.ledger(modelLedger) };
  const store = { ...given.store, ...counted, articles: spans.articles(articles) };
  const running = { ...given, store };
  const jobs = { ...opened, queue: traceQueue(work.queue(ledger), trace) };
  const { apiTimeoutMs } = running.timings.digests ?? DIGEST_TIMINGS;
  const bot = config.discord === null ? null : await openBot(config.discord, apiTimeoutMs);
  const plain = await createPosters(config, store, { apiTimeoutMs, clock: systemClock, logger, bot });
  const posters = plain.map(work.poster).map(spans.poster);
  const model = await openModel(running, posters);
  const sources = startSources(config.sources, {
    ...{ store, posters, jobs, roles, clock: systemClock, logger },
    reader: { writer: model.writer ?? null, reads: config.model?.reads ?? [], settings: store.settings },
    told: work.sources(logSources(logger)),
  });
  const digests = await startDigests(
    { ...running, clock: systemClock },
    { posters, queue: jobs.queue, model, onDigest: work.digest },
  );
  const desk = { bot, watch, model, posters, sources, jobs: ledger, wakeDigests: digests.looks.wake };
  const chats = roles.has("chat") ? await startDesk(running, desk) : [];
  const web = roles.has("chat") ? await serveWeb(running, desk) : null;
  const told = { clock: systemClock, logger, onRetention: work.retention };
  const upkeep = roles.has("schedule")
    ? await startUpkeep(config, { store, jobs: ledger, extract: sources.extract, ...told })
    : [];
  try {
    await watch.serve(chats, say);
    // Retries of an unresponsive platform must not delay the stop.
    if (roles.has("chat")) {
      const { started, lost } = startChats(chats, { say, logger });
      await Promise.race([started, lost, untilAborted(signal)]);
      await Promise.race([lost, untilAborted(signal)]);
    }
    await untilAborted(signal);
    say("Stopping after the current work.");
  } finally {
    const { finishMs, closeMs, overallMs } = STOP_TIMES;
    const finish = (name: string, work: Promise<unknown>) => underWay.within(name, work, finishMs);
    await Promise.all([
      finish("the check for due digests", digests.looks.stop(overallMs)),
      finish("the check for due sources", sources.stopLooking(overallMs)),
      ...upkeep.map(({ name, waker }) => finish(name, waker.stop(overallMs))),
      ...chats.map((chat) => finish(`answers on ${nameOf(chat)}`, chat.stop(overallMs))),
      finish("a digest", digests.worker.stop()),
      finish("messages about sources", sources.tell()),
      finish("running jobs", jobs.queue.stop(overallMs)),
    ]);
    bot?.close();
    await Promise.all([
      underWay.within("messages about sources", sources.close(), closeMs),
      underWay.within("messages about the language model", model.settle(), closeMs),
      underWay.within("the health server", watch.stop(), closeMs),
      underWay.within("the server of programs", web?.stop() ?? Promise.resolve(), closeMs),
    ]);
  }
}

/** Several processes need a database server: with a file, each would poll at its own pace and hold the lock of all. */
function refuseToShareFile(databaseUrl: string, roles: ReadonlySet<Role>): void {
  if (roles.size === ROLES.length || !databaseUrl.startsWith("file:")) return;
  throw new AppError(
    "usage",
    "An SQLite store works with one process only: leave out --role, or move to PostgreSQL (see docs/operations.md).",
  );
}

async function refuseToDoNothing(config: Config, store: Store): Promise<void> {
  if (config.slack !== null || config.discord !== null || config.web.port !== null) return;
  if ((await store.followed.sources.list(TERMINAL_WORKSPACE)).length > 0) return;
  throw new AppError(
    "config",
    "There is nothing to run: no chat is set up, and there are no sources. The lines above say what is missing.",
  );
}

interface DeskParts {
  bot: BotRest | null;
  watch: Watch;
  model: ModelDeps;
  posters: DigestPoster[];
  sources: RunningSources;
  jobs: JobLedger;
  wakeDigests(): void;
}

/** The configured chats, with the desk that answers in them. */
async function startDesk({ config, store, logger, trace }: Running, parts: DeskParts): Promise<Chat[]> {
  const { watch, model, posters, sources, jobs, wakeDigests } = parts;
  const [{ createDesk }, { logDesk, traceAdmission }, turns, { createAdmission }, chatParts, teller] = await Promise.all([
    import("../commands/digests/create-desk.ts"),
    import("../adapters/operations/log-work.ts"),
    import("../adapters/chat/take-turns.ts"),
    import("../adapters/chat/admit-work.ts"),
    Promise.all([
      import("../adapters/chat/store-trouble.ts"),
      import("../adapters/pictures/create-picture-drawer.ts"),
      import("../adapters/holidays/create-holiday-calendar.ts"),
    ]),
    import("../adapters/chat/tell-managers.ts"),
  ]);
  const [{ storeSentence }, { createPictureDrawer }, { createHolidayCalendar }] = chatParts;
  const desk = createDesk({
    store,
    pictures: createPictureDrawer(),
    holidays: createHolidayCalendar(),
    ...model,
    conversations: store.conversations,
    jobs,
    wakeDigests,
    tellManagers: teller.createManagerTeller({ posters, managers: store.managers, clock: systemClock, logger }),
    sourceWork: async () => sources.work,
    webUrl: webUrlOf(config.web),
    verbatimWords: config.web.verbatimWords,
    clock: systemClock,
    explain: storeSentence,
    onFailure: (error, where) => logger.error({ err: error, ...where }, "A command failed"),
    reference: trace.current,
  });
  const acknowledgements = turns.createAcknowledgements();
  const inTurns = turns.takeTurns(watch.work.desk(logDesk(desk, { logger, trace, clock: systemClock })), acknowledgements);
  const { actions, events, installations, workspaces } = store;
  const admission = traceAdmission(createAdmission(acknowledgements), trace);
  const deps = {
    desk: inTurns,
    acknowledgements,
    admission,
    actions,
    events,
    installations,
    workspaces,
    marksSeen: config.marksSeen,
    clock: systemClock,
  };
  return createChats(config, deps, { bot: parts.bot, logger });
}

/** What programs, feed readers and calendars are answered by; null where that is off. */
async function serveWeb({ config, store, logger, say }: Running, parts: DeskParts): Promise<HttpServer | null> {
  const { startWeb } = await import("./start-web.ts");
  const { model, jobs, wakeDigests, sources } = parts;
  const commands = {
    store,
    clock: systemClock,
    ...model,
    jobs,
    wakeDigests,
    sourceWork: async () => sources.work,
    webUrl: webUrlOf(config.web),
    verbatimWords: config.web.verbatimWords,
  };
  const onFailure = (error: unknown, where: string) => logger.error({ err: error, where }, "Could not answer a program");
  const web = await startWeb(config.web, { store, commands, version: readVersion(), onFailure });
  if (web !== null) say(`Programs are served on ${web.address}.`);
  return web;
}

async function openWatch(
  health: Config["health"],
  store: Store,
  { ledger: jobs, logger }: { ledger: JobLedger; logger: Logger },
): Promise<Watch> {
  const { createWatch } = await import("../adapters/operations/create-watch.ts");
  return createWatch(health, { state: store.state, ledger: store.modelLedger, jobs, clock: systemClock, logger });
}
