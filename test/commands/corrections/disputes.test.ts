import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Asker, Desk } from "../../../src/domain/chat/chat.ts";
import type { Dispute } from "../../../src/domain/chat/dispute.ts";
import type { Block } from "../../../src/domain/chat/document.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const OSLO = articleOf({
  id: "oslo",
  title: "A second round",
  publishedAt: "2024-03-21",
  text: "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on March 20. It snowed.",
});
/** Ten more that tell of the meeting in Lisbon, as if nobody had corrected anything. */
const LATER = Array.from({ length: 10 }, (_, at) =>
  articleOf({
    id: `later-${at}`,
    title: `Ministers met, day ${at}`,
    publishedAt: "2024-03-06",
    text: `Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on March 4. Report ${at} of a rainy day.`,
  }),
);

describe("what somebody says is wrong by the button", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;
  let told: string[];
  /** Goes on with every look, as a clock does. */
  let nowMs = 0;
  const clock = { now: () => nowMs++ };

  beforeEach(async () => {
    nowMs = Date.parse("2024-03-22T12:00:00Z");
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    told = [];
    const onFailure = (error: unknown) => {
      throw error;
    };
    const tellManagers = async (_: string, sentence: string) => {
      told.push(sentence);
      return true;
    };
    desk = createDesk({ store, conversations: store.conversations, clock, tellManagers, onFailure });
    await ingest([LISBON, OSLO]);
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  async function ingest(articles: Article[]) {
    async function* read() {
      for (const article of articles) yield { kind: "article" as const, article };
    }
    const run = { workspaceId: MEMBER.workspaceId, articles: read() };
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(result.status).toBe("new");
  }

  const answer = (intent: Intent, asker: Asker = MANAGER) => desk.answer(asker, intent);
  const said = async (intent: Intent, asker: Asker = MANAGER) => JSON.stringify((await answer(intent, asker)).document);
  const actionsOf = (blocks: Block[]) => blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));

  /** The button's answer below a list: what the form offers. */
  async function offered(line: string, asker: Asker = MEMBER) {
    const { document } = await answer(typed(line), asker);
    const button = actionsOf([...document.blocks, ...document.detail]).find(({ label }) => label === "Wrong?");
    if (button === undefined) throw new Error(`${line} has no button.`);
    const { data } = await answer(button.intent, asker);
    return (data as { items: { what: Dispute["what"]; id: string; label: string }[] }).items;
  }

  async function disputed(line: string, words: string, how: Pick<Dispute, "reason" | "value"> & { by?: Asker }) {
    const { by = MANAGER, ...said } = how;
    const item = (await offered(line)).find(({ label }) => label.includes(words));
    if (item === undefined) throw new Error(`${line} shows nothing of ${words}.`);
    return answer({ kind: "dispute", what: item.what, id: item.id, ...said }, by);
  }

  async function pressed(label: RegExp, document: { blocks: Block[] }, asker: Asker = MANAGER) {
    const action = actionsOf(document.blocks).find((each) => label.test(each.label));
    if (action === undefined) throw new Error(`There is no button ${label}.`);
    return JSON.stringify((await answer(action.intent, asker)).document);
  }

  it("offers each quotation, meeting and person of a message by its words", async () => {
    expect((await offered("/quotes moreira")).map(({ label }) => label).join("\n")).toContain("Ana Moreira: ");
    expect((await offered("/meetings")).map(({ label }) => label)).toContain(
      "4 March 2024, Meeting of Ana Moreira and Erik Solberg in Lisbon",
    );
    expect(new Set((await offered("/person moreira")).map(({ what }) => what))).toEqual(new Set(["quote", "meeting", "person"]));
    expect(new Set((await offered("/briefing norway-portugal")).map(({ what }) => what)).size).toBeGreaterThan(1);
  });

  it("holds at once from a manager, for ten later articles too, and is undone once", async () => {
    const { document } = await disputed("/meetings", "4 March", { reason: "not-held", value: "" });
    await ingest(LATER);
    expect(await said(typed("/meetings"))).not.toContain('"4 Mar');
    expect(await pressed(/Undo/, document)).toContain("I took this back");
    expect(await said(typed("/meetings"))).toContain('"4 Mar');
    expect(await pressed(/Undo/, document)).toContain("no correction");
  });

  it("of a date, a speaker, a topic and two that are one holds for ten later articles", async () => {
    await disputed("/meetings", "4 March", { reason: "date", value: "5 March 2024" });
    await disputed("/quotes moreira", "one ocean", { reason: "speaker", value: "Erik Solberg" });
    await ingest(LATER);
    expect(await said(typed("/meetings"))).toContain('"5 Mar');
    expect(await said(typed("/meetings"))).not.toContain('"4 Mar');
    expect(await said(typed("/quotes solberg"))).toMatch(/ocean/i);
    const oslo = (await offered("/meetings")).find(({ label }) => label.includes("20 March"));
    await disputed("/meetings", "5 March", { reason: "same-as", value: oslo?.id ?? "" });
    expect((await offered("/meetings")).filter(({ what }) => what === "meeting")).toHaveLength(1);
    await disputed("/meetings", "March", { reason: "off-topic", value: "norway-portugal" });
    expect(await said(typed("/meetings norway-portugal"))).not.toMatch(/March 2024|\d Mar/);
  });

  it("of a meeting that several articles tell of keeps all of them off the topic, and one Undo takes all of it back", async () => {
    await ingest(LATER);
    const articles = async () => ((await answer(typed("/sources norway-portugal"))).data as { articleId: string }[]).length;
    const before = await articles();
    expect(before).toBeGreaterThan(LATER.length);
    await disputed("/meetings", "20 March", { reason: "off-topic", value: "norway-portugal" });
    expect(await articles()).toBe(before - 1);
    const { document } = await disputed("/meetings", "4 March", { reason: "off-topic", value: "norway-portugal" });
    expect(await articles()).toBe(0);
    expect(await said(typed("/meetings norway-portugal"))).not.toContain('"4 Mar');
    expect(await pressed(/Undo/, document)).toContain("I took this back");
    // What was said of the other meeting stays.
    expect(await articles()).toBe(before - 1);
    expect(await said(typed("/meetings norway-portugal"))).toContain('"4 Mar');
    expect(await pressed(/Undo/, document)).toContain("no correction");
  });

  it("merges two names from a manager, and is undone", async () => {
    const person = (await offered("/person moreira")).find(({ what }) => what === "person");
    const { document } = await answer({
      kind: "dispute",
      what: "person",
      id: person?.id ?? "",
      reason: "same-as",
      value: "Erik Solberg",
    });
    expect(JSON.stringify(document)).toContain("are now one person");
    await pressed(/Undo/, document);
    expect(await said(typed("/person moreira"))).toContain('"title":"Ana Moreira"');
  });

  it("from anybody else waits, once, for a manager, who is told and accepts it", async () => {
    const how = { reason: "date" as const, value: "5 March 2024" };
    const { document } = await disputed("/meetings", "4 March", { ...how, by: MEMBER });
    expect(JSON.stringify(document)).toContain("I sent this to a manager of the workspace");
    await disputed("/meetings", "4 March", { ...how, by: MEMBER });
    expect(told).toEqual([
      "Somebody says: Meeting of Ana Moreira and Erik Solberg in Lisbon (4 March 2024) was on 5 March 2024. /attache corrections shows it, to accept or decline.",
    ]);
    expect(await said(typed("/meetings"))).toContain('"4 Mar');
    expect(actionsOf((await answer(typed("/corrections"), MEMBER)).document.blocks)).toEqual([]);
    expect(await said({ kind: "corrections", accept: "d1" }, MEMBER)).toContain("Only people who manage this workspace");
    const listed = await answer(typed("/corrections"));
    expect(await pressed(/Accept/, listed.document)).toContain("now has the date 5 March 2024");
    expect(await pressed(/Accept/, listed.document)).toContain("waits for a decision");
    expect(await said(typed("/meetings"))).toContain('"5 Mar');
  });

  it("that a manager declines changes nothing", async () => {
    await disputed("/meetings", "4 March", { reason: "not-held", value: "", by: MEMBER });
    const listed = await answer(typed("/corrections"));
    expect(await pressed(/Decline/, listed.document)).toContain("did not take place. Nothing was changed.");
    expect(await said(typed("/meetings"))).toContain('"4 Mar');
    expect(await said(typed("/corrections"))).toContain("Nothing has been corrected");
  });

  it("that does not fit what was chosen, or lacks what is right, is refused with what can be said", async () => {
    expect(JSON.stringify(await disputed("/quotes", "ocean", { reason: "not-held", value: "" }))).toContain("A quote can have");
    expect(JSON.stringify(await disputed("/meetings", "4 March", { reason: "date", value: " " }))).toContain(
      "Type the right date",
    );
  });

  it("is exported as an example on each line, with what was read and what is right", async () => {
    await disputed("/quotes moreira", "one ocean", { reason: "speaker", value: "Erik Solberg" });
    await disputed("/meetings", "4 March", { reason: "date", value: "5 March 2024" });
    const person = (await offered("/person moreira")).find(({ what }) => what === "person");
    await answer({ kind: "dispute", what: "person", id: person?.id ?? "", reason: "same-as", value: "Erik Solberg" });
    const { files, data } = await answer(typed("/corrections export"));
    const lines = (files[0]?.content ?? "").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(data);
    expect(data).toMatchObject([
      {
        label: "speaker",
        read: { speaker: "Ana Moreira" },
        right: { speaker: "Erik Solberg" },
        passage: expect.stringContaining("Moreira"),
        articles: [{ id: "lisbon" }],
      },
      { label: "date", right: { date: { start: "2024-03-05" } }, articles: [{ id: "lisbon" }] },
      { label: "names-same", right: { samePerson: true }, read: { names: ["erik solberg", "ana moreira"] } },
    ]);
  });
});
