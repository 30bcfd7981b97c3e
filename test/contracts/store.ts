import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { EvidenceStore } from "../../src/domain/evidence/evidence-store.ts";
import type { StoreReaders } from "../../src/domain/sources/readers.ts";
import { createArticleStorer } from "../../src/ingest/create-article-storer.ts";
import { expireIn } from "../../src/ingest/expire-articles.ts";
import { forgetArticle } from "../../src/ingest/forget-article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";

export interface StoreUnderTest extends StoreReaders {
  evidence: EvidenceStore;
  close(): Promise<void>;
}

const WORKSPACE = "terminal";
const PAGE = { limit: 50, offset: 0 };

/** The report of one of eight events by one of four papers, in words that the other events share. */
function reportOf(at: number): Article {
  const places = ["Oslo", "Lisbon", "Accra", "Quito", "Hanoi", "Tunis", "Riga", "Lima"];
  const things = "wheat orchards tunnels ferries vaccines museums textiles reactors".split(" ");
  const verbs = ["releases", "increases", "agrees on", "purchases"];
  const [place, verb, what] = [places[at % 8] ?? "", verbs[at % 4] ?? "", things[at % 8] ?? ""];
  const text = `${place} ${verb} ${what}. The cables were the ${what} of report ${at}, said ${place}, where ${what} and vessels matter.`;
  return articleOf({ id: `r${at}`, url: `https://a.example/${at}`, title: `${place} ${verb} cables`, text });
}

async function* toRead(articles: Article[]) {
  for (const article of articles) yield { kind: "article" as const, article };
}

interface TalksReport {
  who: string;
  role: string;
  day: number;
  isTalk: boolean;
  at: string;
}

function reportsOfEvents(): Article[] {
  return Array.from({ length: 32 }, (_, at) => reportOf(at));
}

/** What every implementation of the store owes to the rest of the program. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the store on ${name}`, () => {
    let store: StoreUnderTest;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    async function ingest(articles: Article[], workspaceId = WORKSPACE) {
      const deps = { store: store.evidence, extract, clock: { now: () => Date.parse("2024-03-06T12:00:00Z") } };
      const results = [];
      for await (const result of ingestArticles(deps, { workspaceId, articles: toRead(articles) })) results.push(result);
      return results;
    }

    it("gives back what an article brought: text, quotes, people, meetings, a story", async () => {
      expect(await ingest([LISBON])).toEqual([{ id: "lisbon", status: "new" }]);
      const [body] = await store.articles.load(WORKSPACE, ["lisbon"]);
      expect(body?.text).toBe(LISBON.text);
      expect(body?.countries.sort()).toEqual(["NO", "PT"]);
      const quotes = await store.quotes.find(WORKSPACE, PAGE);
      expect(quotes.map((quote) => [quote.text, quote.speaker?.name])).toEqual([
        ['"We share one ocean and one law,"', "Ana Moreira"],
        ['"frank and useful to both sides"', "Erik Solberg"],
      ]);
      for (const quote of quotes) expect(LISBON.text.slice(quote.start, quote.end)).toBe(quote.text);
      const [meeting] = await store.meetings.find(WORKSPACE, PAGE);
      expect(meeting).toMatchObject({
        date: { start: "2024-03-04", end: "2024-03-04", precision: "day" },
        place: "Lisbon",
        status: "held",
        articleIds: ["lisbon"],
      });
      expect(meeting?.participants.map((each) => each.name).sort()).toEqual(["Ana Moreira", "Erik Solberg"]);
      for (const citation of meeting?.evidence ?? []) expect(LISBON.text.slice(citation.start, citation.end)).toBe(citation.text);
      expect(await store.stories.find(WORKSPACE, PAGE)).toMatchObject([
        { title: "Foreign ministers meet in Lisbon", articleIds: ["lisbon"], firstSeen: "2024-03-05" },
      ]);
    });

    it("gives each of several new people a key of their own, whatever their names hold and whoever shares one", async () => {
      const names = ["Ana \u0000 Moreira", "Erik Solberg", "Ana \u0000 Moreira", "Zoe \ud800 Ode"];
      const found = await store.evidence.write(WORKSPACE, async ({ people }) => {
        const keys = await people.create(names);
        return Promise.all(keys.map((key) => people.byId(`p${key}`)));
      });
      const kept = names.map((name) => name.replace("\u0000", "\ufffd").toWellFormed());
      expect(found.map((person) => person?.name)).toEqual(kept);
      expect(new Set(found.map((person) => person?.key)).size).toBe(names.length);
    });

    it("looks for more words of names than a statement takes parameters", async () => {
      await ingest([LISBON]);
      const words = [...Array.from({ length: 2000 }, (_, at) => `w${at}`), "moreira"];
      const known = await store.evidence.write(WORKSPACE, ({ people }) => people.withNameWords(words));
      expect(known.map(({ name }) => name)).toEqual(["Ana Moreira"]);
    });

    it("keeps who wrote an article and in which language, where its publisher says so", async () => {
      const signed = { ...LISBON, author: "Ines Duarte", language: "en" };
      await ingest([signed, articleOf({ id: "unsigned", text: "Nothing was said." })]);
      const [first, second] = await store.articles.load(WORKSPACE, ["lisbon", "unsigned"]);
      expect(first).toMatchObject({ author: "Ines Duarte", language: "en" });
      expect(second).toMatchObject({ author: null, language: null });
      await ingest([{ ...signed, author: "Rui Duarte", text: `${LISBON.text} A correction was printed.` }]);
      expect(await store.articles.find(WORKSPACE, { limit: 1, terms: ["correction"] })).toMatchObject([{ author: "Rui Duarte" }]);
    });

    it("stores the same article once, however often and under whatever tracking parameters it comes", async () => {
      const again = { ...LISBON, url: `${LISBON.url}?utm_source=feed#top` };
      const results = await ingest([LISBON, LISBON, again]);
      expect(results.map((result) => result.status)).toEqual(["new", "unchanged", "unchanged"]);
      expect(await store.articles.count(WORKSPACE)).toBe(1);
    });

    it("leaves out what was published before a day, but for what has changed since, and tells when that was first published", async () => {
      const old = { ...LISBON, id: "old", url: "https://kelp.example/old", publishedAt: "2019-04-02" };
      await ingest([LISBON, old, { ...old, id: "moved", url: "https://kelp.example/moved", text: "Ferries sail from Oslo." }]);
      await ingest([
        { ...old, id: "moved", url: "https://kelp.example/moved", publishedAt: "2024-03-06", text: "Ferries sail." },
      ]);
      const found = await store.articles.find(WORKSPACE, { publishedSince: "2024-03-01", limit: 9 });
      expect(found.map(({ id, origin }) => [id, origin])).toEqual([
        ["moved", { publishedAt: "2019-04-02", followedSince: null }],
        ["lisbon", { publishedAt: "2024-03-05", followedSince: null }],
      ]);
    });

    it("keeps a changed text as a revision, and takes back what the old one brought", async () => {
      const corrected = articleOf({
        ...LISBON,
        text: 'Portuguese Foreign Minister Ana Moreira fell ill. "The visit is off," a spokesman for the ministry said.',
      });
      const results = await ingest([LISBON, corrected]);
      expect(results.map((result) => result.status)).toEqual(["new", "updated"]);
      const quotes = await store.quotes.find(WORKSPACE, PAGE);
      expect(quotes.map((quote) => quote.text)).toEqual(['"The visit is off,"']);
      const people = await store.people.all(WORKSPACE, PAGE);
      expect(people.map((person) => person.name)).toEqual(["Ana Moreira"]);
      expect(await store.meetings.find(WORKSPACE, { ...PAGE, from: "2024-03-04", to: "2024-03-04" })).toEqual([]);
      const revisions = await store.articles.revisions(WORKSPACE, "lisbon");
      expect(revisions.map((revision) => [revision.revision, revision.text])).toEqual([
        [1, LISBON.text],
        [2, corrected.text],
      ]);
      expect((await store.articles.find(WORKSPACE, { terms: ["fisheries"], limit: 5 })).length).toBe(0);
      expect((await store.articles.find(WORKSPACE, { terms: ["ill"], limit: 5 })).length).toBe(1);
    });

    it("replaces no stored text with one that was decoded wrongly", async () => {
      const url = "https://a.example/decoded";
      const good = articleOf({ id: "g", url, text: "Dr. Müller met Minister Ödman in Oslo, and spoke of ferries." });
      const bad = { ...good, text: "Dr. MÃ¼ller met Minister \ufffddman in Oslo, and spoke of ferries and of cables." };
      const better = { ...good, text: "Dr. Müller met Minister Ödman in Oslo, and spoke of ferries and of cables." };
      const statuses: string[] = [];
      for (const article of [bad, good, bad, better]) statuses.push(...(await ingest([article])).map(({ status }) => status));
      expect(statuses).toEqual(["new", "updated", "unchanged", "updated"]);
    });

    it("knows a person of two articles as one, with the aliases and roles of both", async () => {
      const later = articleOf({
        id: "oslo",
        publishedAt: "2024-06-01",
        text: 'Prime Minister A. Moreira of Portugal landed in Oslo. "It is good to be back," Moreira said.',
      });
      await ingest([LISBON, later]);
      const people = await store.people.byName(WORKSPACE, "moreira", 5);
      expect(people).toHaveLength(1);
      expect(people[0]?.name).toBe("Ana Moreira");
      expect(people[0]?.aliases).toContain("A. Moreira");
      expect(people[0]?.roles.map((role) => [role.title, role.country]).sort()).toEqual([
        ["Foreign Minister", "PT"],
        ["Prime Minister", "PT"],
      ]);
      expect(people[0]).toMatchObject({ articles: 2, articleIds: ["oslo", "lisbon"] });
      expect((await store.people.byName(WORKSPACE, "Prime Minister Ana Moreira", 5)).map(({ name }) => name)).toEqual([
        "Ana Moreira",
      ]);
    });

    it("merges the reports of one meeting, and keeps the date that each gives", async () => {
      const other = articleOf({
        id: "wire",
        publisher: "Meridian Wire",
        text: "Norwegian Foreign Minister Erik Solberg held talks with Portuguese Foreign Minister Ana Moreira in Lisbon on March 5 on a cable between the two countries.",
      });
      await ingest([LISBON, other]);
      const meetings = await store.meetings.find(WORKSPACE, PAGE);
      expect(meetings).toHaveLength(1);
      expect(meetings[0]?.articleIds.sort()).toEqual(["lisbon", "wire"]);
      expect(meetings[0]?.reportedDates.map((each) => [each.articleId, each.date.start]).sort()).toEqual([
        ["lisbon", "2024-03-04"],
        ["wire", "2024-03-05"],
      ]);
    });

    it("knows a plan without a day and its report as one meeting, and a gathering by each of its names", async () => {
      const plan = articleOf({
        id: "plan",
        publishedAt: "2024-02-20",
        text: "Norwegian Foreign Minister Erik Solberg will meet Portuguese Foreign Minister Ana Moreira in Lisbon, his ministry said. Leaders will gather for a G20 summit in Oslo on 2 March 2024.",
      });
      const summit = articleOf({
        id: "summit",
        publishedAt: "2024-03-03",
        text: "Leaders gathered for the Group of 20 summit in Oslo on 3 March 2024.",
      });
      await ingest([plan, LISBON, summit]);
      const meetings = await store.meetings.find(WORKSPACE, PAGE);
      expect(meetings.map(({ title, date, status, articleIds }) => [title, date?.start, status, articleIds.sort()])).toEqual([
        ["Meeting of Erik Solberg and Ana Moreira in Lisbon", "2024-03-04", "held", ["lisbon", "plan"]],
        ["G20 summit in Oslo", "2024-03-03", "held", ["plan", "summit"]],
      ]);
    });

    it("finds articles by countries, by a person, by words and by date", async () => {
      await ingest([
        LISBON,
        articleOf({
          id: "chess",
          publishedAt: "2023-01-02",
          text: "A chess club in Norway opened its doors on Monday, and forty people came to play until the evening.",
        }),
      ]);
      const ids = async (query: Parameters<StoreUnderTest["articles"]["find"]>[1]) =>
        (await store.articles.find(WORKSPACE, query)).map((article) => article.id);
      expect(await ids({ allCountries: ["NO"], limit: 9 })).toEqual(["lisbon", "chess"]);
      expect(await ids({ allCountries: ["NO", "PT"], limit: 9 })).toEqual(["lisbon"]);
      expect(await ids({ someCountries: { codes: ["NO", "PT", "SE"], min: 2 }, limit: 9 })).toEqual(["lisbon"]);
      expect(await ids({ terms: ["chess"], limit: 9 })).toEqual(["chess"]);
      expect(await ids({ allCountries: ["NO"], since: "2024-01-01", limit: 9 })).toEqual(["lisbon"]);
      expect(await ids({ allCountries: ["NO"], until: "2023-12-31", limit: 9 })).toEqual(["chess"]);
      expect(await ids({ allCountries: ["NO"], among: ["chess", "unknown"], limit: 9 })).toEqual(["chess"]);
      expect(await ids({ allCountries: ["NO"], among: [], limit: 9 })).toEqual([]);
      const said = async (bounds: { since?: string; until?: string }) =>
        (await store.quotes.find(WORKSPACE, { ...PAGE, ...bounds })).length;
      expect([await said({ since: "2024-01-01" }), await said({ until: "2023-12-31" })]).toEqual([2, 0]);
      expect(await said({ since: "2024-01-01", until: "2024-12-31" })).toBe(2);
      const [person] = await store.people.byName(WORKSPACE, "solberg", 1);
      expect(await ids({ personId: person?.id ?? "", limit: 9 })).toEqual(["lisbon"]);
      const [other] = await store.people.byName(WORKSPACE, "moreira", 1);
      const both = { personId: person?.id ?? "", limit: 9 };
      expect(await ids({ ...both, otherPersonIds: [other?.id ?? ""] })).toEqual(["lisbon"]);
      expect(await ids({ ...both, otherPersonIds: ["p9999999"] })).toEqual([]);
      const met = async (personIds: string[]) => (await store.meetings.find(WORKSPACE, { ...PAGE, personIds })).length;
      expect(await met([person?.id ?? "", other?.id ?? ""])).toBe(await met([person?.id ?? ""]));
      expect(await met([person?.id ?? "", other?.id ?? ""])).toBeGreaterThan(0);
      expect(await met([person?.id ?? "", "p9999999"])).toBe(0);
    });

    it.each(['"', "*", "a OR", "NEAR(", "title:x", "{scope} : y", "\u0000", "-", "';--"])(
      "takes %j as words to look for, not as an operator",
      async (hostile) => {
        await ingest([LISBON]);
        expect(await store.articles.find(WORKSPACE, { terms: [hostile], limit: 5 })).toEqual([]);
      },
    );

    it("takes a text with NUL characters and unpaired surrogates, once, with every span where it was", async () => {
      const text = `${LISBON.text} \u0000 \ud83d torn \udc00 "The\u0000 sea \ud800 is open," Ana Moreira said in Lisbon.`;
      const hostile = articleOf({ ...LISBON, id: "torn", url: null, title: "Torn \u0000 \ud801 title", text });
      expect((await ingest([hostile, hostile])).map((result) => result.status)).toEqual(["new", "unchanged"]);
      const [body] = await store.articles.load(WORKSPACE, [hostile.id]);
      expect(body?.text).toHaveLength(text.length);
      const quotes = await store.quotes.find(WORKSPACE, PAGE);
      expect(quotes.length).toBeGreaterThan(2);
      for (const quote of quotes) expect(body?.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(await store.articles.find(WORKSPACE, { terms: ["torn"], limit: 5 })).toHaveLength(1);
      expect(await store.people.byName(WORKSPACE, "\u0000\ud800", 5)).toEqual([]);
    });

    it("counts names and offices that become one in the store as one, and takes all of them off again", async () => {
      const extractOdd = async (article: Article) => {
        const extraction = await extract(article);
        const roles = ["Chief \u0000 Clerk", "Chief \ufffd Clerk", "Clerk \ud800"].map((title) => ({
          title,
          affiliation: null,
          country: null,
        }));
        const aliases = ["Ana \ufffd Moreira", "Ana \ud800 Moreira", "\u0000"];
        const people = extraction.people.map((person) => ({ ...person, name: "Ana \u0000 Moreira", aliases, roles }));
        return { ...extraction, people: people.slice(0, 1), quotes: [], meetings: [] };
      };
      const deps = { store: store.evidence, extract: extractOdd, clock: { now: () => Date.parse("2024-03-06T12:00:00Z") } };
      const articles = [LISBON, articleOf({ ...LISBON, id: "again", url: null })];
      for await (const { status } of ingestArticles(deps, { workspaceId: WORKSPACE, articles: toRead(articles) }))
        expect(status).toBe("new");
      const [person] = await store.people.all(WORKSPACE, PAGE);
      expect(person?.name).toBe("Ana \ufffd Moreira");
      expect(person?.roles.map(({ title }) => title)).toEqual(["Chief \ufffd Clerk", "Clerk \ufffd"]);
      for (const article of articles) expect(await forgetArticle(store.evidence, WORKSPACE, article)).toBe(true);
      expect(await store.people.all(WORKSPACE, PAGE)).toEqual([]);
      expect(await store.people.byName(WORKSPACE, "moreira", 5)).toEqual([]);
    });

    it("shows one workspace nothing of another's, even of the same article", async () => {
      await ingest([LISBON], "slack:T1");
      await ingest([LISBON], "discord:9");
      const [person] = await store.people.byName("slack:T1", "moreira", 1);
      for (const [one, other] of [["slack:T1", "terminal"]] as const) {
        expect(await store.articles.count(one)).toBe(1);
        expect(await store.articles.count(other)).toBe(0);
        expect(await store.articles.load(other, ["lisbon"])).toEqual([]);
        expect(await store.articles.find(other, { terms: ["ocean"], limit: 5 })).toEqual([]);
        expect(await store.quotes.find(other, PAGE)).toEqual([]);
        expect(await store.quotes.find("discord:9", { ...PAGE, personId: person?.id ?? "" })).toEqual([]);
        expect(await store.meetings.find("discord:9", { ...PAGE, personId: person?.id ?? "" })).toEqual([]);
        expect(await store.articles.find("discord:9", { personId: person?.id ?? "", limit: 5 })).toEqual([]);
        expect(await store.people.all(other, PAGE)).toEqual([]);
        expect(await store.stories.find(other, PAGE)).toEqual([]);
      }
    });

    it("stores nothing of a transaction that fails", async () => {
      await expect(
        store.evidence.write(WORKSPACE, async (writer) => {
          await writer.people.create(["Half Done"]);
          throw new Error("the power went");
        }),
      ).rejects.toThrow("the power went");
      expect(await store.people.all(WORKSPACE, PAGE)).toEqual([]);
    });

    it("groups a workspace's articles as if no other one were there, whatever the others read and take away", async () => {
      const other = "slack:T2";
      const reports = reportsOfEvents();
      const flood = Array.from({ length: 40 }, (_, at) => ({
        ...reportOf(at % 8),
        id: `f${at}`,
        url: `https://b.example/${at}`,
      }));
      const terms = ["cabl", "oslo", "releas", "increas", "agre", "report", "absent"];
      const sought = terms.map((term, at) => ({ term, weight: 1 + at / 10, held: 4 }));
      const window = { exceptArticleKey: -1, from: "2024-01-01", to: "2024-12-31", limit: 20 };
      const seen = async () => {
        const stories = await store.stories.find(WORKSPACE, PAGE);
        const counted = await store.evidence.write(WORKSPACE, (writer) => writer.stories.frequencies(terms));
        const likest = await store.evidence.write(WORKSPACE, (writer) => writer.stories.candidates({ terms: sought, ...window }));
        return {
          stories: stories.map(({ articleIds }) => [...articleIds].sort()).sort(),
          counted: { total: counted.total, holding: [...counted.holding].sort() },
          likest: likest.map(({ terms: held }) => held),
        };
      };
      const takeAway = (workspaceId: string) =>
        expireIn(store.evidence, { workspaceId, beforeMs: Date.parse("2030-01-01"), signal: new AbortController().signal });
      await ingest(reports);
      const alone = await seen();
      expect(alone.stories.length).toBeGreaterThan(4);
      expect(alone.counted.total).toBe(32);
      expect(Object.fromEntries(alone.counted.holding)).toMatchObject({ cabl: 32, releas: 8, oslo: 4, absent: 0 });
      expect(alone.likest).toHaveLength(20);
      await takeAway(WORKSPACE);
      expect(await store.articles.count(WORKSPACE)).toBe(0);
      await ingest(flood.slice(0, 20), other);
      await ingest(reports.slice(0, 16));
      await ingest(flood.slice(20), other);
      await ingest(reports.slice(16));
      expect(await seen()).toEqual(alone);
      // The counts of one that is alone again are those that it had beside the other.
      await takeAway(other);
      expect(await seen()).toEqual(alone);
    });

    it("stores articles that come together as if they came one after another, each once", async () => {
      const articles = [
        ...reportsOfEvents(),
        LISBON,
        { ...LISBON, id: "again" },
        { ...LISBON, text: `${LISBON.text} A correction was printed.` },
        articleOf({ ...LISBON, id: "copy", url: "https://b.example/copy", text: `${LISBON.text} A copy.` }),
      ];
      const other = "slack:T2";
      const statuses = (await ingest(articles)).map(({ status }) => status);
      const storeArticle = createArticleStorer(store.evidence, 8);
      const seenAtMs = Date.parse("2024-03-06T12:00:00Z");
      const together = articles.map(async (article) =>
        storeArticle(other, { article, extraction: await extract(article), seenAtMs, sourceKey: null }),
      );
      expect(await Promise.all(together)).toEqual(statuses);
      expect(statuses.slice(-4)).toEqual(["new", "unchanged", "updated", "new"]);
      const seen = async (workspaceId: string) => ({
        articles: await store.articles.count(workspaceId),
        stories: (await store.stories.find(workspaceId, PAGE)).map(({ id, ...story }) => story),
        people: (await store.people.all(workspaceId, PAGE)).map(({ id, ...person }) => person),
        meetings: (await store.meetings.find(workspaceId, PAGE)).map(({ id, participants, ...meeting }) => meeting),
        quotes: (await store.quotes.find(workspaceId, PAGE)).map(({ articleId, text }) => [articleId, text]),
      });
      expect(await seen(other)).toEqual(await seen(WORKSPACE));
    });

    describe("taking articles away", () => {
      const other = "slack:T2";
      let run = 0;
      /** Alike in part, so that what goes shares people, roles, meetings and stories with what stays. */
      const reportBy = ({ who, role, day, isTalk, at }: TalksReport): Article =>
        articleOf({
          id: `a${at}`,
          url: `https://a.example/${at}`,
          title: day === 0 ? null : `Talks of day ${day}, by paper ${at}`,
          publishedAt: `2024-03-${String(day + 10)}`,
          text:
            `Portuguese ${role} ${who} ${isTalk ? "met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4" : "opened a school"}. ` +
            `"We share ocean ${at}," ${who.split(" ").at(-1)} said. They discussed fisheries and wind.`,
        });
      const report = fc.record({
        who: fc.constantFrom("Ana Moreira", "A. Moreira", "Ana Maria Moreira", "Rui Duarte"),
        role: fc.constantFrom("Foreign Minister", "Prime Minister"),
        day: fc.integer({ min: 0, max: 3 }),
        isTalk: fc.boolean(),
      });
      const seen = async (workspaceId: string) => ({
        articles: (await store.articles.find(workspaceId, { limit: 50 })).map(({ id }) => id),
        stories: (await store.stories.find(workspaceId, PAGE)).map(({ id, ...story }) => story),
        people: (await store.people.all(workspaceId, PAGE)).map(({ id, ...person }) => person),
        meetings: (await store.meetings.find(workspaceId, PAGE)).map(({ id, participants, ...meeting }) => ({
          ...meeting,
          participants: participants.map(({ name: called }) => called),
        })),
        quotes: (await store.quotes.find(workspaceId, PAGE)).map(({ articleId, text, speaker }) => [
          articleId,
          text,
          speaker?.name,
        ]),
        words: await Promise.all(["maria", "moreira", "duarte"].map((word) => store.people.byName(workspaceId, word, 9))).then(
          (found) => found.map((people) => people.map(({ name: called }) => called)),
        ),
      });
      /** To count anew is to read all articles of a person: what comes and goes with an article must not. */
      const countedOnce: EvidenceStore = {
        write: (workspaceId, work) =>
          store.evidence.write(workspaceId, (writer) => {
            const rebuild = () => Promise.reject(new Error("A person was counted anew."));
            return work({ ...writer, people: { ...writer.people, rebuild } });
          }),
      };
      const expireAll = async (workspaceId: string) => {
        const beforeMs = Date.parse("2030-01-01");
        await expireIn(countedOnce, { workspaceId, beforeMs, signal: new AbortController().signal });
      };

      it("leaves what would be there if they had never come, whether they were forgotten or revised back", async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(report, { minLength: 1, maxLength: 5 }),
            fc.array(report, { minLength: 1, maxLength: 3 }),
            async (first, then) => {
              // What was forgotten would not come again.
              run += 1;
              const kept = first.map((each, at) => reportBy({ ...each, at: `${run}-${at}` }));
              const going = then.map((each, at) => reportBy({ ...each, at: `${run}-${first.length + at}` }));
              await ingest(kept, other);
              await ingest([...kept, ...going]);
              const changed = going.map((article) => ({ ...article, text: `${article.text} A correction was printed.` }));
              const deps = { store: countedOnce, extract, clock: { now: () => Date.parse("2024-03-06T12:00:00Z") } };
              for await (const { status } of ingestArticles(deps, { workspaceId: WORKSPACE, articles: toRead(changed) }))
                expect(status).toBe("updated");
              for (const article of going) expect(await forgetArticle(countedOnce, WORKSPACE, article)).toBe(true);
              expect(await seen(WORKSPACE)).toEqual(await seen(other));
              await expireAll(WORKSPACE);
              await expireAll(other);
              expect(await store.people.all(WORKSPACE, PAGE)).toEqual([]);
              expect(await store.meetings.find(WORKSPACE, PAGE)).toEqual([]);
              expect(await store.stories.find(WORKSPACE, PAGE)).toEqual([]);
            },
          ),
          { numRuns: 3, endOnFailure: true },
        );
      });
    });

    it("takes writers that come at once one after another", async () => {
      const articles = Array.from({ length: 12 }, (_, at) =>
        articleOf({ ...LISBON, id: `copy-${at}`, url: `https://a.example/${at}`, text: `${LISBON.text} Copy ${at}.` }),
      );
      await Promise.all(articles.map((article) => ingest([article])));
      expect(await store.articles.count(WORKSPACE)).toBe(12);
      expect(await store.people.byName(WORKSPACE, "moreira", 5)).toHaveLength(1);
      expect(await store.meetings.find(WORKSPACE, PAGE)).toHaveLength(1);
      expect(await store.stories.find(WORKSPACE, PAGE)).toHaveLength(1);
    });
  });
}
