import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { createMetrics, type Metrics } from "../../../src/adapters/operations/metrics.ts";
import type { DueSlot } from "../../../src/domain/digests/digest-store.ts";
import { emptyDepth, type JobLedger } from "../../../src/domain/job-queue.ts";
import type { ModelLedger } from "../../../src/domain/model/model-ledger.ts";
import type { FinishedPoll, WaitingItem } from "../../../src/domain/sources/source-store.ts";
import { articleOf } from "../../fakes/evidence.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const stalls = { takeLongestMs: () => 5, longestSinceStartMs: () => 9, recentLongMs: () => null, stop: () => undefined };
const jobs: JobLedger = {
  depth: async () => emptyDepth(),
  untakenMs: async () => 90_000,
  dead: async () => [],
  revive: async () => 0,
};
const counts = {
  workspaces: 1,
  articles: 2,
  sources: 3,
  failingSources: 0,
  slotsDue: 0,
  leasesHeld: 0,
  doubts: { messages: 0, oldestMs: 0 },
};
const state = { check: async () => undefined, counts: async () => counts, size: async () => ({ bytes: 4096, freeBytes: null }) };

describe("metrics", () => {
  let metrics: Metrics;
  const ledger: ModelLedger = { reserve: async () => true, add: async () => undefined, read: async () => [] };
  const read = async () => (await metrics.read(stalls)).text;

  beforeEach(() => {
    metrics = createMetrics({ state, ledger, jobs, clock: { now: () => NOW } });
  });

  it("count digests by their end, and how late those that were posted are", async () => {
    const due = { slot: { dueAtMs: NOW - 45_000 } } as DueSlot;
    metrics.work.digest(due, { kind: "done", state: "posted", trouble: null });
    metrics.work.digest(due, { kind: "done", state: "failed", trouble: null });
    metrics.work.digest(due, { kind: "lost" });
    const text = await read();
    for (const line of [
      'attache_digests_total{state="posted"} 1',
      'attache_digests_total{state="failed"} 1',
      'attache_digest_delay_seconds_bucket{le="30"} 0',
      'attache_digest_delay_seconds_bucket{le="60"} 1',
      "attache_digest_delay_seconds_count 1",
    ])
      expect(text).toContain(line);
  });

  it("count looks at sources, entries, and what was written of articles and by the model", async () => {
    const told: string[] = [];
    const sources = metrics.work.sources({ onPolled: () => void told.push("poll"), onRead: () => void told.push("entry") });
    sources.onPolled({} as never, { poll: { outcome: "failed" } } as FinishedPoll);
    sources.onRead({} as WaitingItem, { outcome: "dropped", reason: "No text.", barrier: null });
    expect(told).toEqual(["poll", "entry"]);
    const evidence = metrics.work.evidence({ write: async () => articleOf({ id: "a", text: "" }) as never });
    await evidence.write("terminal", async () => undefined);
    const model = metrics.work.ledger(ledger);
    await model.reserve(
      { day: "2026-03-02", purpose: "briefing", inputTokens: 9, outputTokens: 9, costMicros: 9 },
      null as never,
    );
    await model.add("2026-03-02", "briefing", { "input-tokens": -4, cached: 1, "rejected:number": 2 });
    metrics.work.retention();
    const text = await read();
    for (const line of [
      'attache_polls_total{outcome="failed"} 1',
      'attache_entries_total{outcome="dropped"} 1',
      "attache_store_write_duration_seconds_count 1",
      'attache_model_events_total{purpose="briefing",what="calls"} 1',
      'attache_model_events_total{purpose="briefing",what="rejected:number"} 2',
      `attache_retention_last_success_timestamp_seconds ${NOW / 1000}`,
      "attache_jobs_untaken_seconds 90",
    ])
      expect(text).toContain(line);
    expect(text).not.toContain("input-tokens");
  });

  it("that alerts and the dashboard ask for are there", async () => {
    const known = new Set((await read()).match(/^# TYPE \S+/gm)?.map((line) => line.slice("# TYPE ".length)));
    const files = ["deploy/prometheus/alerts.yaml", "deploy/prometheus/grafana-dashboard.json"];
    for (const file of files) {
      const named = readFileSync(file, "utf8").match(/\b(?:attache|process|nodejs)_[a-z_]+/g) ?? [];
      expect(named.length).toBeGreaterThan(10);
      for (const name of named) expect(known, `${name} in ${file}`).toContain(name.replace(/_(?:bucket|count|sum)$/, ""));
    }
  });

  it("and alert rules pass Prometheus' own check", { timeout: 30_000 }, async ({ skip }) => {
    skip(spawnSync("promtool", ["--version"]).status !== 0, "promtool is not installed (apt-get install prometheus)");
    const checked = spawnSync("promtool", ["check", "metrics"], { input: await read(), encoding: "utf8" });
    expect(checked.stderr + checked.stdout).toBe("");
    const rules = spawnSync("promtool", ["check", "rules", "deploy/prometheus/alerts.yaml"], { encoding: "utf8" });
    expect(rules.status, rules.stderr).toBe(0);
  });
});
