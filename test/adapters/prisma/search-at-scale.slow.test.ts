import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillCorpus } from "../../../bench/corpus/fill-corpus.ts";
import { generateCorpus } from "../../../bench/corpus/generate-corpus.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { indexWords } from "../../../src/adapters/prisma/search/index-words.ts";
import { contentWords } from "../../../src/evidence/words.ts";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

const ARTICLES = 4000;
/** The articles that hold each word, oldest first. */
const holding = new Map<string, string[]>();

beforeAll(() => {
  for (const event of generateCorpus(ARTICLES))
    for (const { article } of event.articles)
      for (const word of contentWords(`${article.title} ${article.text}`))
        holding.set(word, [...(holding.get(word) ?? []), article.id]);
});

interface Place {
  url: string;
  drop(): Promise<void> | void;
}

const inFile = (): Place => {
  const folder = mkdtempSync(join(tmpdir(), "attache-search-"));
  return { url: `file:${join(folder, "store.db")}`, drop: () => rmSync(folder, { recursive: true, force: true }) };
};

const databases = [
  { name: "SQLite", make: inFile, isThere: true },
  { name: "PostgreSQL", make: temporaryPostgresql, isThere: postgresqlUrl !== "" },
];

describe.each(databases.filter(({ isThere }) => isThere))(
  "a search of a store with more articles than are ranked, on $name",
  ({ make }) => {
    let place: Place;
    let store: Store;

    beforeAll(async () => {
      place = await make();
      await fillCorpus(place.url, ARTICLES);
      store = await openStore({ url: place.url });
    });

    afterAll(async () => {
      await store.close();
      await place.drop();
    });

    const commonest = () => [...holding].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? expect.fail("No word.");
    const rare = () =>
      [...holding].find(([, ids]) => ids.length === 3 && Number(ids[2]?.slice(1)) < 900) ?? expect.fail("No word.");

    it("finds the old articles with a rare word, though all the newest hold the common one beside it", async () => {
      const [word, ids] = rare();
      const found = await store.articles.find("terminal", { terms: [commonest(), word], match: "any", limit: 24 });
      expect(found.map((each) => each.id)).toEqual(expect.arrayContaining(ids));
    });

    it("finds the newest articles with a word that most of them hold", async () => {
      const found = await store.articles.find("terminal", { terms: [commonest()], limit: 24 });
      expect(found).toHaveLength(24);
      expect(Math.min(...found.map((each) => Number(each.id.slice(1))))).toBeGreaterThan(300);
    });

    it("looks at the wanted days alone, however few of the articles with a common word are of them", async () => {
      const found = await store.articles.find("terminal", {
        terms: [commonest()],
        since: "2016-02-01",
        until: "2016-02-20",
        limit: 24,
      });
      expect(found.length).toBeGreaterThan(5);
      expect(found.every((each) => (each.publishedAt ?? "") >= "2016-02-01" && (each.publishedAt ?? "") <= "2016-02-20")).toBe(
        true,
      );
    });

    it("finds what one person said with a common word, however rarely they are named", async () => {
      const [person] = await store.people.byName("terminal", (await store.people.names("terminal", 200)).at(-1) ?? "", 1);
      const { id, articleIds } = person ?? expect.fail("Nobody.");
      const found = await store.articles.find("terminal", { personId: id, terms: [commonest()], limit: 24 });
      expect(found.map((each) => each.id).sort()).toEqual(
        articleIds.filter((each) => holding.get(commonest())?.includes(each)).sort(),
      );
    });

    it("finds nothing of another workspace, for answers or for stories", async () => {
      const { article } = [...generateCorpus(1)][0]?.articles[0] ?? expect.fail("No article.");
      const deps = {
        store: store.evidence,
        extract: async () => extractArticle(article),
        clock: { now: () => Date.UTC(2025, 9, 1) },
      };
      async function* read() {
        yield { kind: "article" as const, article: { ...article, url: null, id: "elsewhere", publishedAt: "2025-10-01" } };
      }
      for await (const result of ingestArticles(deps, { workspaceId: "other", articles: read() }))
        expect(result.status).toBe("new");
      const terms = contentWords(article.text).slice(0, 12);
      const found = await store.articles.find("terminal", { terms, match: "any", since: "2025-09-01", limit: 50 });
      expect(found.map((each) => each.id)).not.toContain("elsewhere");
      expect((await store.articles.find("other", { terms, match: "any", limit: 50 })).map((each) => each.id)).toEqual([
        "elsewhere",
      ]);
      const sought = terms.map((word) => ({ term: indexWords(word).join(""), weight: 1, held: 1 }));
      const query = { terms: sought, exceptArticleKey: 0, from: "2025-09-20", to: "2025-10-20", limit: 50 };
      const candidates = await store.evidence.write("terminal", ({ stories }) => stories.candidates(query));
      expect(candidates.length).toBeGreaterThan(0);
      expect(candidates.map((each) => each.articleKey)).not.toContain(ARTICLES + 1);
    });
  },
);
