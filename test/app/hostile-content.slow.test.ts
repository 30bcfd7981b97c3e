import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createWatch } from "../../src/adapters/operations/create-watch.ts";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { openJobs } from "../../src/adapters/queue/open-jobs.ts";
import { type RunningSources, startSources } from "../../src/app/wire-sources.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import type { Asker } from "../../src/domain/chat/chat.ts";
import { JOB_TIMINGS } from "../../src/domain/job-queue.ts";
import type { SourceHistory } from "../../src/domain/sources/source-store.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { LOOPBACK_SOURCES } from "../fakes/source-settings.ts";
import { HOSTILE_ENTRIES, HOSTILE_FEEDS, HOSTILE_PAGES, HOSTILE_TEXTS, OUTLINES } from "../servers/hostile-content.ts";
import { watchOwnStall } from "../servers/own-stall.ts";

/** The bar: what asks how the program is hears within this, whatever is read. */
const BAR_MS = 250;
const WAIT_MS = 240_000;

const clock = { now: () => Date.now() };
const logger = pino({ level: "silent" });
/** What is asked for by the path: see hostile-site-child.ts. */
const KINDS = { entries: HOSTILE_ENTRIES, texts: HOSTILE_TEXTS, feeds: HOSTILE_FEEDS, teasers: HOSTILE_PAGES };
const TERMINAL: Asker = {
  platform: "terminal",
  workspaceId: "terminal",
  channelId: "terminal",
  threadId: null,
  userId: "terminal",
  isManager: true,
  isMember: true,
  timeZone: "UTC",
};

let place: ReturnType<typeof temporaryFolder>;
let site: ChildProcess;
let origin: string;
let store: Store;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  place = temporaryFolder();
  site = fork(new URL("../servers/hostile-site-child.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  const [{ port }] = await once(site, "message");
  origin = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  site.kill();
  await once(site, "exit");
  place.remove();
});

it("reads on, and says how it is at once, whatever strangers send", { timeout: WAIT_MS }, async () => {
  const { sources, desk, health } = await start();
  const honest = await follow("honest", ["before"]);
  sources.work.wake();
  await untilRead(honest);
  const files = OUTLINES.map((make) => Buffer.from(make()));
  const asked: { status: number; ms: number }[] = [];
  site.on("message", (answer: { status: number; ms: number }) => asked.push(answer));
  site.send(health);
  const stall = watchOwnStall();

  const beside = await follow("honest", ["one", "two", "three"]);
  const hostile = new Map<string, number>();
  for (const [kind, contents] of Object.entries(KINDS)) {
    for (const [name, id] of await follow(kind, Object.keys(contents))) hostile.set(`${kind}: ${name}`, id);
  }
  sources.work.wake();
  const add = { kind: "sources-manage", action: "add", target: `${origin}/honest/older`, backfill: true } as const;
  const [added, ...outlines] = await Promise.all([
    desk.answer(TERMINAL, add),
    ...files.map((file) => readOutlines(sources, file)),
  ]);
  await untilRead(new Map([...beside, ...hostile]));
  const longest = stall.stop();

  expect(hostile.size + OUTLINES.length).toBeGreaterThanOrEqual(40);
  const untold: string[] = [];
  for (const [name, id] of hostile) if (!isTold(await store.followed.sources.history(id, 50))) untold.push(name);
  expect(untold).toEqual([]);
  for (const id of beside.values()) expect((await store.followed.sources.history(id, 50)).counts.kept).toBe(6);
  expect(JSON.stringify(added.document)).toContain("It offers no older entries");
  // The first breaks off before it names a feed.
  expect(outlines).toEqual([0, 5000]);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ status }) => status !== 200)).toEqual([]);
  expect(longest).toBeLessThan(BAR_MS);
});

/** The parts of the running bot that read sources, with the server that says how it is: all on this thread, as in the program. */
async function start() {
  store = await openStore({ url: `file:${place.path("store.db")}` });
  closing.push(() => store.close());
  const fail = (error: unknown) => logger.error({ err: error }, "A job failed");
  const opened = await openJobs("file:x", store.deadJobs, { timings: JOB_TIMINGS, clock, onFailure: fail });
  const jobs = { ...opened, clock };
  const deps = { state: store.state, ledger: store.modelLedger, jobs: opened.queue, clock, logger };
  const watch = await createWatch({ host: "127.0.0.1", port: 0 }, deps);
  let health = "";
  await watch.serve([], (sentence) => {
    health = /http:\S+\/healthz/.exec(sentence)?.[0] ?? "";
  });
  closing.push(() => watch.stop());
  const roles = new Set(["schedule", "work"] as const);
  const told = { onPolled: () => undefined, onRead: () => undefined };
  const sources = startSources(LOOPBACK_SOURCES, {
    store,
    posters: [],
    reader: { writer: null, reads: [], settings: store.settings },
    jobs,
    roles,
    clock,
    logger,
    told,
  });
  closing.push(async () => {
    await Promise.all([sources.stopLooking(5000), opened.queue.stop(5000)]);
    await sources.close();
  });
  const { conversations } = store;
  const desk = createDesk({ store, conversations, clock, sourceWork: async () => sources.work, onFailure: fail });
  return { sources, desk, health };
}

/** Follows the feed at each of these paths; the ids of the sources by their names. */
async function follow(kind: string, names: string[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const name of names) {
    const url = `${origin}/${kind}/${encodeURIComponent(name)}`;
    const given = { workspaceId: "terminal", url, kind: "feed" as const, title: null, addedBy: null, addedIn: null };
    const source = await store.followed.sources.add({ ...given, atMs: Date.now() });
    if (source !== null) ids.set(name, source.id);
  }
  return ids;
}

/** Until each source has been looked at, and none of its entries waits: asked one by one, since the answers take this thread too. */
async function untilRead(ids: Map<string, number>): Promise<void> {
  for (const id of ids.values()) {
    for (let isRead = false; !isRead; ) {
      await sleep(20);
      const { polls, counts } = await store.followed.sources.history(id, 1);
      isRead = polls.length > 0 && counts.waiting === 0;
      if (!isRead) await sleep(500);
    }
  }
}

/** Whether people are told what became of it: a sentence on the whole, or each entry read, or dropped for a reason. */
function isTold({ polls, items }: SourceHistory): boolean {
  if (polls[0]?.outcome === "failed") return (polls[0].reason ?? "") !== "";
  return items.every(({ outcome, reason }) => outcome === "kept" || (outcome === "dropped" && reason !== null));
}

async function readOutlines({ work }: RunningSources, body: Buffer): Promise<number | null> {
  const groups = await work.outlines.read({ body, contentType: "text/xml" });
  return groups?.flatMap((group) => group.outlines).length ?? null;
}
