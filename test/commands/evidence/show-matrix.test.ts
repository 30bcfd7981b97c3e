import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

const CLOCK = { now: () => Date.parse("2024-03-10T12:00:00Z") };
const ARTICLES = [
  articleOf({
    id: "one",
    publisher: "Harbour Courier",
    publishedAt: "2024-03-06",
    text:
      "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on Tuesday. " +
      "Portuguese Foreign Minister Ana Moreira will meet Japanese Foreign Minister Kenji Watari in Lisbon on March 21.",
  }),
  articleOf({
    id: "two",
    publisher: "Harbour Courier",
    publishedAt: "2024-03-09",
    text: "Norwegian Foreign Minister Erik Solberg met Portuguese Foreign Minister Ana Moreira in Lisbon on Friday.",
  }),
];

let place: ReturnType<typeof temporaryFolder>;
let store: Store;
let commands: Commands;

beforeAll(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
  async function* read() {
    for (const article of ARTICLES) yield { kind: "article" as const, article };
  }
  const signal = new AbortController().signal;
  const deps = { store: store.evidence, extract, clock: CLOCK };
  for await (const { status } of ingestArticles(deps, { workspaceId: MEMBER.workspaceId, articles: read(), signal }))
    expect(status).toBe("new");
  commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

test("over all that is stored countries are counted, plans are not, and the last meeting has its source", async () => {
  const { document, data } = await commands.answer(MEMBER.workspaceId, { kind: "meetings", matrix: true }, MEMBER);
  expect(data).toEqual([{ sides: ["Norway", "Portugal"], meetings: expect.any(Array), first: "2024-03-05", last: "2024-03-08" }]);
  const shown = JSON.stringify(document.blocks);
  expect(shown).toContain(": twice, last 8 March 2024 in Lisbon ");
  expect(shown).toContain('"label":"Harbour Courier, 9 Mar 2024"');
});

test("of two countries it is their people", async () => {
  const intent = { kind: "meetings", about: "norway-portugal", matrix: true, picture: "svg" } as const;
  const { data, document } = await commands.answer(MEMBER.workspaceId, intent, MEMBER);
  expect(data).toMatchObject([{ sides: ["Ana Moreira", "Erik Solberg"] }]);
  expect(document.title).toBe("Who met whom: Norway – Portugal");
});

test("where nobody met, a sentence says so", async () => {
  const intent = { kind: "meetings", about: "norway-portugal", from: "2024-03-09", matrix: true } as const;
  const { document } = await commands.answer(MEMBER.workspaceId, intent, MEMBER);
  expect(JSON.stringify(document.blocks)).toContain("No meeting of two");
});

test("the status counts each publisher's articles of the last week by day", async () => {
  const { document } = await commands.answer(MEMBER.workspaceId, { kind: "status" }, MEMBER);
  expect(JSON.stringify(document.blocks)).toContain(": 2 (0, 0, 1, 0, 0, 1, 0)");
});
