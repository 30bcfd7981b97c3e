import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../../src/adapters/operations/create-logger.ts";
import { createMetrics, type Metrics } from "../../../src/adapters/operations/metrics.ts";
import { type HealthServer, serveHealth } from "../../../src/adapters/operations/serve-health.ts";
import { type StallWatch, startStallWatch } from "../../../src/adapters/operations/stall-watch.ts";
import { createInProcessQueue } from "../../../src/adapters/queue/create-in-process-queue.ts";
import { explainListening } from "../../../src/adapters/web/explain-listening.ts";
import type { Chat, ChatHealth, Reply } from "../../../src/domain/chat/chat.ts";
import type { DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { type DeadJobStore, JOB_TIMINGS } from "../../../src/domain/job-queue.ts";
import type { ModelLedger } from "../../../src/domain/model/model-ledger.ts";
import type { StoreState } from "../../../src/domain/workspace/store-state.ts";
import { createFakeDesk } from "../../fakes/desk.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";
import { until } from "../../servers/until.ts";

const NO_DEAD: DeadJobStore = {
  keep: async () => undefined,
  list: async () => [],
  counts: async () => ({ fetch: 2 }),
  among: async () => [],
  drop: async () => [],
};
/** Keeps the event loop from everything else. */
function standStill(ms: number): void {
  for (const endsAt = performance.now() + ms; performance.now() < endsAt; );
}

const clock = { now: () => Date.parse("2026-03-02T08:00:00Z") };

describe("health", () => {
  const queue = createInProcessQueue(NO_DEAD, { timings: { ...JOB_TIMINGS, retries: 0 }, clock, onFailure: () => undefined });

  let broken: boolean;
  /** A store that never answers. */
  let hanging: (() => Promise<never>) | null = null;
  let chat: ChatHealth;
  let metrics: Metrics;
  let server: HealthServer;
  let stalls: StallWatch;

  const state: StoreState = {
    check: async () => {
      if (hanging !== null) return hanging();
      if (broken) throw new Error("connection refused for postgresql://desk:hunter2@db");
    },
    counts: async () =>
      hanging !== null
        ? hanging()
        : {
            workspaces: 2,
            articles: 15,
            sources: 3,
            failingSources: 1,
            slotsDue: 4,
            leasesHeld: 6,
            doubts: { messages: 2, oldestMs: 12_500 },
          },
    size: async () => ({ bytes: 4096, freeBytes: null }),
  };
  const ledger: ModelLedger = {
    reserve: async () => true,
    add: async () => undefined,
    read: async () => [
      { day: "2026-03-02", purpose: "briefing", what: "input-tokens", count: 900 },
      { day: "2026-03-02", purpose: "briefing", what: "calls", count: 7 },
      { day: "2026-03-01", purpose: "answer", what: "input-tokens", count: 5 },
    ],
  };

  beforeEach(async () => {
    broken = false;
    chat = { platform: "slack", state: "connected", detail: null, counts: { answered: 0, failed: 0, malformed: 0, repeated: 0 } };
    stalls = startStallWatch();
    metrics = createMetrics({ state, ledger, jobs: queue, clock });
    const chats: Chat[] = [
      { start: async () => undefined, stop: async () => undefined, health: () => chat, whenFailed: () => undefined },
    ];
    const logger = createLogger("silent", []);
    server = await serveHealth({ host: "127.0.0.1", port: 0 }, { state, chats, metrics, stalls, logger });
  });

  afterEach(() => {
    stalls.stop();
    return server.stop();
  });

  const get = (path: string) => fetch(`${server.address}${path}`);

  it("says whether the host or the port is at fault where it cannot listen", async () => {
    const taken = Number(new URL(server.address).port);
    const serving = (host: string, port: number) =>
      serveHealth({ host, port }, { state, chats: [], metrics, stalls, logger: createLogger("silent", []) });
    await expect(serving("127.0.0.1", taken)).rejects.toThrow(
      `Could not serve health checks on 127.0.0.1:${taken}: the port is in use: set another HEALTH_PORT, or free this one.`,
    );
    // TEST-NET-1, which no machine has.
    await expect(serving("192.0.2.1", 0)).rejects.toThrow(/this machine has no such address: correct HEALTH_HOST/);
    const refused = Object.assign(new Error("no"), { code: "EACCES" });
    const settings = { host: "SLACK_HOST", port: "SLACK_PORT" };
    expect(explainListening(refused, { what: "It cannot listen", host: "::", port: 80, settings }).message).toBe(
      "It cannot listen on [::]:80: this user may not listen there: set a SLACK_PORT above 1023.",
    );
  });

  it("says that the process runs, and nothing where there is nothing", async () => {
    expect([(await get("/healthz")).status, (await get("/nothing")).status]).toEqual([200, 404]);
  });

  it("says which part is not ready, without what the part said", async () => {
    expect(await (await get("/readyz")).json()).toMatchObject({
      ready: true,
      parts: [{ part: "store" }, { part: "event-loop" }, { part: "slack" }],
    });
    broken = true;
    chat = { ...chat, state: "failed", detail: "Slack refuses the token." };
    const response = await get("/readyz");
    expect(response.status).toBe(503);
    const told = await response.text();
    expect(JSON.parse(told).parts).toEqual([
      { part: "store", ready: false, detail: expect.stringContaining("does not respond") },
      { part: "event-loop", ready: true, detail: null },
      { part: "slack", ready: false, detail: "Slack refuses the token." },
    ]);
    expect(told).not.toContain("hunter2");
  });

  it("says at /healthz, without the store, that the only platform is lost", async () => {
    broken = true;
    expect(await (await get("/healthz")).text()).toBe("ok\n");
    chat = { ...chat, state: "connecting", detail: "It is tried." };
    expect((await get("/healthz")).status).toBe(200);
    chat = { ...chat, state: "failed", detail: "Slack refuses the token." };
    const response = await get("/healthz");
    expect([response.status, await response.text()]).toEqual([503, "deaf\nslack: Slack refuses the token.\n"]);
  });

  it("is not ready after the program stood still, and says for how long", async () => {
    expect(await (await get("/metrics")).text()).toMatch(/attache_event_loop_stall_max_seconds\{since="start"\} [\d.]+\n/);
    standStill(2200);
    const response = await get("/readyz");
    expect(response.status).toBe(503);
    expect(JSON.parse(await response.text()).parts[1]).toMatchObject({
      part: "event-loop",
      ready: false,
      detail: expect.stringMatching(/was blocked for [2-9]\.\d seconds/),
    });
    const longest = async (since: string) =>
      Number(new RegExp(`stall_max_seconds\\{since="${since}"\\} ([\\d.]+)`).exec(await (await get("/metrics")).text())?.[1]);
    expect(await longest("scrape")).toBeGreaterThan(2);
    expect(await longest("scrape")).toBeLessThan(2);
    expect(await longest("start")).toBeGreaterThan(2);
  });

  it("counts what the process did while the store does not answer, and asks it once", async () => {
    let asked = 0;
    hanging = () => {
      asked += 1;
      return new Promise(() => undefined);
    };
    const [ready, metricsNow] = await Promise.all([get("/readyz"), get("/metrics"), get("/readyz"), get("/metrics")]);
    expect([ready.status, metricsNow.status]).toEqual([503, 200]);
    expect(await metricsNow.text()).toMatch(/attache_store_answers 0\n/);
    expect(asked).toBe(2);
    hanging = null;
  });

  it("counts commands with their outcome, posts, and what the store and the model did", async () => {
    const fake = createFakeDesk();
    const failed: Reply = {
      document: { title: "", audience: "asker", blocks: [], detail: [] },
      data: { error: "No." },
      files: [],
      topic: null,
    };
    const desk = metrics.work.desk({
      ...fake,
      answer: async (who, intent) => (intent.kind === "help" ? failed : fake.answer(who, intent)),
    });
    await desk.answer(MEMBER, { kind: "briefing", topic: "quad" });
    await desk.answer(MEMBER, { kind: "help" });
    const poster: DigestPoster = {
      platform: "slack",
      render: async () => [],
      post: async () => ({ kind: "refused", code: "x" }),
      find: async () => ({ kind: "found", messageId: "1.1", removed: 2 }),
      tell: async () => true,
    };
    const message = { workspaceId: "slack:T1", channelId: "C1", key: "k", payload: {}, rootId: null, topic: null };
    expect(await metrics.work.poster(poster).post(message, async () => true)).toEqual({ kind: "refused", code: "x" });
    await metrics.work.poster(poster).find(message, 0);
    const response = await get("/metrics");
    expect(response.headers.get("content-type")).toContain("text/plain");
    const text = await response.text();
    for (const line of [
      'attache_command_duration_seconds_count{command="briefing",outcome="answered"} 1',
      'attache_command_duration_seconds_count{command="help",outcome="failed"} 1',
      'attache_deliveries_total{platform="slack",outcome="refused"} 1',
      'attache_store_rows{kind="articles"} 15',
      "attache_digests_due 4",
      "attache_leases_held 6",
      "attache_digest_messages_in_doubt 2",
      "attache_digest_oldest_doubt_seconds 12.5",
      'attache_digest_copies_removed_total{platform="slack"} 2',
      "attache_store_size_bytes 4096",
      'attache_model_used_today{purpose="briefing",what="input-tokens"} 900',
    ])
      expect(text).toContain(line);
  });

  it("is refused in a sentence where the port is taken", async () => {
    const port = Number(new URL(server.address).port);
    const deps = { state, chats: [], metrics, stalls, logger: createLogger("silent", []) };
    await expect(serveHealth({ host: "127.0.0.1", port }, deps)).rejects.toThrow(/set another HEALTH_PORT/);
  });

  it("counts jobs by kind, state and outcome", async () => {
    await queue.send("extract", [1, 2, 3]);
    metrics.work.queue(queue).work("fetch", {
      concurrency: 1,
      handle: async (rowId) => {
        if (rowId === 2) throw new Error("No.");
      },
      onDry: () => undefined,
    });
    await queue.send("fetch", [1, 2]);
    await until(async () => {
      const text = await (await get("/metrics")).text();
      for (const line of [
        'attache_jobs{kind="extract",state="waiting"} 3',
        'attache_jobs{kind="fetch",state="dead"} 2',
        'attache_jobs_total{kind="fetch",outcome="done"} 1',
        'attache_jobs_total{kind="fetch",outcome="failed"} 1',
      ])
        expect(text).toContain(line);
    });
    await queue.stop(1000);
  });
});
