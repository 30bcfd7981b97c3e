import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { collectNews } from "../../src/digest/collect-news.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import type { RereadStore } from "../../src/domain/evidence/reread-store.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { type RereadDeps, rereadArticles } from "../../src/ingest/reread-articles.ts";
import { articleOf, extract } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";
import { mergeNames, PAGE, storeArticles, WORKSPACE } from "./store-work.ts";

/** Newer than the engine that stores. */
const NEWER = 1000;

const TALKS = articleOf({
  id: "talks",
  title: "Ministers meet in Lisbon",
  text:
    "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4. " +
    '"We share one ocean," Moreira said. Solberg called the talks "frank and useful to both sides".',
});
/** The same meeting, by a paper that knows the minister under another name. */
const WIRE = articleOf({
  id: "wire",
  title: "Cables on the table in Lisbon",
  text:
    "Norwegian Foreign Minister Erik Solberg met Anita Queiroz in Lisbon on March 4. " +
    '"Nobody drew a line through it," Queiroz said. They spoke about cables.',
});
/** A meeting without a date, which no other article can be about. */
const VISIT = articleOf({
  id: "visit",
  title: "A quiet visit",
  text: "Peruvian President Rosa Quispe met Chilean President Tomás Araya. They discussed copper and water.",
});

interface RereadUnderTest extends StoreUnderTest {
  rereads: RereadStore;
}

/** As an engine would that hears only the first quotation, gives it to the wrong person and sees no meeting. */
async function readBadly(article: Article): Promise<Extraction> {
  const whole = await extract(article);
  const other = whole.people.at(-1)?.name ?? "";
  const quotes = whole.quotes
    .slice(0, 1)
    .map((quote) => ({ ...quote, speaker: quote.speaker && { ...quote.speaker, name: other } }));
  return { ...whole, quotes, meetings: [], countries: [], summary: [] };
}

/** What every implementation of the store owes to an engine that reads its articles again. */
export function describeRereads(name: string, open: () => Promise<RereadUnderTest>): void {
  describe(`articles that are read again, on ${name}`, () => {
    let store: RereadUnderTest;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    const ingest = (articles: Article[], read = extract) => storeArticles(store, articles, read);
    const merge = (merged: string, kept: string) => mergeNames(store, merged, kept);

    async function reread(read: RereadDeps["extract"] = extract, signal = new AbortController().signal) {
      const failed: string[] = [];
      const onFailure = (_error: unknown, articleId: string) => void failed.push(articleId);
      const deps = { store, extract: read, engineVersion: NEWER, onFailure };
      const sum = await rereadArticles(deps, { signal, onBatch: () => undefined });
      return { sum, failed };
    }

    /** All that readers are shown, with its ids. */
    async function everything() {
      const ids = ["talks", "wire", "visit"];
      return {
        articles: await store.articles.load(WORKSPACE, ids),
        quotes: (await store.quotes.find(WORKSPACE, PAGE)).toSorted((a, b) => (a.text < b.text ? -1 : 1)),
        people: (await store.people.all(WORKSPACE, PAGE)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        meetings: (await store.meetings.find(WORKSPACE, PAGE)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        stories: await store.stories.find(WORKSPACE, PAGE),
        revisions: await Promise.all(ids.map((id) => store.articles.revisions(WORKSPACE, id))),
      };
    }

    it("holds what a language model answered against the text again, and asks nobody", async () => {
      const reading = { quotes: [{ n: 1, speaker: "Moreira", sentence: 2 }] };
      await ingest([TALKS], async (article) => ({ ...(await extract(article)), reading }));
      await ingest([VISIT]);
      const given: unknown[] = [];
      const { sum } = await reread(async (article, extracting) => {
        given.push(extracting);
        return extract(article);
      });
      expect(sum).toBe(2);
      expect(given).toEqual([
        { workspaceId: WORKSPACE, reading: null },
        { workspaceId: WORKSPACE, reading },
      ]);
    });

    it("gives an article with what a language model answered, by its id, to its own workspace alone", async () => {
      const reading = { quotes: [{ n: 1, speaker: "Moreira", sentence: 2 }], people: [], meetings: null };
      await ingest([TALKS], async (article) => ({ ...(await extract(article)), reading }));
      await ingest([VISIT]);
      expect(await store.rereads.stored(WORKSPACE, "talks")).toEqual({ article: TALKS, reading });
      expect(await store.rereads.stored(WORKSPACE, "visit")).toEqual({ article: VISIT, reading: null });
      expect(await store.rereads.stored("slack:T999", "talks")).toBeNull();
      expect(await store.rereads.stored(WORKSPACE, "nowhere")).toBeNull();
    });

    it("are all as they were where the engine finds the same: ids, people merged by hand, revisions and stories", async () => {
      await ingest([TALKS, WIRE, VISIT]);
      await merge("Anita Queiroz", "Ana Moreira");
      const before = await everything();
      expect(before.meetings).toHaveLength(2);
      expect(await store.rereads.counts(NEWER)).toEqual({ done: 0, left: 3 });
      expect(await reread()).toEqual({ sum: 3, failed: [] });
      expect(await store.rereads.counts(NEWER)).toEqual({ done: 3, left: 0 });
      expect(await everything()).toEqual(before);
    });

    it("get what the old engine missed, and lose what it had wrong; a quotation of the same words stays the same, and no digest tells it again", async () => {
      await ingest([TALKS, WIRE, VISIT], readBadly);
      const before = await everything();
      const asked = { workspaceId: WORKSPACE, topics: ["lisbon", "copper"], period: null, told: {} };
      const { told, stories } = await collectNews(store, asked);
      expect(stories.flatMap((story) => story.fresh)).toHaveLength(3);
      expect(before.quotes.map((quote) => quote.speaker?.name)).toEqual(["Anita Queiroz", "Erik Solberg"]);
      await reread();
      const after = await everything();
      const spoken = new Map(after.quotes.map((quote) => [quote.text, quote]));
      expect([...spoken].map(([text, quote]) => [text, quote.speaker?.name])).toEqual([
        ['"Nobody drew a line through it,"', "Anita Queiroz"],
        ['"We share one ocean,"', "Ana Moreira"],
        ['"frank and useful to both sides"', "Erik Solberg"],
      ]);
      for (const quote of before.quotes) expect(spoken.get(quote.text)?.id).toBe(quote.id);
      expect(after.meetings.map((meeting) => meeting.articleIds)).toEqual(
        expect.arrayContaining([["visit"], expect.arrayContaining(["talks"])]),
      );
      expect(after.articles.map((article) => article.countries.length > 0 && article.summary.length > 0)).toEqual([
        true,
        true,
        true,
      ]);
      expect(after.articles.map(({ revision }) => revision)).toEqual([1, 1, 1]);
      expect((await collectNews(store, { ...asked, told })).stories).toEqual([]);
    });

    it("are read by one run after another, each once, where the first was stopped", async () => {
      const articles = Array.from({ length: 12 }, (_, at) => ({ ...TALKS, id: `n${at}`, text: `${TALKS.text} Dispatch ${at}.` }));
      await ingest(articles);
      const read: string[] = [];
      const stop = new AbortController();
      const stopping = async (article: Article) => {
        read.push(article.id);
        if (read.length === 5) stop.abort();
        return extract(article);
      };
      expect(await reread(stopping, stop.signal)).toEqual({ sum: 5, failed: [] });
      expect(await store.rereads.counts(NEWER)).toEqual({ done: 5, left: 7 });
      await reread(stopping);
      expect(await store.rereads.counts(NEWER)).toEqual({ done: 12, left: 0 });
      expect(read.toSorted()).toEqual(articles.map(({ id }) => id).toSorted());
      expect(await reread(stopping)).toEqual({ sum: 0, failed: [] });
    });

    it("stay as they were where they cannot be read; the others are", async () => {
      await ingest([TALKS, WIRE, VISIT]);
      const before = await everything();
      const failing = (article: Article) => (article.id === "wire" ? Promise.reject(new Error("no")) : extract(article));
      expect(await reread(failing)).toEqual({ sum: 2, failed: ["wire"] });
      expect(await everything()).toEqual(before);
      expect(await store.rereads.counts(NEWER)).toEqual({ done: 2, left: 1 });
    });

    it("are left alone where a publisher changed them, or they were forgotten, while they were read", async () => {
      await ingest([TALKS, WIRE]);
      const changing = async (article: Article) => {
        if (article.id === "wire") await ingest([{ ...WIRE, text: `${WIRE.text} A crowd waited outside.` }]);
        return extract(article);
      };
      expect(await reread(changing)).toEqual({ sum: 1, failed: [] });
      const [wire] = await store.articles.load(WORKSPACE, ["wire"]);
      expect(wire).toMatchObject({ revision: 2, text: expect.stringContaining("A crowd waited outside.") });
      expect(await store.quotes.find(WORKSPACE, { ...PAGE, articleIds: ["wire"] })).toHaveLength(1);
    });

    it("belong to all workspaces", async () => {
      await ingest([TALKS]);
      async function* one() {
        yield { kind: "article" as const, article: TALKS };
      }
      const deps = { store: store.evidence, extract, clock: { now: () => 0 } };
      for await (const result of ingestArticles(deps, { workspaceId: "slack:T1", articles: one() }))
        expect(result.status).toBe("new");
      expect(await reread()).toEqual({ sum: 2, failed: [] });
      expect(await store.people.all("slack:T1", PAGE)).toHaveLength(2);
    });
  });
}
