import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleOf } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";
import { PAGE, storeArticles, WORKSPACE } from "./store-work.ts";

const OF_LEADERS = articleOf({
  id: "leaders",
  publishedAt: "2024-03-05",
  text: "Portuguese Prime Minister Ana Moreira spoke by phone with Norwegian Prime Minister Erik Solberg on 4 March 2024.",
});
const OF_STATES = articleOf({
  id: "states",
  publishedAt: "2024-04-20",
  text: "The visit follows a call between Portugal and Norway on 4 March 2024.",
});
const OF_OTHERS = articleOf({
  id: "others",
  publishedAt: "2024-04-20",
  text: "The visit follows a call between Peru and Norway on 4 March 2024.",
});

/** What every implementation of the store owes to whoever reads of states in one article and of the people who act for them in another. */
export function describeMeetingsOfStates(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`what states and their people did, on ${name}`, () => {
    let store: StoreUnderTest;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    it.each([
      ["people first", [OF_LEADERS, OF_STATES]],
      ["states first", [OF_STATES, OF_LEADERS]],
    ])("is one meeting, %s", async (_, articles) => {
      await storeArticles(store, articles);
      const meetings = await store.meetings.find(WORKSPACE, PAGE);
      expect(meetings.map(({ title }) => title)).toEqual(["Call between Ana Moreira and Erik Solberg"]);
      expect(meetings[0]?.articleIds.toSorted()).toEqual(["leaders", "states"]);
    });

    it("is two where another state called", async () => {
      await storeArticles(store, [OF_LEADERS, OF_OTHERS]);
      expect(await store.meetings.find(WORKSPACE, PAGE)).toHaveLength(2);
    });
  });
}
