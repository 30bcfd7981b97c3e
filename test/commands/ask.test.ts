import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../src/commands/create-commands.ts";
import type { Citation } from "../../src/domain/records.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { DESK_ARTICLES } from "../fakes/desk-articles.ts";
import { extract } from "../fakes/evidence.ts";

const WORKSPACE = "terminal";

describe("/ask", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let commands: Commands;

  beforeAll(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => Date.parse("2024-03-08T12:00:00Z") };
    commands = createCommands({ store, clock, wakeDigests: () => {} });
    async function* read() {
      for (const article of DESK_ARTICLES) yield { kind: "article" as const, article };
    }
    const results = ingestArticles({ store: store.evidence, extract, clock }, { workspaceId: WORKSPACE, articles: read() });
    for await (const result of results) expect(result.status).toBe("new");
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  async function ask(question: string, askedAt?: string) {
    const { data, document } = await commands.answer(WORKSPACE, { kind: "ask", question, askedAt });
    return { ...(data as { answer: string | null; citations: Citation[] }), document };
  }

  it.each([
    ["where did Moreira and Solberg sign the accord?", "Lisbon"],
    ["how many officials are in the working group?", "12 officials"],
    ["who would host a conference on the Arctic?", "France"],
    ["where would Norway open a consulate?", "Porto"],
  ])("answers %j out of the articles, every sentence cited with its own characters", async (question, held) => {
    const { answer, citations } = await ask(question);
    expect(answer).toContain(held);
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, start, end, text } of citations) {
      const article = DESK_ARTICLES.find((each) => each.id === articleId);
      expect(article?.text.slice(start, end)).toBe(text);
      expect(answer).toContain(text);
    }
  });

  it.each([["who won the chess tournament in Baku?"], ["how many submarines did Norway order from Sweden?"]])(
    "says that %j is not in its sources",
    async (question) => {
      const { answer, citations, document } = await ask(question);
      expect(answer).toBeNull();
      expect(citations).toEqual([]);
      expect(JSON.stringify(document.blocks)).toContain("Not in my sources.");
    },
  );

  it("does not answer a question about this week out of last year's articles", async () => {
    expect((await ask("how many officials are in the working group this week?")).answer).toBeNull();
    expect((await ask("which accord did Portugal and Norway sign this week?")).answer).toContain("fisheries");
  });

  it("looks at nothing that was published after the day of the question", async () => {
    expect((await ask("where would Norway open a consulate?", "2024-03-05")).answer ?? "").not.toContain("Porto");
  });
});
