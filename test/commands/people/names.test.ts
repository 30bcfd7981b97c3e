import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Desk } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const ARTICLES = [
  LISBON,
  articleOf({ id: "wire", text: 'Anita Queiroz flew to Oslo. "It is colder than I thought," Queiroz said.' }),
  articleOf({ id: "other", text: 'Pavel Moreira opened a shop in Prague. "Come in," Moreira said.' }),
];

describe("/person merge and split", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };
    desk = createDesk({
      store,
      conversations: store.conversations,
      clock,
      onFailure: (error) => {
        throw error;
      },
    });
    async function* read() {
      for (const article of ARTICLES) yield { kind: "article" as const, article };
    }
    const run = { workspaceId: MEMBER.workspaceId, articles: read() };
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(result.status).toBe("new");
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const ask = async (line: string, asker = MANAGER) => JSON.parse(JSON.stringify(await desk.answer(asker, typed(line))));

  it("merges for those who manage the workspace, and says how to take it back", async () => {
    const { data, document } = await ask("/person merge Anita Queiroz into Ana Moreira");
    expect(data).toMatchObject({ name: "Ana Moreira", aliases: expect.arrayContaining(["Anita Queiroz"]) });
    expect(JSON.stringify(document)).toContain("To undo this, type /person split Anita Queiroz from Ana Moreira.");
    expect((await ask("/person queiroz")).data).toMatchObject({ name: "Ana Moreira", articleIds: ["wire", "lisbon"] });
    const rules = await store.evidence.write(MEMBER.workspaceId, (writer) => writer.people.nameRules());
    expect(rules).toEqual([{ kind: "same", key: "ana moreira", otherKey: "anita queiroz" }]);
    expect((await ask("/person split anita queiroz from ana moreira")).data).toMatchObject({ name: "Anita Queiroz" });
    expect((await ask("/person queiroz")).data).toMatchObject({ name: "Anita Queiroz", articleIds: ["wire"] });
  });

  it("forgets what a language model wrote before names were merged or split", async () => {
    for (const line of ["/person merge Anita Queiroz into Ana Moreira", "/person split anita queiroz from ana moreira"]) {
      await store.drafts.put("f1", "briefing", { points: [] });
      await ask("/person moreira");
      expect(await store.drafts.get("f1")).not.toBeNull();
      await ask(line);
      expect(await store.drafts.get("f1"), line).toBeNull();
    }
  });

  it("refuses everybody else, and changes nothing", async () => {
    for (const line of ["/person merge Anita Queiroz into Ana Moreira", "/person split Moreira from Ana Moreira"])
      expect((await ask(line, MEMBER)).data.error).toContain(
        "Only people who manage this workspace may merge or split people's names",
      );
    expect((await ask("/person queiroz")).data).toMatchObject({ name: "Anita Queiroz" });
  });

  it.each([
    ["/person merge Anita Queiros into Ana Moreira", "No article names Anita Queiros. Did you mean Anita Queiroz?"],
    ["/person merge Zz Yy into Ana Moreira", "No article names Zz Yy. /attache people lists everyone."],
    ["/person merge Anita Queiroz into Moreira", "Moreira could be Ana Moreira or Pavel Moreira. Type the full name."],
    ["/person merge Ana Moreira into Ana Moreira", "Ana Moreira and Ana Moreira are already the same person: Ana Moreira."],
    ["/person split A. Nobody from Ana Moreira", "Ana Moreira has no name A. Nobody. Did you mean Moreira?"],
    ["/person split Queiroz from Anita Queiroz", "I can't split Queiroz from Anita Queiroz"],
  ])("answers %s in a sentence", async (line, sentence) => {
    const { data, document } = await ask(line);
    expect(data.error).toContain(sentence);
    expect(document.audience).toBe("asker");
  });

  it("still looks up a person whose name only begins like one of its words", async () => {
    expect((await ask("/person merge")).data).toMatchObject({ name: "merge", articleIds: [] });
    expect((await ask("/person Split Ends")).data).toMatchObject({ name: "Split Ends", articleIds: [] });
  });
});
