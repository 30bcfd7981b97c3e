import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { expireArticles } from "../../src/ingest/expire-articles.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
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
    await store.events.claim("E1");
    expect(await expireArticles(store, NOW - 30 * DAY, never)).toEqual({ articles: 26, rows: 0 });
    expect(await store.articles.count("terminal")).toBe(1);
    expect((await store.people.all("terminal", PAGE)).map(({ name }) => name).sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
    expect((await store.meetings.find("terminal", PAGE)).map(({ articleIds }) => articleIds)).toEqual([["young"]]);
    expect((await store.quotes.find("terminal", PAGE)).every(({ articleId }) => articleId === "young")).toBe(true);
    expect(await store.articles.find("terminal", { terms: ["resigned"], limit: 5 })).toEqual([]);
    expect(await ingest("harbour", NOW)).toBe("new");
  });

  it("are not touched before their time; what else is older goes", async () => {
    await ingest("young", NOW);
    await store.events.claim("E1");
    await store.actions.put("terminal", [{ kind: "help" }]);
    expect(await expireArticles(store, NOW - 30 * DAY, never)).toEqual({ articles: 0, rows: 0 });
    expect(await expireArticles(store, Date.now() + DAY, AbortSignal.abort())).toEqual({ articles: 0, rows: 0 });
    expect(await expireArticles(store, Date.now() + DAY, never)).toEqual({ articles: 1, rows: 2 });
  });

  it("are one thing; events that no platform repeats any more go whether articles are kept or not", async () => {
    await store.events.claim("E1");
    expect(await store.retention.sweepEvents(Date.now() - DAY)).toBe(0);
    expect(await store.events.claim("E1")).toBe(false);
    expect(await store.retention.sweepEvents(Date.now() + DAY)).toBe(1);
    expect(await store.events.claim("E1")).toBe(true);
  });
});
