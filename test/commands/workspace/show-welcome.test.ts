import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import type { SourceWork } from "../../../src/commands/command-context.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";

let place: ReturnType<typeof temporaryFolder>;
let store: Store;
const clock = { now: () => Date.parse("2026-03-20T08:00:00Z") };
beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});
afterEach(async () => {
  await store.close();
  place.remove();
});

async function welcomed(asker: Asker) {
  const { document } = await createCommands({ store, clock, writer: null }).answer(asker.workspaceId, { kind: "welcome" }, asker);
  const words = document.blocks.flatMap((block) =>
    block.type === "paragraph" ? block.inlines.map((inline) => (inline.type === "text" ? inline.text : "")) : [],
  );
  const labels = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions.map(({ label }) => label) : []));
  return { text: words.join("\n"), labels };
}

describe("the welcome", () => {
  it("offers a manager the first feeds and a digest, in three sentences", async () => {
    const { text, labels } = await welcomed(MANAGER);
    expect(text.match(/[.?](?=\s|$)/g)).toHaveLength(3);
    expect(labels).toEqual(["Starter feeds", "Set up a digest", "Help"]);
  });

  it("tells somebody else whom to ask for the feeds, and offers what they may do", async () => {
    const { text, labels } = await welcomed(MEMBER);
    expect(text).toContain("Ask a manager of this workspace to choose the first feeds");
    expect(labels).not.toContain("Starter feeds");
  });

  it("and what is suggested while a topic is typed begin with the pairs of whose meetings the articles tell", async () => {
    async function* read() {
      yield { kind: "article" as const, article: LISBON };
    }
    const { workspaceId } = MANAGER;
    const ingest = ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() });
    for await (const { status } of ingest) expect(status).toBe("new");
    const { suggest } = createCommands({ store, clock, writer: null });
    const asked = { what: "topic" as const, limit: 25, isAnywhere: true };
    expect((await suggest(workspaceId, { ...asked, typed: "" }))[0]).toBe("norway-portugal");
    expect(await suggest(workspaceId, { ...asked, typed: "portu" })).toEqual(
      expect.arrayContaining(["norway-portugal", "Portugal"]),
    );
    expect(await suggest(workspaceId, { ...asked, typed: "japan" })).not.toContain("norway-portugal");
  });

  it("offers a sample briefing on the pair of whose meetings most articles tell", async () => {
    async function* read() {
      yield { kind: "article" as const, article: LISBON };
    }
    const ingest = ingestArticles(
      { store: store.evidence, extract, clock },
      { workspaceId: MANAGER.workspaceId, articles: read() },
    );
    for await (const { status } of ingest) expect(status).toBe("new");
    expect((await welcomed(MANAGER)).labels).toContain("Sample briefing: Norway – Portugal");
  });

  it("stands beside suggestions of people by what else they are called, and of sources by their names", async () => {
    async function* read() {
      yield { kind: "article" as const, article: LISBON };
    }
    const { workspaceId } = MANAGER;
    const ingest = ingestArticles({ store: store.evidence, extract, clock }, { workspaceId, articles: read() });
    for await (const { status } of ingest) expect(status).toBe("new");
    const followed = [
      { title: "Océan Post", url: "https://ocean.example/feed" },
      { title: null, url: "https://harbour.example/feed" },
    ];
    const work = { sources: { list: async () => followed } } as unknown as SourceWork;
    const commands = createCommands({ store, clock, writer: null, sourceWork: async () => work });
    await commands.answer(workspaceId, { kind: "merge-people", keep: "Ana Moreira", merge: "Erik Solberg" }, MANAGER);
    const asked = { limit: 25, isAnywhere: true };
    expect(await commands.suggest(workspaceId, { ...asked, what: "person", typed: "erik sol" })).toContain("Ana Moreira");
    expect(await commands.suggest(workspaceId, { ...asked, what: "source", typed: "ocean" })).toEqual(["Océan Post"]);
    expect(await commands.suggest(workspaceId, { ...asked, what: "source", typed: "harb" })).toEqual([
      "https://harbour.example/feed",
    ]);
  });
});
