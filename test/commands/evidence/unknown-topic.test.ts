import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

const CLOCK = { now: () => Date.parse("2024-06-01T12:00:00Z") };
const ARTICLES = [
  articleOf({
    id: "a1",
    publishedAt: "2024-03-05",
    text: "The foreign ministers of Portugal and Norway met in Lisbon on Monday and signed an accord on fisheries.",
  }),
  articleOf({ id: "a2", publishedAt: "2024-03-06", text: "Is Latvia next? It had snowed in Riga, and the trams stood still." }),
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
  for await (const { status } of ingestArticles(
    { store: store.evidence, extract, clock: CLOCK },
    { workspaceId: "terminal", articles: read() },
  ))
    expect(status).toBe("new");
  commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

async function words(topic: string, period: { since?: string; until?: string } = {}) {
  const { document } = await commands.answer("terminal", { kind: "briefing", topic, ...period });
  return JSON.stringify([document.title, document.blocks]);
}

test("a time in which nothing was written is named, with the newest article and a button without the time", async () => {
  const said = await words("portugal-norway", { since: "2024-05-01" });
  expect(said).toContain("There is nothing on Portugal – Norway since 1 May 2024: the newest article on it is of 5 March 2024.");
  expect(said).toContain("At any time");
});

test("a time before the first article says from when on there is one", async () => {
  expect(await words("norway", { until: "2023-12-31" })).toContain("the earliest article on it is of 5 March 2024.");
});

test("a time that is still to come has a sentence of its own", async () => {
  expect(await words("norway", { since: "2024-07-01" })).toContain("1 July 2024 is still to come: today is 1 June 2024.");
});

test("a first day after the last is refused", async () => {
  await expect(words("norway", { since: "2024-05-02", until: "2024-05-01" })).rejects.toThrow("2024-05-02 is after 2024-05-01");
});

test("articles that only name a topic are said to do so", async () => {
  const said = await words("latvia");
  expect(said).toContain("The articles that name Latvia say nothing about it in a sentence of its own.");
  expect(said).toContain("Sources");
});

test("words that no article holds together are on none, however many hold one of them", async () => {
  expect(await words("ferries in lisbon harbour")).toContain("There are no articles on ferries in lisbon harbour.");
});

test("articles of the time that only name a topic are not said to be of another time", async () => {
  const said = await words("latvia", { since: "2024-03-01" });
  expect(said).toContain("The articles since 1 March 2024 that name Latvia say nothing about it in a sentence of its own.");
});

async function meetings(about: string, from?: string) {
  const { document } = await commands.answer("terminal", { kind: "meetings", about, from });
  return JSON.stringify(document.blocks);
}

test("a list without meetings says which limit made it empty, of when the newest is, and how to see all", async () => {
  expect(await meetings("portugal-norway", "2024-05-01")).toContain("The newest that is known is of 4 March 2024.");
  expect(await meetings("portugal-norway", "2024-05-01")).toContain("At any time");
  expect(await meetings("portugal-norway", "2024-07-01")).toContain("1 July 2024 is still to come, and no meeting");
  expect(await meetings("Atlantis and Gondor")).toContain("No stored article speaks of Atlantis and Gondor.");
});

test("a question about a year to come is told that it is", async () => {
  const { document } = await commands.answer("terminal", {
    kind: "ask",
    question: "Where did Portugal and Norway meet in 2031?",
  });
  expect(JSON.stringify(document.blocks)).toContain("2031 is still to come: today is 1 June 2024.");
});
