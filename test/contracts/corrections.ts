import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { CorrectionReader } from "../../src/domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../src/domain/evidence/evidence-store.ts";
import type { KnownMeeting } from "../../src/domain/evidence/meeting-store.ts";
import type { RereadStore } from "../../src/domain/evidence/reread-store.ts";
import type { ForgetStore } from "../../src/domain/workspace/forgetting.ts";
import { joinMeetings, partMeeting, redateMeeting, strikeMeeting } from "../../src/ingest/corrections/correct-meetings.ts";
import { correctSpeaker } from "../../src/ingest/corrections/correct-quotes.ts";
import { undoCorrection } from "../../src/ingest/corrections/undo-correction.ts";
import { articleIdentity } from "../../src/ingest/fingerprint.ts";
import { forgetArticle } from "../../src/ingest/forget-article.ts";
import { rereadArticles } from "../../src/ingest/reread-articles.ts";
import { articleOf, extract } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";
import { mergeNames, PAGE, storeArticles, WORKSPACE } from "./store-work.ts";

/** Newer than the engine that stores. */
const NEWER = 1000;
const SIGNED = { setBy: "U1", setAtMs: Date.parse("2024-03-07T09:00:00Z") };

const TALKS = articleOf({
  id: "talks",
  text:
    "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4. " +
    '"We share one ocean," Moreira said. The harbour was closed for the day.',
});
/** The same meeting, told again later. */
const AGAIN = articleOf({
  id: "again",
  publishedAt: "2024-03-06",
  text: "Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on March 4. It rained.",
});
/** Two days later, by the same two. */
const SECOND = articleOf({
  id: "second",
  publishedAt: "2024-03-08",
  text: "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on March 7. It snowed.",
});
const VISIT = articleOf({
  id: "visit",
  text: "Peruvian President Rosa Quispe met Chilean President Tomás Araya. They discussed copper and water.",
});

interface CorrectedStore extends StoreUnderTest {
  rereads: RereadStore;
  corrections: CorrectionReader;
  forgetting: ForgetStore;
}

/** What every implementation of the store owes to a manager who corrects what was read. */
export function describeCorrections(name: string, open: () => Promise<CorrectedStore>): void {
  describe(`corrections, on ${name}`, () => {
    let store: CorrectedStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    const ingest = (...articles: Article[]) => storeArticles(store, articles);
    const write = <T>(work: (writer: EvidenceWriter) => Promise<T>) => store.evidence.write(WORKSPACE, work);
    const meetings = () => store.meetings.find(WORKSPACE, PAGE);
    const corrections = () => store.corrections.list(WORKSPACE, PAGE);

    async function reread() {
      const onFailure = (error: unknown) => {
        throw error;
      };
      const run = { signal: new AbortController().signal, onBatch: () => undefined };
      await rereadArticles({ store, extract, engineVersion: NEWER, onFailure }, run);
    }

    async function undo(): Promise<void> {
      const [correction] = await corrections();
      expect(await write((writer) => undoCorrection(writer, Number(correction?.id.slice(1))))).not.toBeNull();
      expect(await corrections()).toEqual([]);
    }

    async function correct(name: string | null): Promise<void> {
      const [quote] = await store.quotes.find(WORKSPACE, PAGE);
      const [person] = name === null ? [] : await store.people.byName(WORKSPACE, name, 1);
      const said = { quoteId: quote?.id ?? "", name, personId: person?.id ?? null, ...SIGNED };
      expect(await write((writer) => correctSpeaker(writer, said))).toBe(true);
    }

    const speakers = async () =>
      (await store.quotes.find(WORKSPACE, PAGE)).map((quote) => [quote.speaker?.name ?? null, quote.isCorrected ?? false]);

    async function known(articleId: string): Promise<KnownMeeting> {
      const [meeting] = await store.meetings.find(WORKSPACE, { ...PAGE, articleIds: [articleId] });
      return (await write((writer) => writer.meetings.byId(meeting?.id ?? ""))) as KnownMeeting;
    }

    const strike = async (articleId: string) => {
      const meeting = await known(articleId);
      await write((writer) => strikeMeeting(writer, meeting, SIGNED));
    };

    it("gives a quotation to whoever a manager says spoke, through a new text and a new engine, and back", async () => {
      await ingest(TALKS);
      expect(await speakers()).toEqual([["Ana Moreira", false]]);
      await correct("Erik Solberg");
      expect(await speakers()).toEqual([["Erik Solberg", true]]);
      await ingest({ ...TALKS, text: `Late on Tuesday. ${TALKS.text}` });
      expect(await speakers()).toEqual([["Erik Solberg", true]]);
      await reread();
      expect(await speakers()).toEqual([["Erik Solberg", true]]);
      const [solberg] = await store.people.byName(WORKSPACE, "solberg", 1);
      expect(await store.quotes.find(WORKSPACE, { ...PAGE, personId: solberg?.id ?? "" })).toHaveLength(1);
      const [correction] = await corrections();
      expect(correction).toMatchObject({ setBy: "U1", setAt: "2024-03-07T09:00:00.000Z", article: { id: "talks" } });
      await undo();
      expect(await speakers()).toEqual([["Ana Moreira", false]]);
      const [moreira] = await store.people.byName(WORKSPACE, "moreira", 1);
      expect(await store.quotes.find(WORKSPACE, { ...PAGE, personId: moreira?.id ?? "" })).toHaveLength(1);
    });

    it("keeps one correction of a quotation, and gives it back to whom the engine gave it", async () => {
      await ingest(TALKS);
      await correct("Erik Solberg");
      await correct(null);
      expect(await speakers()).toEqual([[null, true]]);
      await undo();
      expect(await speakers()).toEqual([["Ana Moreira", false]]);
    });

    it("follows the speaker through a merge of names", async () => {
      await ingest(TALKS, articleOf({ id: "other", text: "Anita Queiroz flew to Oslo. It was cold, Queiroz said." }));
      await correct("Anita Queiroz");
      await mergeNames(store, "Anita Queiroz", "Ana Moreira");
      const [moreira] = await store.people.byName(WORKSPACE, "moreira", 1);
      expect(await store.quotes.find(WORKSPACE, { ...PAGE, personId: moreira?.id ?? "" })).toHaveLength(1);
    });

    it("tells no meeting that did not take place, whoever reports it and however often it is read, until that is taken back", async () => {
      await ingest(TALKS, SECOND);
      expect(await meetings()).toHaveLength(2);
      await strike("talks");
      await ingest(AGAIN, { ...TALKS, text: `Late on Tuesday. ${TALKS.text}` });
      await reread();
      expect((await meetings()).map(({ articleIds }) => articleIds)).toEqual([["second"]]);
      await undo();
      expect((await meetings()).map(({ articleIds }) => articleIds.toSorted())).toEqual([["second"], ["again", "talks"]]);
    });

    it("makes no passage of a sentence that tells of a meeting which did not take place", async () => {
      await ingest(TALKS);
      const sentences = async () => {
        const [article] = await store.articles.load(WORKSPACE, ["talks"]);
        return [...(article?.sentences ?? []), ...(article?.summary ?? [])].map(({ start, end }) =>
          article?.text.slice(start, end),
        );
      };
      expect((await sentences()).join()).toContain("met");
      await strike("talks");
      expect((await sentences()).join()).not.toContain("met");
      expect((await sentences()).join()).toContain("The harbour was closed");
    });

    it("knows an undated meeting again that did not take place", async () => {
      await ingest(VISIT);
      await strike("visit");
      await ingest({ ...VISIT, text: `${VISIT.text} Nobody else came.` });
      await reread();
      expect(await meetings()).toEqual([]);
    });

    it("knows a struck meeting again that an engine did not find for a while", async () => {
      await ingest(TALKS);
      await strike("talks");
      const blind = async (article: Article) => ({ ...(await extract(article)), meetings: [] });
      await storeArticles(store, [{ ...TALKS, text: `${TALKS.text} It rained.` }], blind);
      await ingest({ ...TALKS, text: `${TALKS.text} It snowed.` }, AGAIN);
      expect(await meetings()).toEqual([]);
    });

    it("gives a meeting the date that a manager says, also where later articles give the old one, and back", async () => {
      await ingest(TALKS);
      const meeting = await known("talks");
      const date = { start: "2024-02-20", end: "2024-02-20", precision: "day" as const };
      await write((writer) => redateMeeting(writer, meeting, { date, ...SIGNED }));
      await ingest(AGAIN);
      await reread();
      const [told, ...others] = await meetings();
      expect(others).toEqual([]);
      expect(told).toMatchObject({ date, isRedated: true });
      expect(told?.articleIds.toSorted()).toEqual(["again", "talks"]);
      await undo();
      const [restored] = await meetings();
      expect(restored?.date?.start).toBe("2024-03-04");
      expect(restored?.isRedated).toBeUndefined();
    });

    it("makes two meetings one, for later articles as well, and two again", async () => {
      await ingest(TALKS, SECOND);
      const [keep, other] = [await known("talks"), await known("second")];
      await write((writer) => joinMeetings(writer, { keep, other }, SIGNED));
      await ingest({ ...SECOND, id: "third", text: `${SECOND.text} Nobody minded.` });
      await reread();
      expect((await meetings()).map(({ articleIds }) => articleIds.toSorted())).toEqual([["second", "talks", "third"]]);
      await undo();
      expect((await meetings()).map(({ articleIds }) => articleIds.toSorted())).toEqual([["second", "third"], ["talks"]]);
    });

    it("takes what one article tells out of a meeting, through a new text, and back", async () => {
      await ingest(TALKS, AGAIN);
      const meeting = await known("talks");
      const part = (articleId: string) =>
        write(async (writer) => {
          const article = await writer.articles.findByIdentity([articleIdentity({ id: articleId, url: null })]);
          const articleKey = article === null || article === "forgotten" ? 0 : article.key;
          return partMeeting(writer, { meeting, articleKey }, SIGNED);
        });
      expect(await part("nowhere")).toBe(false);
      expect(await part("again")).toBe(true);
      await ingest({ ...AGAIN, text: `${AGAIN.text} Nobody minded.` });
      await reread();
      expect((await meetings()).map(({ articleIds }) => articleIds).toSorted()).toEqual([["again"], ["talks"]]);
      await undo();
      expect((await meetings()).map(({ articleIds }) => articleIds.toSorted())).toEqual([["again", "talks"]]);
    });

    it("forgets a correction with the last article that it is about", async () => {
      await ingest(TALKS, AGAIN);
      await correct("Erik Solberg");
      await strike("talks");
      await forgetArticle(store.evidence, WORKSPACE, TALKS);
      expect((await corrections()).map(({ content }) => content.kind)).toEqual(["not-held"]);
      expect(await meetings()).toEqual([]);
      await forgetArticle(store.evidence, WORKSPACE, AGAIN);
      expect(await corrections()).toEqual([]);
    });

    it("forgets who corrected it where that user is forgotten, and keeps the correction", async () => {
      await ingest(TALKS);
      await strike("talks");
      expect(await store.forgetting.user(WORKSPACE, "U1")).toMatchObject({ unsigned: 1 });
      expect((await corrections()).map(({ setBy }) => setBy)).toEqual([null]);
      expect(await meetings()).toEqual([]);
    });

    it("keeps a workspace's corrections to itself", async () => {
      await ingest(TALKS);
      await strike("talks");
      expect(await store.corrections.list("slack:T1", PAGE)).toEqual([]);
      const [correction] = await corrections();
      const key = Number(correction?.id.slice(1));
      expect(await store.evidence.write("slack:T1", (writer) => undoCorrection(writer, key))).toBeNull();
      expect(await corrections()).toHaveLength(1);
    });
  });
}
