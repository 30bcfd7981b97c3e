import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { expireArticles } from "../../src/ingest/expire-articles.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { sweepRows } from "../../src/ingest/sweep-rows.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";

const PAGE = { limit: 50, offset: 0 };
const DAY = 86_400_000;
const NOW = Date.parse("2024-03-31T12:00:00Z");
const never = new AbortController().signal;

describe("articles that are kept for some days", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  async function ingest(id: string, seenAtMs: number, text = LISBON.text): Promise<string | undefined> {
    async function* read() {
      yield { kind: "article" as const, article: articleOf({ ...LISBON, id, url: `https://a.example/${id}`, text }) };
    }
    const deps = { store: store.evidence, extract, clock: { now: () => seenAtMs } };
    for await (const { status } of ingestArticles(deps, { workspaceId: "terminal", articles: read() })) return status;
    return undefined;
  }

  it("go with all that only they brought; what a younger one supports stays, and they may come back", async () => {
    for (let at = 0; at < 25; at++) await ingest(`old${at}`, NOW - 31 * DAY, `${LISBON.text} Wire ${at}.`);
    await ingest("harbour", NOW - 31 * DAY, 'Icelandic Foreign Minister Jon Asgeirsson resigned. "I am tired," Asgeirsson said.');
    await ingest("young", NOW - 29 * DAY);
    expect(await expireArticles(store, NOW - 30 * DAY, never)).toBe(26);
    expect(await store.articles.count("terminal")).toBe(1);
    expect((await store.people.all("terminal", PAGE)).map(({ name }) => name).sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
    expect((await store.meetings.find("terminal", PAGE)).map(({ articleIds }) => articleIds)).toEqual([["young"]]);
    expect((await store.quotes.find("terminal", PAGE)).every(({ articleId }) => articleId === "young")).toBe(true);
    expect(await store.articles.find("terminal", { terms: ["resigned"], limit: 5 })).toEqual([]);
    expect(await ingest("harbour", NOW)).toBe("new");
  });

  it("are not touched before their time, nor when the program is being stopped", async () => {
    await ingest("young", NOW);
    expect(await expireArticles(store, NOW - 30 * DAY, never)).toBe(0);
    expect(await expireArticles(store, NOW + DAY, AbortSignal.abort())).toBe(0);
    expect(await expireArticles(store, NOW + DAY, never)).toBe(1);
  });

  it("keep nobody waiting: timers are heard while they go, and a stop between two slices leaves the rest", async () => {
    for (let at = 0; at < 60; at++) await ingest(`old${at}`, NOW - 31 * DAY, `${LISBON.text} Wire ${at}.`);
    const stopping = new AbortController();
    // Set behind the first slice: one that is set before may be heard before anything has gone.
    const write: typeof store.evidence.write = async (...args) => {
      const written = await store.evidence.write(...args);
      setTimeout(() => stopping.abort(), 0);
      return written;
    };
    const evidence = Object.assign(Object.create(store.evidence), { write });
    const gone = await expireArticles({ evidence, retention: store.retention }, NOW, stopping.signal);
    expect(gone).toBeGreaterThan(0);
    expect(await store.articles.count("terminal")).toBe(60 - gone);
    expect(gone).toBeLessThan(60);
  });

  it("are one thing; what would grow beside them has its window whether they are kept or not", async () => {
    const now = Date.now();
    await store.events.claim("E1");
    await store.actions.put("terminal", [{ kind: "help" }]);
    await store.conversations.open("terminal", "t1", "quad");
    const turn = { questionId: "q1", askedBy: "U1", question: "Why?", answer: "Because.", askedAtMs: now };
    await store.conversations.addTurn("terminal", "t2", turn);
    await store.modelLedger.add(new Date(now).toISOString().slice(0, 10), "answer", { calls: 1 });
    const sweepAfter = (days: number, kept: number | null = null) =>
      sweepRows(store.retention, { nowMs: now + days * DAY + 1000, days: kept }, never);
    expect(await sweepAfter(1)).toBe(0);
    expect(await store.events.claim("E1")).toBe(false);
    expect(await sweepAfter(2)).toBe(1);
    expect(await store.events.claim("E1")).toBe(true);
    // Articles of seven days: what people asked is kept no longer.
    expect(await sweepAfter(7, 8)).toBe(1);
    expect(await store.conversations.find("terminal", "t2")).not.toBeNull();
    expect(await sweepAfter(8, 8)).toBe(4);
    expect(await store.conversations.find("terminal", "t2")).toBeNull();
    expect(await sweepAfter(799)).toBe(0);
    expect(await sweepAfter(802)).toBe(1);
  });
});
