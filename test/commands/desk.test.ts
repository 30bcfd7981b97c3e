import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import type { Asker, Desk } from "../../src/domain/chat/chat.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../fakes/desk-asker.ts";
import { articleOf, extract, LISBON } from "../fakes/evidence.ts";
import { typed } from "../fakes/typed.ts";

const WIRE = articleOf({
  id: "wire",
  title: "Solberg in Lisbon",
  url: "https://meridian-wire.example/lisbon",
  text: 'Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on March 4. "It went well," Solberg said.',
});

describe("the desk", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;
  const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    desk = createDesk({
      store,
      conversations: store.conversations,
      clock,
      onFailure: (error) => {
        throw error;
      },
    });
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  async function ingest(...articles: Article[]) {
    async function* read() {
      for (const article of articles) yield { kind: "article" as const, article };
    }
    const results = [];
    const run = { workspaceId: MEMBER.workspaceId, articles: read() };
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run)) results.push(result);
    return results;
  }

  /** What somebody types behind a slash, as the chats read it. */
  async function type(line: string, asker: Asker) {
    const [command = "", ...words] = line.split(" ");
    const { data, document } = await desk.answer(asker, typed([command, ...words].join(" ")));
    return { data: JSON.parse(JSON.stringify(data)), shown: JSON.stringify(document), audience: document.audience };
  }

  it("tells of a fault that nobody expected under the id that the log has for it", async () => {
    const failures: unknown[] = [];
    const conversations = store.conversations;
    const broken = { ...store, quotes: { ...store.quotes, find: () => Promise.reject(new Error("a fault")) } };
    await ingest(LISBON);
    desk = createDesk({
      store: broken,
      conversations,
      clock,
      onFailure: (error) => failures.push(error),
      reference: () => "0badcafe",
    });
    const { shown } = await type("quotes moreira", MEMBER);
    expect(shown).toContain("I have logged it (reference 0badcafe)");
    expect(failures).toHaveLength(1);
  });

  const onDiscord = (asker: Asker): Asker => ({ ...asker, platform: "discord", workspaceId: "discord:7" });

  describe("who may change what", () => {
    it("lets members of a Slack channel set up its digests, and admins alone mend names", async () => {
      expect((await type("/digest follow quad", MEMBER)).data).toMatchObject({ topics: ["quad"] });
      expect((await type("/digest stop quad", { ...MEMBER, isMember: false })).data.error).toBe(
        "Only members of this channel may set up, stop or post digests here. Join it first.",
      );
      expect((await type("/person merge A into B", MEMBER)).data.error).toBe(
        "Only people who manage this workspace may merge or split people's names. Ask one of them, or ask them to type /attache set names members.",
      );
      expect((await type("/sources add https://a.example/feed", MEMBER)).data.error).toContain(
        "Only people who manage this workspace may change sources",
      );
    });

    it("lets only those with Manage Server set up or stop digests on Discord", async () => {
      for (const line of ["/digest follow quad", "/digest stop quad", "/digest now quad"])
        expect((await type(line, onDiscord(MEMBER))).data.error).toContain("Only people with the Manage Server permission may");
      expect((await type("/digest follow quad", onDiscord(MANAGER))).data).toMatchObject({ topics: ["quad"] });
      expect((await type("/digest list", onDiscord(MEMBER))).data).toHaveLength(1);
    });

    it("is a setting that everybody sees and managers change, in their own workspace only", async () => {
      expect((await type("/attache settings", MEMBER)).data).toEqual({
        digests: "members",
        sources: "managers",
        names: "managers",
        model: { isOn: true, offIn: [] },
      });
      expect((await type("/attache settings", onDiscord(MEMBER))).data).toMatchObject({ digests: "managers" });
      const refused = await type("/attache set names members", MEMBER);
      expect(refused.data.error).toBe("Only people who manage this workspace may do that. Ask one of them.");
      expect(refused.audience).toBe("asker");
      expect((await type("/attache set names members", MANAGER)).data).toMatchObject({ names: "members", digests: "members" });
      expect((await type("/attache set Digests MANAGERS", MANAGER)).data).toMatchObject({
        names: "members",
        digests: "managers",
      });
      expect((await type("/person merge A into B", MEMBER)).data.error).toContain("No article names B");
      expect((await type("/digest follow quad", MEMBER)).data.error).toContain("ask them to type /attache set digests members");
      expect((await type("/person merge A into B", onDiscord(MEMBER))).data.error).toContain("may merge or split people's names");
    });

    it.each([
      "/attache set",
      "/attache set names",
      "/attache set names nobody",
      "/attache set prices low",
      "/attache set names members now",
    ])("says how %s is written", async (line) =>
      expect((await type(line, MANAGER)).data.error).toBe(
        "Type /attache set with digests, sources, names, and then managers or members; or model, and then on, off, on here, off here.",
      ),
    );

    it("falls back to what is safe where the stored setting is none", async () => {
      await type("/attache set names members", MANAGER);
      await store.settings.set(MEMBER.workspaceId, "names", "anybody" as "members");
      expect((await type("/attache settings", MEMBER)).data).toMatchObject({ names: "managers" });
    });

    it("never keeps the terminal from anything", async () => {
      const terminal: Asker = { ...MEMBER, platform: "terminal", isMember: false };
      expect((await type("/attache set digests managers", terminal)).data).toMatchObject({ digests: "managers" });
      expect((await type("/digest follow quad", terminal)).data).toMatchObject({ topics: ["quad"] });
    });
  });

  it("never makes a word that asks for nothing what a thread is about", async () => {
    const asker = { ...MEMBER, threadId: "T9" };
    await desk.openThread(MEMBER.workspaceId, "T9", null);
    for (const [at, question] of ["exit", "thank you", "Who met whom?"].entries())
      await desk.followUp({ asker, questionId: `q${at}`, question });
    const thread = await store.conversations.find(MEMBER.workspaceId, "T9");
    expect(thread?.turns.map((turn) => turn.question)).toEqual(["Who met whom?"]);
  });

  describe("forgetting", () => {
    const ask = (asker: Asker, questionId: string, threadId = "T1") =>
      desk.followUp({ asker: { ...asker, threadId }, questionId, question: `Who met whom in ${questionId}?` });

    it("forgets what a person asked and their id, and nobody else's", async () => {
      await desk.openThread(MEMBER.workspaceId, "T1", "quad");
      await ask(MEMBER, "q1");
      await ask(MANAGER, "q2");
      await ask(MEMBER, "q3", "T2");
      await type("/digest follow quad", MEMBER);
      await type("/digest follow india-japan", MANAGER);
      const { data, shown, audience } = await type("/attache forget me", MEMBER);
      expect(data).toEqual({ questions: 2, unsigned: 1 });
      expect(shown).toContain("I deleted 2 questions of yours and the answers, and I removed your id from 1 thing");
      expect(audience).toBe("asker");
      const left = await store.conversations.find(MEMBER.workspaceId, "T1");
      expect(left?.turns.map((turn) => turn.question)).toEqual(["Who met whom in q2?"]);
      expect((await type("/digest list", MEMBER)).data).toHaveLength(2);
      expect((await type("/attache forget me", MEMBER)).data).toEqual({ questions: 0, unsigned: 0 });
      expect((await type("/attache forget me", { ...MANAGER, workspaceId: "slack:T2" })).data).toEqual({
        questions: 0,
        unsigned: 0,
      });
    });

    it("deletes an article with all that it alone brought, and does not take it again", async () => {
      await ingest(LISBON, WIRE);
      expect((await type("/attache forget article wire", MEMBER)).data.error).toContain("Only people who manage this workspace");
      expect((await type("/attache forget article wire", MANAGER)).data).toEqual({ forgotten: "wire" });
      expect(await store.articles.load(MEMBER.workspaceId, ["wire"])).toEqual([]);
      expect(await store.articles.find(MEMBER.workspaceId, { terms: ["Solberg"], limit: 5 })).toHaveLength(1);
      expect((await type("/quotes solberg", MEMBER)).shown).not.toContain("It went well");
      const [meeting] = await store.meetings.find(MEMBER.workspaceId, { limit: 5, offset: 0 });
      expect(meeting?.articleIds).toEqual(["lisbon"]);
      expect(await ingest(WIRE)).toEqual([
        { id: "wire", status: "failed", reason: "A manager deleted wire, so it is not stored again." },
      ]);
    });

    it("deletes the last article with its people, meetings and story, by its address as well", async () => {
      await ingest(WIRE);
      await type(`/attache forget article ${WIRE.url}?utm_source=x`, MANAGER);
      const page = { limit: 5, offset: 0 };
      for (const read of [
        store.people.all,
        (id: string) => store.meetings.find(id, page),
        (id: string) => store.stories.find(id, page),
      ])
        expect(await read(MEMBER.workspaceId, page)).toEqual([]);
    });

    it("says what it does not know", async () => {
      expect((await type("/attache forget article nothing", MANAGER)).data.error).toContain("There is no article nothing here");
      expect((await type("/attache forget everything", MANAGER)).data.error).toContain("Type /attache forget me");
    });
  });
});
