import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../src/commands/digests/create-desk.ts";
import type { Desk } from "../../src/domain/chat/chat.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { MANAGER } from "../fakes/desk-asker.ts";
import { articleOf, extract } from "../fakes/evidence.ts";
import { typed } from "../fakes/typed.ts";

const SURNAMES = "Abrel Bendu Cazor Dimel Edrun Fosal Gurin Hadek Ilmar Jorun Kedal Lomir Madun".split(" ");
const MATTERS = "fish wind rails wool salt glass copper timber wheat maps radio bees stamps".split(" ");
const NOW_MS = Date.parse("2024-03-20T12:00:00Z");

let place: ReturnType<typeof temporaryFolder>;
let store: Store;
let desk: Desk;

beforeEach(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
  const clock = { now: () => NOW_MS };
  const onFailure = (error: unknown) => {
    throw error;
  };
  desk = createDesk({ store, conversations: store.conversations, clock, onFailure, writer: null });
  async function* read() {
    for (const [at, name] of SURNAMES.entries()) {
      const matter = MATTERS[at] ?? "";
      const text = `Norwegian Minister Anna ${name} spoke about ${matter} in Oslo. "The ${matter} of Norway needs new rules and more care," ${name} said.`;
      // Articles of other months are on other events.
      const publishedAt = new Date(Date.UTC(2023, at, 5)).toISOString().slice(0, 10);
      yield { kind: "article" as const, article: articleOf({ id: `a${at}`, title: `${name} on ${matter}`, publishedAt, text }) };
    }
  }
  const run = { workspaceId: MANAGER.workspaceId, articles: read() };
  for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
});

afterEach(async () => {
  await store.close();
  place.remove();
});

/** All words of a document as one line, and the labels of its buttons. */
async function shown(intent: Intent) {
  const { document } = await desk.answer(MANAGER, intent);
  const buttons = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  return { words: JSON.stringify(document.blocks), buttons, labels: buttons.map(({ label }) => label) };
}

it.each([
  ["/people", "People"],
  ["/stories", "Stories"],
  ["/sources norway", "Sources"],
  ["/corrections", "Corrections"],
])("%s says which part of the list it shows, and leads on and back", async (line, noun) => {
  if (noun === "Corrections")
    for (const at of SURNAMES.keys()) await desk.answer(MANAGER, typed(`/correct article a${at} off-topic portugal`));
  const more = `More ${noun.toLowerCase()}`;
  const first = await shown(typed(line));
  expect(first.words).toContain(`${noun} 1 to 10 of 13.`);
  expect(first.labels).toEqual([more]);
  const next = first.buttons.find(({ label }) => label === more)?.intent;
  if (next === undefined) throw new Error("There is no button to the next page.");
  const second = await shown(next);
  expect(second.words).toContain(`${noun} 11 to 13 of 13.`);
  expect(second.labels).toEqual(["Back"]);
  const [back] = second.buttons;
  if (back === undefined) throw new Error("There is no way back.");
  expect((await shown(back.intent)).words).toBe(first.words);
});
