import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { createModelWriter } from "../../../src/model/create-model-writer.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger, draftOf } from "../../fakes/language-model.ts";

const CLOCK = { now: () => Date.parse("2024-03-09T12:00:00Z") };
const askerIn = (channelId: string): Asker => ({
  platform: "slack",
  workspaceId: "slack:T1",
  channelId,
  threadId: null,
  userId: "U1",
  isManager: true,
  isMember: true,
  timeZone: null,
});

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
  async function* read() {
    yield { kind: "article" as const, article: LISBON };
  }
  const asked = { workspaceId: "slack:T1", articles: read() };
  for await (const result of ingestArticles({ store: store.evidence, extract, clock: CLOCK }, asked))
    expect(result.status).toBe("new");
});

afterEach(async () => {
  await store.close();
  place.remove();
});

function setUp() {
  const model = createFakeModel(() => draftOf({}));
  const writer = createModelWriter({
    prose: "copy",
    model,
    ledger: createMemoryLedger(),
    cache: { ...createMemoryCache(), get: async () => null },
    clock: CLOCK,
    cap: { tokens: null, costMicros: null },
    deadlineMs: 10_000,
    concurrency: 4,
    onTrouble: () => undefined,
    onCut: () => undefined,
  });
  const commands = createCommands({ store, clock: CLOCK, writer });
  const brief = async (channelId: string) => {
    const before = model.shown.length;
    await commands.answer("slack:T1", { kind: "briefing", topic: "portugal-norway" }, askerIn(channelId));
    return model.shown.length > before;
  };
  const set = (value: string, channelId: string) =>
    commands.answer("slack:T1", { kind: "settings", name: "model", value }, askerIn(channelId));
  return { brief, set };
}

describe("where a language model writes", () => {
  it("is everywhere until somebody says otherwise, for a channel or for the workspace", async () => {
    const { brief, set } = setUp();
    expect(await brief("C1")).toBe(true);
    const { data } = await set("off here", "C1");
    expect(data).toMatchObject({ model: { isOn: true, offIn: ["C1"] } });
    expect([await brief("C1"), await brief("C2")]).toEqual([false, true]);
    await set("off", "C2");
    expect([await brief("C1"), await brief("C2")]).toEqual([false, false]);
    await set("on", "C2");
    expect([await brief("C1"), await brief("C2")]).toEqual([false, true]);
    await set("on here", "C1");
    expect(await brief("C1")).toBe(true);
  });

  it("is not changed by words that nobody knows", async () => {
    const { brief, set } = setUp();
    await expect(set("never", "C1")).rejects.toMatchObject({ code: "usage" });
    expect(await brief("C1")).toBe(true);
  });
});
