import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RereadStore } from "../../src/domain/evidence/reread-store.ts";
import { strikeMeeting } from "../../src/ingest/corrections/correct-meetings.ts";
import { forgetArticle } from "../../src/ingest/forget-article.ts";
import { rereadArticles } from "../../src/ingest/reread-articles.ts";
import { articleOf, extract } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";
import { PAGE, storeArticles, WORKSPACE } from "./store-work.ts";

/** Newer than the engine that stores. */
const NEWER = 1000;

const BILATERAL = articleOf({
  id: "bilateral",
  publishedAt: "2024-03-05",
  text: "Portuguese Prime Minister Ana Moreira met Norwegian Prime Minister Erik Solberg on the sidelines of the G20 summit on Monday.",
});
const SUMMIT = articleOf({
  id: "summit",
  publishedAt: "2024-03-06",
  text: "Leaders gathered for the Group of 20 summit in Accra on 4 and 5 March 2024. They spoke about debt.",
});
const EARLIER_SUMMIT = articleOf({
  id: "earlier",
  publishedAt: "2023-03-06",
  text: "Leaders gathered for the G20 summit in Quito on 4 March 2023. They spoke about grain.",
});
const VISIT = articleOf({
  id: "visit",
  publishedAt: "2024-03-06",
  text:
    "Peruvian President Rosa Quispe arrived in Chile on 4 March 2024 for a state visit. " +
    "Quispe met Chilean President Tomás Araya on 5 March 2024.",
});

const PLANNED_VISIT = articleOf({
  id: "planned",
  publishedAt: "2024-03-01",
  text: "Peruvian President Rosa Quispe will visit Chile on 4 March 2024.",
});
const MET_THE_GUEST = articleOf({
  id: "met",
  publishedAt: "2024-03-05",
  text: "Chilean Foreign Minister Paula Soto met Peruvian President Rosa Quispe in Santiago on 5 March 2024.",
});
const PLANNED_SUMMIT = articleOf({
  id: "planned-summit",
  publishedAt: "2024-02-20",
  text: "The G20 summit will be held on 4 March 2024, Portuguese Prime Minister Ana Moreira said.",
});

interface PartsStore extends StoreUnderTest {
  rereads: RereadStore;
}

/** What every implementation of the store owes to whoever asks of which summit or visit a meeting was a part. */
export function describeMeetingParts(name: string, open: () => Promise<PartsStore>): void {
  describe(`parts of summits and visits, on ${name}`, () => {
    let store: PartsStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    /** "Meeting of …: G20 summit in Accra, 2024-03-04" for each part, and "alone" where nothing but the name is known. */
    async function parts(): Promise<string[]> {
      const meetings = await store.meetings.find(WORKSPACE, PAGE);
      return meetings.flatMap(({ title, partOf }) =>
        partOf === undefined ? [] : `${title}: ${partOf.title}, ${partOf.id === null ? "alone" : partOf.date?.start}`,
      );
    }

    const MET = "Meeting of Ana Moreira and Erik Solberg";

    it("finds the summit in the article that tells of it, whichever came first", async () => {
      await storeArticles(store, [BILATERAL, EARLIER_SUMMIT, SUMMIT]);
      expect(await parts()).toEqual([`${MET}: G20 summit in Accra, 2024-03-04`]);
    });

    it("is not listed with meetings of states where it is of two of one state, unless one of them is asked for", async () => {
      const domestic = articleOf({
        id: "domestic",
        publishedAt: "2024-03-05",
        text:
          "Norwegian Prime Minister Erik Solberg met Norwegian Finance Minister Kari Lund on Monday. " +
          "Peruvian President Rosa Quispe met Solberg in Lima on 1 March 2024.",
      });
      await storeArticles(store, [domestic]);
      expect((await store.meetings.find(WORKSPACE, PAGE)).map(({ title }) => title)).toEqual([
        "Meeting of Rosa Quispe and Erik Solberg in Lima",
      ]);
      const [solberg] = await store.people.byName(WORKSPACE, "Erik Solberg", 1);
      const asked = await store.meetings.find(WORKSPACE, { personId: solberg?.id ?? "", ...PAGE });
      expect(asked.map(({ title }) => title)).toContain("Meeting of Erik Solberg and Kari Lund");
    });

    it("is of no summit of another year", async () => {
      await storeArticles(store, [EARLIER_SUMMIT, BILATERAL]);
      expect(await parts()).toEqual([`${MET}: G20 summit, 2024-03-01`]);
    });

    it("keeps the talks of a visit under it", async () => {
      await storeArticles(store, [VISIT]);
      expect(await parts()).toEqual(["Meeting of Rosa Quispe and Tomás Araya: Visit of Rosa Quispe to Chile, 2024-03-04"]);
    });

    it("holds after a new reading, and forgets a summit with the article that told of it", async () => {
      await storeArticles(store, [BILATERAL, SUMMIT, VISIT]);
      const before = await parts();
      const deps = { store, extract, engineVersion: NEWER, onFailure: () => {} };
      await rereadArticles(deps, { signal: new AbortController().signal, onBatch: () => {} });
      expect(await parts()).toEqual(before);
      await forgetArticle(store.evidence, WORKSPACE, SUMMIT);
      expect(await parts()).toContain(`${MET}: G20 summit, 2024-03-01`);
    });

    /** Whether something stored may be the report of each plan. */
    async function plans(): Promise<(boolean | undefined)[]> {
      const meetings = await store.meetings.find(WORKSPACE, PAGE);
      return meetings.filter(({ status }) => status === "planned").map(({ maybeHeld }) => maybeHeld);
    }

    it("says of a plan that another meeting may be the report of it, and only then", async () => {
      await storeArticles(store, [PLANNED_VISIT]);
      expect(await plans()).toEqual([undefined]);
      await storeArticles(store, [MET_THE_GUEST]);
      expect(await plans()).toEqual([true]);
    });

    it("says it of a planned gathering beside which somebody met", async () => {
      await storeArticles(store, [PLANNED_SUMMIT]);
      expect(await plans()).toEqual([undefined]);
      await storeArticles(store, [BILATERAL]);
      expect((await plans()).filter((each) => each === undefined)).toEqual([]);
    });

    it("hangs nothing under a visit that did not take place, as a manager said", async () => {
      await storeArticles(store, [VISIT]);
      const visit = (await store.meetings.find(WORKSPACE, PAGE)).find(({ kind }) => kind === "visit");
      await store.evidence.write(WORKSPACE, async (writer) => {
        const known = await writer.meetings.byId(visit?.id ?? "");
        if (known !== null) await strikeMeeting(writer, known, { setBy: "U1", setAtMs: 0 });
      });
      expect(await parts()).toEqual([]);
    });
  });
}
