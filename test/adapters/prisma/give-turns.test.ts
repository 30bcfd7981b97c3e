import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createTurns } from "../../../src/adapters/prisma/sqlite/give-turns.ts";
import { temporaryFolder } from "./temporary-database.ts";

/** Whether the event loop has turned since: what microtasks alone never bring about. */
function watchTurn(): () => boolean {
  let hasTurned = false;
  setImmediate(() => {
    hasTurned = true;
  });
  return () => hasTurned;
}

it("lets the event loop turn once statements have followed each other for a while, and not before", async () => {
  let nowMs = 0;
  const turn = createTurns(() => nowMs);
  const hasTurned = watchTurn();
  await turn();
  nowMs = 14;
  await turn();
  expect(hasTurned()).toBe(false);
  nowMs = 15;
  await turn();
  expect(hasTurned()).toBe(true);
  // From there the time runs anew.
  const hasTurnedAgain = watchTurn();
  await turn();
  nowMs = 29;
  await turn();
  expect(hasTurnedAgain()).toBe(false);
  nowMs = 30;
  await turn();
  expect(hasTurnedAgain()).toBe(true);
});

describe("a store in a file", () => {
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

  const given = { workspaceId: "terminal", kind: "feed" as const, title: null, addedBy: null, addedIn: null, atMs: 0 };
  it.each<[string, (at: number) => Promise<unknown>]>([
    ["writes", (at) => store.followed.sources.add({ ...given, url: `https://gazette.example/${at}` })],
    ["reads", () => store.followed.sources.list("terminal")],
    ["reads past Prisma", () => store.lastBriefings.at("terminal", "user", "topic")],
    ["writes of many rows", () => store.lastBriefings.note("terminal", { askedBy: "user", topicKey: "topic", atMs: 1000 })],
  ])("leaves room for others between %s", async (_, statement) => {
    await statement(0);
    const hasTurned = watchTurn();
    const began = performance.now();
    for (let at = 1; performance.now() - began < 100; at++) await statement(at);
    expect(hasTurned()).toBe(true);
  });
});
