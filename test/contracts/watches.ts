import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/adapters/prisma/open-store.ts";
import { createPostingComposer } from "../../src/commands/digests/compose-posting.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import { DIGEST_TIMINGS } from "../../src/digest/digest-timings.ts";
import { createWatchMatcher } from "../../src/digest/watches/create-watch-matcher.ts";
import type { Asker, Desk } from "../../src/domain/chat/chat.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { storeArticle } from "../../src/ingest/store-article.ts";
import { withdrawArticle } from "../../src/ingest/withdraw-article.ts";
import { createFakePoster, type FakePoster } from "../fakes/digest-poster.ts";
import { createDirectDigests } from "../fakes/direct-digests.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";
import { typed } from "../fakes/typed.ts";

const TEAM = "slack:T1";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SET = Date.parse("2024-03-05T08:00:00Z");
const POST = articleOf({
  id: "post",
  url: "https://valley-post.example/lisbon",
  publisher: "Valley Post",
  text: "LISBON - Portugal's foreign minister, Ana Moreira, met her Norwegian counterpart, Erik Solberg, in Lisbon on March 4. The two spoke about fish.",
});
const ASKER: Asker = {
  platform: "slack",
  workspaceId: TEAM,
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: false,
  isMember: true,
  timeZone: "Europe/Lisbon",
};
const OTHER: Asker = { ...ASKER, userId: "U2", channelId: "C2" };
const MANAGER: Asker = { ...OTHER, userId: "U9", isManager: true };

/** What every store owes to those who watch: told once, at once, with its passage. */
export function describeWatches(name: string, open: () => Promise<{ store: Store; close(): Promise<void> }>): void {
  describe(`watches told on ${name}`, () => {
    const clock = { at: 0, now: () => clock.at };
    const stopwatch = {
      readMs: () => clock.at,
      async pause(ms: number) {
        clock.at += ms;
      },
    };
    let under: { store: Store; close(): Promise<void> };
    let poster: FakePoster;
    let desk: Desk;
    const failures: unknown[] = [];

    beforeEach(async () => {
      clock.at = SET;
      failures.length = 0;
      under = await open();
      poster = createFakePoster(() => clock.at);
      const { store } = under;
      desk = createDesk({ store, conversations: store.conversations, clock, onFailure: (error) => failures.push(error) });
    });

    afterEach(async () => {
      expect(failures).toEqual([]);
      await under.close();
    });

    const ask = async (line: string, asker = ASKER) => JSON.stringify(await desk.answer(asker, typed(line)));
    const see = async (article: Article) =>
      storeArticle(under.store.evidence, TEAM, {
        article,
        extraction: await extract(article),
        seenAtMs: clock.at,
        sourceKey: null,
      });
    async function process(given = poster) {
      await createWatchMatcher(under.store, clock).match();
      await createDirectDigests({
        store: under.store.digests,
        posters: [given],
        createComposer: () => createPostingComposer(under.store, clock),
        clock,
        stopwatch,
        timings: DIGEST_TIMINGS,
        onFailure: (error) => failures.push(error),
      }).run();
    }
    const messages = () => poster.posted.map(({ payload }) => JSON.stringify(payload));

    it("tells a meeting within the next look, with the passage, its link and buttons", async () => {
      await ask("/watch add Moreira meets Solberg");
      await see(LISBON);
      await process();
      expect(poster.posted.map(({ channelId }) => channelId)).toEqual(["C1"]);
      const [message] = messages();
      expect(message).toContain(
        "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4",
      );
      expect(message).toContain(LISBON.url);
      expect(message).toMatch(/"action":"why".*"action":"remove"/);
    });

    it("tells none twice: not of a second report, a changed text, or another look", async () => {
      await ask("/watch add any meeting of Portugal and Norway");
      await see(LISBON);
      await process();
      clock.at += HOUR;
      await see(POST);
      await process();
      await see({ ...LISBON, text: `${LISBON.text} The ministers had lunch.` });
      await process();
      expect(messages()).toHaveLength(1);
    });

    it("is told once by two processes that look at the same time", async () => {
      await ask("/watch add Moreira meets Solberg");
      await see(LISBON);
      await Promise.all([process(), process()]);
      clock.at += HOUR;
      await process();
      expect(messages()).toHaveLength(1);
    });

    it("is told once where the answer to the post was lost", async () => {
      await ask("/watch add Moreira meets Solberg");
      await see(LISBON);
      poster.failNext({ kind: "transient", maybePosted: true, code: "timeout" }, 0);
      await process();
      for (let look = 0; look < 4; look++) {
        clock.at += HOUR;
        await process();
      }
      expect(messages()).toHaveLength(1);
    });

    it("tells nothing that was published before the watch was set, or long before it came", async () => {
      await see(LISBON);
      clock.at = Date.parse("2024-03-20T08:00:00Z");
      await ask("/watch add Moreira meets Solberg");
      await see(POST);
      await process();
      expect(messages()).toEqual([]);
      expect(await ask("/watch why")).toContain("It has found nothing yet");
    });

    it("tells what comes in quiet hours afterwards, in one message", async () => {
      await ask("/watch add any meeting of Portugal quiet 8:00 to 10:00");
      await see(LISBON);
      await see(
        articleOf({
          id: "porto",
          text: "Portuguese Foreign Minister Ana Moreira met Spanish Foreign Minister Luis Vega in Porto on March 4.",
        }),
      );
      await process();
      expect(messages()).toEqual([]);
      clock.at += 2 * HOUR;
      await process();
      expect(messages()).toHaveLength(1);
      expect(messages()[0]).toMatch(/in Lisbon on March 4.*in Porto on March 4/);
    });

    it("says nothing where the article was withdrawn before it was told", async () => {
      await ask("/watch add Moreira meets Solberg quiet 8:00 to 10:00");
      await see(LISBON);
      await process();
      await withdrawArticle(under.store.evidence, TEAM, { article: LISBON, atMs: clock.at });
      clock.at += 2 * HOUR;
      await process();
      expect(messages()).toEqual([]);
    });

    it("tells who said it, and not what others said", async () => {
      await ask("/watch add Moreira on the ocean");
      await ask("/watch add Solberg on the ocean");
      await see(LISBON);
      await process();
      expect(messages()).toHaveLength(1);
      expect(messages()[0]).toContain("We share one ocean and one law");
    });

    it("reminds of a planned meeting, unless it was called off", async () => {
      await ask("/watch add Moreira meets Solberg, remind 1 day before");
      await see(
        articleOf({
          id: "plan",
          text: "Portuguese Foreign Minister Ana Moreira will meet Norwegian Foreign Minister Erik Solberg in Oslo on March 20.",
        }),
      );
      await process();
      expect(messages()).toHaveLength(1);
      clock.at = Date.parse("2024-03-19T10:00:00Z");
      await process();
      expect(messages()).toHaveLength(2);
      expect(messages()[1]).toContain("Coming up");
    });

    it("goes to the person alone where they ask for it, and nobody else sees it", async () => {
      await ask("/watch add Moreira meets Solberg by dm");
      await see(LISBON);
      await process();
      expect(poster.posted.map(({ channelId }) => channelId)).toEqual(["user:U1"]);
      expect(await ask("/watch list", OTHER)).toContain("There is no watch here yet");
      expect(await ask("/watch list", MANAGER)).toContain("by direct message to one person");
    });

    it("is stopped by whoever set it up and by managers, and then tells nothing", async () => {
      await ask("/watch add Moreira meets Solberg");
      expect(await ask("/watch stop 1", { ...OTHER, channelId: "C1" })).toContain("Only the person who set up a watch");
      expect(await ask("/watch stop 1", MANAGER)).toContain("I no longer watch for: Moreira meets Solberg");
      await see(LISBON);
      await process();
      expect(messages()).toEqual([]);
    });

    it("says how it was understood, refuses what it can't watch for, and too many", async () => {
      expect(await ask("/watch tell me when Moreira meets Solberg")).toContain(
        "I will tell this channel when a meeting or call of Moreira and Solberg is planned, moved, called off or held. No article names",
      );
      expect(await ask("/watch add the weather")).toContain("I did not understand what to watch for");
      for (let at = 0; at < 24; at++) await ask(`/watch add Moreira meets Berg${at}`);
      expect(await ask("/watch add Moreira meets Dahl")).toContain("You have 25 watches, the maximum");
      expect(await ask("/watch add Moreira meets Solberg quiet 9pm to 7am")).toContain(
        "Quiet from 21:00 to 07:00, Europe/Lisbon",
      );
    });

    it("pauses where its channel is gone, and tells whoever set it up", async () => {
      await ask("/watch add Moreira meets Solberg");
      await see(LISBON);
      poster.failNext({ kind: "trouble", trouble: "gone", code: "channel_not_found" });
      await process();
      expect(poster.told).toMatchObject([{ userId: "U1", channelId: "C1" }]);
      expect(poster.told[0]?.sentence).toContain("I could not tell you of “Moreira meets Solberg”");
      expect(await ask("/watch list")).toContain("Paused");
    });
  });
}
