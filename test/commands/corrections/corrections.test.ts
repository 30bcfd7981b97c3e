import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import { collectNews } from "../../../src/digest/collect-news.ts";
import type { Desk } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const AGAIN = articleOf({
  id: "again",
  title: "Ministers met",
  publishedAt: "2024-03-06",
  text: "Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on March 4. It rained.",
});
const OSLO = articleOf({
  id: "oslo",
  title: "A second round",
  publishedAt: "2024-03-21",
  text: "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on March 20. It snowed.",
});

describe("/correct and /corrections", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => Date.parse("2024-03-22T12:00:00Z") };
    const onFailure = (error: unknown) => {
      throw error;
    };
    desk = createDesk({ store, conversations: store.conversations, clock, onFailure });
    async function* read() {
      for (const article of [LISBON, AGAIN, OSLO]) yield { kind: "article" as const, article };
    }
    const run = { workspaceId: MEMBER.workspaceId, articles: read() };
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(result.status).toBe("new");
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const ask = async (line: string, asker = MANAGER) => JSON.parse(JSON.stringify(await desk.answer(asker, typed(line))));
  const said = async (line: string, asker = MANAGER) => JSON.stringify((await ask(line, asker)).document);

  /** The ids that the list of what can be corrected gives. */
  async function ids() {
    const { data } = await ask("/correct norway-portugal");
    const quote = data.quotes.find((each: { text: string }) => each.text.includes("one ocean")).id;
    const meetingOf = (place: string) => data.meetings.find((each: { place: string }) => each.place === place)?.id;
    return { quote, lisbon: meetingOf("Lisbon"), oslo: meetingOf("Oslo") };
  }

  it("shows what can be corrected, with ids and how to type it", async () => {
    const { quote, lisbon, oslo } = await ids();
    expect([quote, lisbon, oslo].every((id) => /^[qm]\d+$/.test(id))).toBe(true);
    const shown = await said("/correct norway-portugal");
    for (const part of [quote, lisbon, oslo, "again", "not-held"]) expect(shown).toContain(part);
  });

  it("names another speaker, marks the quotation, lists who said so and when, and takes it back", async () => {
    const { quote } = await ids();
    expect(await said(`/correct quote ${quote} speaker "Erik Solberg"`)).toContain("The quote is now Erik Solberg's");
    expect(await said("/quotes solberg")).toMatch(/one ocean.*Erik Solberg.*\(corrected\)/);
    expect(await said("/quotes moreira")).not.toContain("one ocean");
    const { data } = await ask("/corrections");
    expect(data).toMatchObject([
      { kind: "speaker", article: { id: "lisbon" }, setBy: MANAGER.userId, setAt: "2024-03-22T12:00:00.000Z" },
    ]);
    expect(await said("/corrections")).toContain("by you, 22 March 2024");
    const listed = await said("/corrections", MEMBER);
    expect(listed).toContain("was said by Erik Solberg, not by Ana Moreira");
    expect(listed).not.toMatch(/[“"]{2}|[”"]{2}/);
    expect(await said(`/corrections undo ${data[0].id}`)).toContain("I took this back");
    expect(await said("/quotes moreira")).toContain("one ocean");
    expect((await ask("/corrections")).data).toEqual([]);
  });

  it("accepts nobody, and a body that the article itself names, as a speaker", async () => {
    const { quote } = await ids();
    expect(await said(`/correct quote ${quote} speaker nobody`)).toContain("no named speaker");
    expect(await said(`/correct quote ${quote} speaker Norwegian Foreign Minister`)).toContain("Norwegian Foreign Minister's");
    expect((await ask("/corrections")).data).toHaveLength(1);
  });

  it("tells a meeting that did not take place in no list, briefing, answer or digest", async () => {
    const lines = ["/meetings norway-portugal", "/meetings", "/briefing norway-portugal", "/person moreira"];
    const question = "/ask When did Moreira meet Solberg in Lisbon?";
    for (const line of [...lines, question]) expect(await said(line)).toMatch(/\b4 March 2024|"4 Mar/);
    const { lisbon } = await ids();
    expect(await said(`/correct meeting ${lisbon} not-held`)).toContain("did not take place");
    for (const line of [...lines, question]) expect(await said(line), line).not.toMatch(/4 March 2024|March 4|"4 Mar/);
    const request = { workspaceId: MANAGER.workspaceId, topics: ["norway-portugal"], told: {}, period: null };
    const news = await collectNews(store, request);
    expect(news.meetings.map(({ place: where }) => where)).toEqual(["Oslo"]);
  });

  it("gives a meeting another day, marked, instead of the articles' difference", async () => {
    const { lisbon } = await ids();
    expect(await said(`/correct meeting ${lisbon} date 2024-02-28`)).toContain("28 February 2024");
    expect(await said("/meetings moreira")).toContain("28 Feb (corrected)");
  });

  it("makes two meetings one, and takes an article's out of one", async () => {
    const { lisbon, oslo } = await ids();
    await ask(`/correct meeting ${lisbon} same-as ${oslo}`);
    expect((await ask("/meetings moreira")).data).toHaveLength(1);
    await ask(`/corrections undo ${(await ask("/corrections")).data[0].id}`);
    expect((await ask("/meetings moreira")).data).toHaveLength(2);
    await ask(`/correct meeting ${(await ids()).lisbon} not-same-as again`);
    expect((await ask("/meetings moreira")).data).toHaveLength(3);
  });

  it("keeps an article out of a topic, however the topic is typed, and lets it in again", async () => {
    expect((await ask("/sources norway-portugal")).data).toHaveLength(3);
    await ask("/correct article oslo off-topic Portugal and Norway");
    expect((await ask("/sources norway-portugal")).data).toHaveLength(2);
    expect(await said("/briefing norway-portugal")).not.toContain("Oslo");
    expect((await ask("/sources moreira")).data).toHaveLength(3);
    await ask(`/corrections undo ${(await ask("/corrections")).data[0].id}`);
    expect((await ask("/sources norway-portugal")).data).toHaveLength(3);
  });

  it("answers nothing out of an article that is not on what the question names", async () => {
    const meeting = "/ask When did Moreira meet Solberg in Oslo?";
    const passage = "/ask Did Portugal and Norway discuss fisheries and offshore wind?";
    expect(await said(meeting)).toContain("20 March 2024");
    expect(await said(passage)).toContain("discussed fisheries");
    for (const id of ["oslo", "lisbon"]) await ask(`/correct article ${id} off-topic norway-portugal`);
    expect(await said(meeting)).not.toContain("20 March 2024");
    expect(await said(passage)).not.toContain("discussed fisheries");
    expect(await said("/ask What did Moreira say about one ocean?")).toContain("one law");
  });

  it("tells nothing on a person's page and in their lists out of an article that is not on them", async () => {
    const lines = ["/person moreira", "/quotes moreira", "/meetings moreira"];
    expect(await said("/person moreira")).toContain("one ocean");
    await ask("/correct article lisbon off-topic moreira");
    await ask("/correct article again off-topic moreira");
    for (const line of lines) expect(await said(line), line).not.toMatch(/one ocean|4 March 2024/);
    expect(await said("/meetings moreira")).toContain("20 March 2024");
    expect(await said("/person solberg")).toContain("4 March 2024");
  });

  it("forgets what a language model wrote before a correction, and before one is taken back", async () => {
    const draft = { points: [] };
    const { lisbon } = await ids();
    for (const line of [`/correct meeting ${lisbon} not-held`, "/corrections undo c1"]) {
      await store.drafts.put("f1", "briefing", draft);
      await ask("/correct norway-portugal");
      await ask("/corrections");
      expect(await store.drafts.get("f1")).toEqual(draft);
      await ask(line);
      expect(await store.drafts.get("f1"), line).toBeNull();
    }
  });

  it("lists merged and split names beside the corrections, with how to undo them", async () => {
    await ask("/person merge Erik Solberg into Ana Moreira");
    expect(await said("/corrections")).toMatch(
      /Erik Solberg is Ana Moreira; \/person split Erik Solberg from Ana Moreira undoes that.*by you/,
    );
  });

  it("refuses everybody but managers, and changes nothing", async () => {
    const { quote, lisbon } = await ids();
    await ask(`/correct quote ${quote} speaker nobody`);
    const lines = [`/correct quote ${quote} speaker Erik Solberg`, `/correct meeting ${lisbon} not-held`, "/corrections undo c1"];
    for (const line of lines)
      expect((await ask(line, MEMBER)).data.error).toContain(
        "Only people who manage this workspace may correct quotes, meetings and topics. Ask one of them.",
      );
    expect((await ask("/corrections")).data).toHaveLength(1);
  });

  it.each([
    ["/correct quote q999 speaker Ana Moreira", "There is no quote q999."],
    ["/correct quote q1 speaker Zz Yy", "No article names Zz Yy."],
    ["/correct meeting m999 not-held", "There is no meeting m999."],
    ["/correct meeting m1 same-as m1", "These two are already one meeting."],
    ["/correct meeting m1 date someday", "is not a date"],
    ["/correct article nowhere off-topic quad", "There is no article nowhere."],
    ["/corrections undo c99", "There is no correction c99."],
    ["/corrections undo lisbon", "There is no correction lisbon."],
  ])("answers %s in a sentence", async (line, sentence) => {
    const { data, document } = await ask(line);
    expect(data.error).toContain(sentence);
    expect(document.audience).toBe("asker");
  });
});
