import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import type { Subscription } from "../../src/domain/digests/digest.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { extract, LISBON, ofToday } from "../fakes/evidence.ts";
import { FakeSlack } from "../servers/fake-slack.ts";
import { createServingProcess, type ServingProcess, until } from "./serving-process.ts";

/** Thirty take two minutes: DIGEST_KILLS=30 npx vitest run test/app/kill-during-digest.slow.test.ts. */
const KILLS = Number(process.env["DIGEST_KILLS"] ?? 6);
const WORKSPACE = "slack:T1";
/** Of a day that is over, so that the schedule's next one is another. */
const KEY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe("a process that is killed around a due digest", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let slack: FakeSlack;
  let store: Store;
  let served: ServingProcess;

  beforeEach(async () => {
    place = temporaryFolder();
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    slack.answerDelayMs = 25;
    await slack.listen();
    const url = `file:${place.path("store.db")}`;
    store = await openStore({ url });
    served = createServingProcess(url, slack);
    async function* read() {
      yield { kind: "article" as const, article: ofToday(LISBON) };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => Date.now() } };
    for await (const result of ingestArticles(deps, { workspaceId: WORKSPACE, articles: read() }))
      expect(result.status).toBe("new");
  });

  afterEach(async () => {
    await served.kill();
    await store.close();
    await slack.close();
    place.remove();
  });

  /** A digest of a channel of its own, due now. */
  async function follow(number: number): Promise<Subscription> {
    const channelId = `K${number}`;
    slack.state.channels.set(channelId, { id: channelId, hasBot: true, isPrivate: false, isArchived: false });
    const place = { workspaceId: WORKSPACE, platform: "slack" as const, channelId, createdBy: "U1" };
    // Its next one is half a day away, so that no other comes while this runs.
    const minuteOfDay = (Math.floor(Date.now() / 60_000) + 720) % 1440;
    const schedule = {
      minuteOfDay,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: "UTC",
      whenEmpty: "line" as const,
      language: "en" as const,
    };
    const now = Date.now();
    const given = { ...place, ...schedule, topics: ["portugal-norway"], createdAtMs: now };
    return store.digests.subscriptions.add(given, { key: KEY, dueAtMs: now });
  }

  it("has each digest in its channel, and none twice", { timeout: 600_000 }, async () => {
    const followed: Subscription[] = [];
    for (let number = 0; number < KILLS; number++) {
      followed.push(await follow(number));
      const before = slack.callsOf("chat.postMessage").length;
      served.start();
      // At its start, when the digest is claimed; or at a post, between the message's arrival and the record of it.
      const waitsFor = Math.random() < 0.3 ? "auth.test" : "chat.postMessage";
      const seen = waitsFor === "auth.test" ? slack.callsOf("auth.test").length : before;
      await until(() => slack.callsOf(waitsFor).length > seen);
      await sleep(Math.random() * 120);
      await served.kill();
    }
    served.start();
    await until(async () => (await statesOf(followed)).every((state) => state === "posted"));
    for (const { channelId } of followed) {
      const messages = slack.state.messages.filter((message) => message.channel === channelId);
      expect(messages.filter((message) => message.threadTs === null)).toHaveLength(1);
      expect(new Set(messages.map((message) => JSON.stringify(message.metadata))).size).toBe(messages.length);
      expect(messages.length).toBe(2);
    }
  });

  async function statesOf(followed: Subscription[]): Promise<string[]> {
    const slots = await Promise.all(followed.map(({ id }) => store.digests.subscriptions.slots(id, 10)));
    return slots.map((of) => of.find((slot) => slot.key === KEY)?.state ?? "missing");
  }
});
