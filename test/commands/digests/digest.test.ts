import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const WORKSPACE = "slack:T1";
const MEMBER: Asker = {
  platform: "slack",
  workspaceId: WORKSPACE,
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: false,
  isMember: true,
  timeZone: "Asia/Tokyo",
};

/** The wire's words under another paper's headline. */
const COPY = articleOf({
  ...LISBON,
  id: "copy",
  url: "https://valley-post.example/lisbon",
  title: "Moreira and Solberg meet",
  publisher: "Valley Post",
});

describe("/digest", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let commands: Commands;
  let woken: number;
  const clock = { at: 0, now: () => clock.at };
  const stopwatch = {
    readMs: () => clock.at,
    async pause(ms: number) {
      clock.at += ms;
    },
  };

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    woken = 0;
    clock.at = Date.parse("2024-03-06T12:00:00Z");
    commands = createCommands({
      store,
      clock,
      stopwatch,
      wakeDigests: () => {
        woken += 1;
      },
    });
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  async function ingest(articles: Article[], workspaceId = WORKSPACE) {
    async function* read() {
      for (const article of articles) yield { kind: "article" as const, article };
    }
    const deps = { store: store.evidence, extract, clock };
    for await (const result of ingestArticles(deps, { workspaceId, articles: read() })) expect(result.status).not.toBe("failed");
  }

  const type = (line: string, asker = MEMBER) => commands.answer(asker.workspaceId, typed(line), asker);
  const words = async (line: string, asker = MEMBER) => JSON.stringify((await type(line, asker)).document);
  const data = async (line: string, asker = MEMBER) => JSON.parse(JSON.stringify((await type(line, asker)).data));
  /** At the terminal `now` tells the digest by printing it. */
  const TERMINAL: Asker = { ...MEMBER, platform: "terminal", workspaceId: "terminal", channelId: "terminal", userId: "terminal" };

  it("follows at the hour that was asked for, in the zone of the asker's profile, and says when the first one comes", async () => {
    expect(await words("/digest follow portugal-norway, quad at 07:30 on weekdays")).toContain(
      "Thursday 7 March 2024, 07:30 (Asia/Tokyo)",
    );
    expect(await data("/digest list")).toEqual([
      {
        topics: ["portugal-norway", "quad"],
        minuteOfDay: 450,
        weekdays: [1, 2, 3, 4, 5],
        timeZone: "Asia/Tokyo",
        whenEmpty: "line",
        paused: null,
        next: "2024-03-06T22:30:00.000Z",
      },
    ]);
    expect(await data("/digest list", { ...MEMBER, channelId: "C2" })).toEqual([]);
  });

  it("follows the week ahead on Mondays, and shows what is planned for the next seven days", async () => {
    await ingest([
      articleOf({
        id: "plans",
        publishedAt: "2024-03-05",
        text:
          "Portuguese Foreign Minister Ana Moreira will meet Norwegian Foreign Minister Erik Solberg in Oslo on March 12. " +
          "Portuguese Foreign Minister Ana Moreira will meet Kenyan Foreign Minister Grace Wanjiru in Nairobi on March 21.",
      }),
    ]);
    expect(await words("/digest follow the week ahead on portugal-norway, kenya")).toContain(
      "at 08:00 on Monday, Asia/Tokyo; when nothing is planned I post one line",
    );
    expect(await data("/digest list")).toMatchObject([
      { topics: ["week ahead: portugal-norway", "week ahead: kenya"], weekdays: [1], next: "2024-03-10T23:00:00.000Z" },
    ]);
    const preview = await words("/digest preview");
    expect(preview).toContain("Tuesday, 12 March 2024");
    expect(preview).toContain("Meeting of Ana Moreira and Erik Solberg in Oslo");
    expect(preview).not.toContain("Wanjiru");
    expect(await data("/digest preview week ahead: kenya")).toMatchObject({ from: "2024-03-06", to: "2024-03-12", meetings: [] });
    expect(await words("/digest stop week ahead on kenya, week ahead: portugal-norway")).toContain("I stopped");
  });

  it("changes the schedule of topics that are followed already, and does not follow them twice", async () => {
    await type("/digest follow Quad at 8");
    expect(await words("/digest follow quad at 9pm Europe/Berlin")).toContain("at 21:00 every day, Europe/Berlin");
    expect(await data("/digest list")).toMatchObject([{ topics: ["Quad"], minuteOfDay: 1260, timeZone: "Europe/Berlin" }]);
  });

  it("lists that a digest pings a role and is published, in its language, and only where that was asked for", async () => {
    const follow = { kind: "digest", action: "follow", schedule: "at 8" } as const;
    const reach = { pings: "98765", isPublished: true };
    await commands.answer(MEMBER.workspaceId, { ...follow, topic: "quad", reach }, MEMBER);
    expect(await words("/digest list")).toContain("Each digest pings a role. Each digest is published");
    expect(await words("/digest list")).not.toMatch(/98765/);
    expect(await data("/digest list")).toMatchObject([{ reach }]);
    await type("/digest follow quad at 8 in German");
    expect(await words("/digest list")).toContain("Jeder Überblick erwähnt eine Rolle. Jeder Überblick wird");
    await type("/digest stop quad");
    await type("/digest follow quad at 8 in French");
    expect(await words("/digest list")).not.toMatch(/rôle|publiée/);
  });

  it("keeps its zone when somebody elsewhere retypes it, and tells the channel what changed", async () => {
    await type("/digest follow quad at 8 Delhi");
    const { document } = await type("/digest follow quad at 9", { ...MEMBER, userId: "U2", timeZone: "Europe/Berlin" });
    expect(document.audience).toBe("channel");
    expect(JSON.stringify(document)).toContain("at 09:00 every day, Asia/Kolkata");
    expect(JSON.stringify(document)).toContain("Before: at 08:00 every day, Asia/Kolkata.");
  });

  it("is suggested by what this channel follows", async () => {
    await type("/digest follow quad at 8");
    await type("/digest follow India-Japan at 8", { ...MEMBER, channelId: "C2" });
    const query = { what: "digest" as const, typed: "", channelId: MEMBER.channelId, limit: 5 };
    expect(await commands.suggest(MEMBER.workspaceId, query)).toEqual(["quad"]);
  });

  it("is in UTC where neither the platform nor the line tells a zone", async () => {
    expect(await words("/digest follow quad", { ...MEMBER, timeZone: null })).toContain("(UTC)");
  });

  it("asks which one is meant, and stops it", async () => {
    await expect(type("/digest stop")).rejects.toThrow("has no digest yet");
    await type("/digest follow quad");
    await type("/digest follow india-japan");
    await expect(type("/digest stop")).rejects.toThrow("Name one of this channel's digests: quad; india-japan.");
    await type("/digest stop INDIA-JAPAN");
    expect((await data("/digest list")).map((each: { topics: string[] }) => each.topics)).toEqual([["quad"]]);
  });

  it("says a word that it does not understand, and a topic that nothing is stored on", async () => {
    await expect(type("/digest follow quad at 99:00")).rejects.toThrow("I don't understand “99:00”");
    await expect(type("/digest follow")).rejects.toThrow("Name a topic");
    expect(await words("/digest follow zanzibar ferries at 8")).toContain("There are no articles on zanzibar ferries yet.");
  });

  it("previews what is new, and leaves it new", async () => {
    await type("/digest follow portugal-norway");
    await ingest([LISBON]);
    for (let times = 0; times < 2; times++) {
      const digest = await data("/digest preview");
      expect(digest.lead).toMatchObject({ status: "new", independentPublishers: 1, articleIds: ["lisbon"] });
      for (const { text, citations } of digest.lead.summary)
        expect(LISBON.text).toContain(citations[0].text === text ? text : "–");
      expect(digest.quotes.map((quote: { text: string }) => quote.text)).toContain('"We share one ocean and one law,"');
    }
  });

  it("tells a story once, then what changed in it, and an agency's copy not at all", async () => {
    await ingest([LISBON], "terminal");
    await type("/digest follow portugal-norway", TERMINAL);
    expect((await data("/digest now", TERMINAL)).lead).toMatchObject({ status: "new" });
    clock.at += 60_000;
    expect((await data("/digest now", TERMINAL)).lead).toBeNull();
    await ingest([COPY], "terminal");
    clock.at += 60_000;
    expect((await data("/digest now", TERMINAL)).lead).toBeNull();
    await ingest(
      [
        articleOf({
          id: "later",
          url: "https://kelp.example/lisbon",
          title: "Foreign ministers meet in Lisbon",
          publisher: "The Kelp",
          text: 'Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on March 5 to discuss fisheries and offshore wind. "The sea does not wait for lawyers," Solberg said after the talks in Lisbon.',
        }),
      ],
      "terminal",
    );
    clock.at += 60_000;
    const { lead } = await data("/digest now", TERMINAL);
    expect(lead).toMatchObject({
      status: "updated",
      independentPublishers: 2,
      articleIds: ["later"],
      changes: ["1 more article (The Kelp)", "1 quote"],
    });
    expect(lead.contradictions[0].says.map((each: { date: { start: string } }) => each.date.start)).toEqual([
      "2024-03-04",
      "2024-03-05",
    ]);
    await ingest(
      [{ ...LISBON, text: `${LISBON.text}\n\nA new paragraph on the treaty between Portugal and Norway came later.` }],
      "terminal",
    );
    clock.at += 60_000;
    expect((await data("/digest now", TERMINAL)).lead).toMatchObject({
      status: "updated",
      changes: ["The Harbour Gazette adds: A new paragraph on the treaty between Portugal and Norway came later."],
    });
    // A date that moves, another headline and an address with tracking words say nothing.
    await ingest(
      [
        {
          ...LISBON,
          publishedAt: "2024-03-06",
          title: "Updated: ministers meet",
          text: `${LISBON.text.replace(/\n+/g, "\n")}\n\nA new paragraph on the treaty between Portugal and Norway came later.`,
        },
      ],
      "terminal",
    );
    clock.at += 60_000;
    expect((await data("/digest now", TERMINAL)).lead).toBeNull();
  });

  it("does not begin with what was stored long before it was followed", async () => {
    await ingest([LISBON]);
    clock.at += 5 * 86_400_000;
    await type("/digest follow portugal-norway");
    expect((await data("/digest preview")).lead).toBeNull();
    expect(await words("/digest preview")).toContain("Nothing new on Portugal – Norway.");
  });

  it("tells nothing of an import of years ago as new, and lists no plan of then as coming", async () => {
    const old = articleOf({
      id: "old",
      publisher: "The Kelp",
      publishedAt: "2019-04-02",
      text: "Portuguese Foreign Minister Ana Moreira will meet Norwegian Foreign Minister Erik Solberg in Oslo. They met in Lisbon in 2018.",
    });
    await type("/digest follow portugal-norway", TERMINAL);
    await ingest([old, { ...old, id: "undated", publisher: "The Wire", publishedAt: null }], "terminal");
    const digest = await data("/digest now", TERMINAL);
    expect(digest).toMatchObject({ lead: null, stories: [], meetings: { held: [], coming: [] } });
    clock.at += 60_000;
    await ingest([LISBON], "terminal");
    expect((await data("/digest now", TERMINAL)).lead).toMatchObject({ status: "new", articleIds: ["lisbon"] });
    const preview = await words("/digest preview norway", TERMINAL);
    expect(preview).not.toContain("Oslo");
  });

  it("previews of two countries the last week with news between them, not one in which an article names both", async () => {
    const text =
      "A fair of boats opened in Vigo on Monday. Guests came on a ferry from Portugal to see the sails. Norway was too far away for most of them.";
    await ingest([LISBON, articleOf({ id: "fair", publishedAt: "2024-05-20", text })]);
    clock.at += 90 * 86_400_000;
    expect(await words("/digest preview portugal-norway")).toContain("The last news between them is of 5 March 2024.");
    expect(await data("/digest preview portugal-norway")).toMatchObject({ lead: { articleIds: ["lisbon"] }, stories: [] });
  });

  it("previews the last week with news of a topic that nobody follows, and says which", async () => {
    await ingest([LISBON]);
    expect(await words("/digest preview portugal-norway")).not.toContain("No article on this is newer");
    clock.at += 90 * 86_400_000;
    expect(await words("/digest preview portugal-norway")).toContain("No article on this is newer than 5 March 2024.");
    expect((await data("/digest preview portugal-norway")).lead).toMatchObject({ articleIds: ["lisbon"] });
  });

  it("frames a digest in the language that was asked for, and leaves what the articles say in theirs", async () => {
    await ingest([LISBON], "terminal");
    expect(await words("/digest follow portugal-norway at 8 in German", TERMINAL)).toContain("in German");
    const digest = await words("/digest now", TERMINAL);
    for (const shown of ["Überblick: Portugal – Norway, 6. März 2024", "5. März", "Zitate"]) expect(digest).toContain(shown);
    expect(digest).toContain("We share one ocean and one law,");
    await type("/digest follow portugal-norway at 8 in French", TERMINAL);
    clock.at += 60_000;
    expect(await words("/digest now", TERMINAL)).toContain("Rien de nouveau sur Portugal – Norway.");
  });

  it("puts a digest that was asked for on its way once, however often within a minute", async () => {
    await type("/digest follow quad at 8");
    expect(await words("/digest now")).toContain("posting the digest to this channel");
    expect(await words("/digest now")).toContain("requested that digest a moment ago");
    expect(woken).toBe(2);
    const due = await store.digests.slots.due({ platforms: ["slack"], nowMs: clock.at, maxLeaseMs: 1, limit: 9 });
    expect(due.map(({ slot }) => slot.key)).toEqual([`now:${clock.at / 60_000}`]);
  });

  it("prints what an interrupted command at the terminal left, once its lease ends", async () => {
    await ingest([LISBON], "terminal");
    await type("/digest follow portugal-norway", TERMINAL);
    const { slots, subscriptions } = store.digests;
    const [subscription] = await subscriptions.list("terminal", null);
    await subscriptions.ask(subscription?.id ?? 0, { key: "now:0", dueAtMs: clock.at });
    const [due] = await slots.due({ platforms: ["terminal"], nowMs: clock.at, maxLeaseMs: 60_000, limit: 1 });
    if (due === undefined) throw new Error("The digest that was asked for is not due.");
    const leaseUntilMs = clock.at + 40_000;
    const claim = await slots.claim(due, { nowMs: clock.at, leaseUntilMs, plan: null });
    if (claim === null) throw new Error("Nobody else claims the slot.");
    const part = { key: "k", payload: {}, attempts: 0, doubtSinceMs: null };
    const [written] = (await slots.compose(claim, { parts: [part], told: {}, cites: [] })) ?? [];
    const sending = { state: "sending", messageId: null, atMs: clock.at, leaseUntilMs, doubtSinceMs: clock.at } as const;
    expect(await slots.mark(claim, { ...sending, partId: written?.id ?? 0 })).toBe(true);
    await expect(type("/digest now", TERMINAL)).rejects.toThrow("Another process is printing a digest on these topics.");
    clock.at = leaseUntilMs + 1;
    expect((await data("/digest now", TERMINAL)).lead).toMatchObject({ status: "new" });
    const left = (await subscriptions.slots(subscription?.id ?? 0, 9)).find(({ key }) => key === "now:0");
    expect(left?.state).toBe("posted");
  });

  it("says why the last one came and when the next one does, in local time", async () => {
    await type("/digest follow quad at 8", TERMINAL);
    expect(await words("/digest why", TERMINAL)).toContain("No digest posted yet.");
    await type("/digest now", TERMINAL);
    const told = await words("/digest why", TERMINAL);
    expect(told).toContain("Wednesday 6 March 2024, 21:00 (Asia/Tokyo), because somebody requested it.");
    expect(told).toContain("Next digest: Thursday 7 March 2024, 08:00 (Asia/Tokyo).");
  });

  it.each([
    ["German", "Noch kein Überblick gepostet.", "Nächster Überblick: Freitag, 8. März 2024, 18:00 (Asia/Tokyo).", "Vorschau: "],
    ["French", "Aucune synthèse publiée", "Prochaine synthèse : vendredi 8 mars 2024, 18:00 (Asia/Tokyo).", "Aperçu: "],
  ])("says why, and previews, in the language of the digest: %s", async (...[language, none, next, preview]) => {
    await type(`/digest follow quad every Friday at 18:00 in ${language}`, TERMINAL);
    const told = await words("/digest why", TERMINAL);
    expect(told).toContain(none);
    expect(told).toContain(next);
    expect((await type("/digest preview", TERMINAL)).document.title).toContain(preview);
  });

  it("prints the same preview of the demo's articles every time, with every citation exact", async () => {
    const folder = new URL("../../../demo/articles/", import.meta.url);
    const articles = readdirSync(folder)
      .sort()
      .map((name): Article => JSON.parse(readFileSync(new URL(name, folder), "utf8")))
      // Of the last week with news the preview tells: that of the 2+2.
      .filter(({ publishedAt }) => (publishedAt ?? "") <= "2022-09-12");
    await ingest(articles, "terminal");
    const first = await data("/digest preview india-japan", TERMINAL);
    clock.at += 86_400_000;
    expect(await data("/digest preview india-japan", TERMINAL)).toEqual(first);
    await ingest(articles, "slack:T2");
    const elsewhere = { ...MEMBER, workspaceId: "slack:T2" };
    expect(withoutIds(await data("/digest preview india-japan", elsewhere))).toEqual(withoutIds(first));
    const byId = new Map(articles.map((article) => [article.id, article.text]));
    for (const story of [first.lead, ...first.stories])
      for (const { citations } of story.summary)
        for (const { articleId, start, end, text } of citations) expect(byId.get(articleId)?.slice(start, end)).toBe(text);
    expect(first.lead.independentPublishers).toBeGreaterThan(1);
    expect(first.quotes.length).toBeGreaterThan(0);
  });
});

/** Keys of stories and meetings are the store's own. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === "id" || key === "meetingId" ? undefined : inner)));
}
