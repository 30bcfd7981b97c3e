import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

const CLOCK = { now: () => Date.parse("2024-06-01T12:00:00Z") };
const FISHERIES = "The foreign ministers of Portugal and Norway met in Lisbon on Monday and signed an accord on fisheries.";
const RAIL = "Portugal and Norway agreed in Oslo on Tuesday to share the cost of a rail link to the harbour of Narvik.";

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeAll(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

/** The first line of a briefing in a workspace that holds these articles. */
async function firstLineOver(workspaceId: string, articles: Article[]): Promise<string> {
  async function* read() {
    for (const article of articles) yield { kind: "article" as const, article };
  }
  for await (const { status } of ingestArticles(
    { store: store.evidence, extract, clock: CLOCK },
    { workspaceId, articles: read() },
  ))
    expect(status).toBe("new");
  const commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
  const { document } = await commands.answer(workspaceId, { kind: "briefing", topic: "portugal-norway" });
  return JSON.stringify(document.blocks[0]);
}

test("a briefing counts publishers only if it knows who published each article", async () => {
  const first = articleOf({ id: "a1", publishedAt: "2024-03-05", text: FISHERIES });
  const second = articleOf({ id: "a2", publishedAt: "2024-03-06", text: RAIL });
  const known = await firstLineOver("known", [
    { ...first, publisher: "Harbour Wire" },
    { ...second, publisher: "Harbour Wire" },
  ]);
  expect(known).toContain("out of 2 articles from 1 publisher, the earliest of 5 March 2024.");
  const unknown = await firstLineOver("unknown", [
    { ...first, publisher: "Harbour Wire" },
    { ...second, publisher: null },
  ]);
  expect(unknown).toContain("out of 2 articles, the earliest of 5 March 2024.");
});

test("a briefing on two countries reads the report of their meeting that names neither, but by their people", async () => {
  const offices = articleOf({
    id: "offices",
    publishedAt: "2024-03-01",
    text: "Portuguese Prime Minister Marta Gil and Norwegian Prime Minister Nils Aker signed an accord on cod in Faro on Friday.",
  });
  const neither = articleOf({
    id: "neither",
    publishedAt: "2024-05-07",
    text: "Prime Minister Marta Gil met Prime Minister Nils Aker today on the margins of a fair of boats. They agreed on new ferries.",
  });
  const first = await firstLineOver("neither", [offices, neither]);
  expect(first).toContain("out of 2 articles");
  expect(first).toContain("7 May 2024");
});
