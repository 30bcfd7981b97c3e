import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../../src/commands/create-commands.ts";
import { ingestArticles } from "../../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../../adapters/prisma/temporary-database.ts";
import { articleOf, extract } from "../../../fakes/evidence.ts";

const CLOCK = { now: () => Date.parse("2024-03-08T12:00:00Z") };
const FULL = "Prime Minister Ada Lund spoke in Oslo on Monday. President Bruno Tarrega spoke in Lima.";
const SHORT = "President Bruno Tarrega left for the summit on Tuesday, where Lund, he hoped, would be as well.";

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});
afterEach(async () => {
  await store.close();
  place.remove();
});

async function answerOver(texts: Record<string, string>): Promise<string> {
  async function* read() {
    for (const [day, text] of Object.entries(texts))
      yield { kind: "article" as const, article: articleOf({ id: day, text, publishedAt: day }) };
  }
  const deps = { store: store.evidence, extract, clock: CLOCK };
  for await (const _ of ingestArticles(deps, { workspaceId: "terminal", articles: read() }));
  const commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
  const { document } = await commands.answer("terminal", {
    kind: "ask",
    question: "did Ada Lund meet Bruno Tarrega?",
    askedAt: undefined,
  });
  return JSON.stringify(document.blocks);
}

it("says which article names both last, where no newer one has their surnames", async () => {
  expect(await answerOver({ "2024-03-05": FULL })).toContain(
    "The newest article that names Ada Lund and Bruno Tarrega is of 5 March 2024.",
  );
});

it("says nothing of whom articles name together where a newer one may call them by the surname alone", async () => {
  const shown = await answerOver({ "2024-03-05": FULL, "2024-03-06": SHORT });
  expect(shown).toContain("Not in my sources. The newest of my 2 articles is of 6 March 2024.");
});
