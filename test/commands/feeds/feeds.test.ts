import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { typed } from "../../fakes/typed.ts";

describe("/feeds", () => {
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

  const ask = async (line: string, asker = MANAGER, webUrl: string | null = "https://attache.example") => {
    const onFailure = (error: unknown) => {
      throw error;
    };
    const clock = { now: () => Date.parse("2024-03-22T12:00:00Z") };
    const desk = createDesk({ store, conversations: store.conversations, clock, onFailure, writer: null, webUrl });
    return JSON.parse(JSON.stringify(await desk.answer(asker, typed(line))));
  };

  it("gives an address once, lists what it is without it, and removes it", async () => {
    const { data, document } = await ask("/feeds add india-japan");
    expect(document.audience).toBe("asker");
    expect(data.addresses.map(({ url }: { url: string }) => url.replace(/att_[\w-]+/, "KEY"))).toEqual([
      "https://attache.example/feeds/KEY/atom.xml",
      "https://attache.example/feeds/KEY/feed.json",
    ]);
    await ask("/feeds add calendar");
    const listed = JSON.stringify(await ask("/feeds"));
    expect(listed).toContain("the articles on india-japan");
    expect(listed).toContain("all planned meetings");
    expect(listed).not.toContain("att_");
    expect(JSON.stringify(await ask(`/feeds remove ${data.id}`))).toContain("gives nothing any more");
    expect(JSON.stringify(await ask("/feeds"))).not.toContain("india-japan");
    expect(JSON.stringify(await ask(`/feeds remove ${data.id}`))).toContain("There is no such address");
  });

  it("is for managers, and says what is missing", async () => {
    expect(JSON.stringify(await ask("/feeds add quad", MEMBER))).toContain("Only people who manage this workspace");
    expect(JSON.stringify(await ask("/feeds add", MANAGER))).toContain("Name a topic as well");
    expect(JSON.stringify(await ask("/feeds add quad", MANAGER, null))).toContain("sets WEB_PORT");
  });
});
