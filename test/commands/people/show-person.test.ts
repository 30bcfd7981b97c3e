import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract, LISBON } from "../../fakes/evidence.ts";

const ARTICLES = 203;

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

it("says in how many articles somebody is, where more are than are listed", async () => {
  const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };
  async function* articles() {
    for (let at = 0; at < ARTICLES; at++) {
      const text = `Anita Queiroz opened harbour number ${at}. "It is open," Queiroz said.`;
      yield { kind: "article" as const, article: articleOf({ id: `harbour-${at}`, text }) };
    }
  }
  const run = { workspaceId: MEMBER.workspaceId, articles: articles() };
  for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
  const fail = (error: unknown) => {
    throw error;
  };
  const desk = createDesk({ store, conversations: store.conversations, clock, onFailure: fail });
  const { document, data } = await desk.answer(MEMBER, { kind: "person", name: "queiroz" });
  const fields = document.blocks.flatMap((block) => (block.type === "fields" ? block.fields : []));
  expect(fields.find(({ label }) => label === "Articles")?.value).toMatchObject([{ text: String(ARTICLES) }]);
  expect((data as { articleIds: string[] }).articleIds).toHaveLength(200);
}, 60_000);

it.each([
  ["people", "No people yet."],
  ["quotes", "No quotes yet."],
  ["meetings", "No meetings yet."],
  ["stories", "No stories yet."],
] as const)("says of %s that a list ends before a page, and not that nothing is known", async (kind, nothing) => {
  const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };
  async function* articles() {
    yield { kind: "article" as const, article: LISBON };
  }
  const run = { workspaceId: MEMBER.workspaceId, articles: articles() };
  for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
  const desk = createDesk({ store, conversations: store.conversations, clock, onFailure: () => undefined });
  const answer = async (page: number) => JSON.stringify((await desk.answer(MEMBER, { kind, page })).document.blocks);
  expect(await answer(1)).not.toContain("There is no page");
  expect(await answer(2)).toContain("There is no page 2: the list is shorter.");
  expect(await answer(2)).not.toContain(nothing);
});

it("refuses meetings between two days that stand the wrong way round, instead of saying that none is known", async () => {
  const desk = createDesk({ store, conversations: store.conversations, clock: { now: () => 0 }, onFailure: () => undefined });
  const says = "2024-03-05 is after 2024-03-04";
  const answer = await desk
    .answer(MEMBER, { kind: "meetings", from: "2024-03-05", to: "2024-03-04" })
    .catch((error: unknown) => error);
  expect(answer instanceof Error ? answer.message : JSON.stringify(answer)).toContain(says);
});

const OFFICES = [
  { id: "one", text: "Norwegian Foreign Minister Erik Solberg opened the talks. Solberg left early." },
  { id: "two", text: 'Mr. Solberg opened a harbour. "It is open," Solberg said.' },
  { id: "three", text: "Chilean President Ana Moreira opened a port." },
];

async function cards() {
  const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };
  async function* articles() {
    for (const each of OFFICES) yield { kind: "article" as const, article: articleOf(each) };
  }
  const run = { workspaceId: MEMBER.workspaceId, articles: articles() };
  for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
  const desk = createDesk({ store, conversations: store.conversations, clock, onFailure: () => undefined });
  return async (name: string) => JSON.stringify((await desk.answer(MEMBER, { kind: "person", name })).document);
}

it("finds somebody by a name behind an office, its country or its body", async () => {
  const card = await cards();
  for (const typed of ["President Ana Moreira", "Chilean President Ana Moreira", "NATO Secretary General Ana Moreira"])
    expect(await card(typed), typed).toContain('"title":"Ana Moreira"');
  expect(await card("Chilean President Ana Nobody")).toContain("No article names Chilean President Ana Nobody.");
});

it("proposes to merge two people of whom only the last name agrees, and merges neither", async () => {
  const card = await cards();
  const proposal =
    "Solberg may be Erik Solberg; one shared name is too little for me to tell. If so, type /person merge Solberg into Erik Solberg.";
  expect(await card("Erik Solberg")).toContain(proposal);
  expect(await card("Ana Moreira")).not.toContain("may be");
  expect((await store.people.byName(MEMBER.workspaceId, "solberg", 5)).map(({ name }) => name).sort()).toEqual([
    "Erik Solberg",
    "Solberg",
  ]);
});

it("tells an office that somebody then held as one from before the article", async () => {
  const clock = { now: () => Date.parse("2024-03-06T12:00:00Z") };
  async function* articles() {
    const text = "In 2010 she went to Oslo with then-Vice President Anita Queiroz. Queiroz liked the harbour.";
    yield { kind: "article" as const, article: articleOf({ id: "oslo", text, publishedAt: "2024-03-05T08:00:00Z" }) };
  }
  const run = { workspaceId: MEMBER.workspaceId, articles: articles() };
  for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
  const desk = createDesk({ store, conversations: store.conversations, clock, onFailure: () => undefined });
  const { document } = await desk.answer(MEMBER, { kind: "person", name: "queiroz" });
  expect(JSON.stringify(document.blocks)).toContain("Vice President (before 5 March 2024)");
});
