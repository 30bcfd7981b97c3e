import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import type { Asker, Desk } from "../../../src/domain/chat/chat.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const MADEIRA = articleOf({
  id: "madeira",
  url: "https://chancery-notes.example/madeira",
  title: "Moreira receives Solberg in Funchal",
  publisher: "Chancery Notes",
  publishedAt: "2024-03-20",
  text:
    "FUNCHAL - Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Funchal on March 19. " +
    '"The islands of Portugal and Norway have waited for this ferry," Solberg said.',
});

describe("/briefing … since last time", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;
  let nowMs = 0;
  const clock = { now: () => nowMs };

  beforeEach(async () => {
    nowMs = Date.parse("2024-03-18T08:00:00Z");
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const onFailure = (error: unknown) => {
      throw error;
    };
    desk = createDesk({ store, conversations: store.conversations, clock, onFailure });
    await ingest(DESK_ARTICLES);
    nowMs += 3_600_000;
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
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run))
      expect(result.status).not.toBe("failed");
  }

  const later = (days: number) => {
    nowMs += days * 86_400_000;
  };
  async function ask(line: string, asker: Asker = MEMBER) {
    const { document, data } = JSON.parse(JSON.stringify(await desk.answer(asker, typed(line))));
    return {
      said: JSON.stringify(document),
      title: document.title,
      lines: (data.summary ?? []).map(({ text }: { text: string }) => text),
    };
  }

  it("says the first time that it is not limited, and tells the ordinary briefing", async () => {
    const { said, lines } = await ask("/briefing norway-portugal since last time");
    expect(said).toContain("This is your first briefing on this topic");
    expect(lines).toEqual((await ask("/briefing norway-portugal", MANAGER)).lines);
  });

  it("tells what came since the asker's own last briefing on the topic, however the topic was typed", async () => {
    await ask("/briefing norway-portugal");
    later(1);
    await ingest([MADEIRA]);
    later(1);
    const { said, title, lines } = await ask("/briefing Portugal and Norway since last time");
    expect(title).toBe("Briefing: Portugal – Norway, since last time");
    expect(said).toContain("New since your last briefing on this topic, Monday 18 March 2024");
    expect(lines.join(" ")).toContain("Funchal");
    expect(said).not.toContain("Lisbon");
    expect((await ask("/briefing norway-portugal since last time", MANAGER)).said).toContain("This is your first briefing");
  });

  it("says when nothing came, and of when the newest article is", async () => {
    await ask("/briefing norway-portugal");
    later(1);
    const { said, lines } = await ask("/briefing norway-portugal since last time");
    expect(said).toContain("There is nothing new on Norway – Portugal since your last briefing on it, Monday 18 March 2024");
    expect(said).toContain("The newest article on it is of 6 March 2024.");
    expect(lines).toEqual([]);
  });

  it("tells of an article that changed only what it did not say before", async () => {
    await ask("/briefing norway-portugal");
    later(1);
    const lisbon = DESK_ARTICLES.find(({ id }) => id === "lisbon");
    if (lisbon === undefined) throw new Error("The article is missing.");
    const added = "On Tuesday Portugal and Norway agreed to open a joint harbour office in Bergen.";
    await ingest([{ ...lisbon, text: `${lisbon.text}\n\n${added}` }]);
    later(1);
    const { said, lines } = await ask("/briefing norway-portugal since last time");
    expect(lines).toEqual([added]);
    expect(said).toContain("from articles that changed");
    expect(said).not.toContain("one ocean");
  });

  it("begins anew after each briefing on the topic, but not after one of a time that is over", async () => {
    await ask("/briefing norway-portugal");
    later(1);
    await ingest([MADEIRA]);
    await ask("/briefing norway-portugal until 2024-03-10");
    later(1);
    expect((await ask("/briefing norway-portugal since last time")).lines.join(" ")).toContain("Funchal");
    later(1);
    expect((await ask("/briefing norway-portugal since last time")).lines).toEqual([]);
  });

  it("forgets with the person", async () => {
    await ask("/briefing norway-portugal");
    await ask("/attache forget me");
    expect((await ask("/briefing norway-portugal since last time")).said).toContain("This is your first briefing");
  });
});
