import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

const CLOCK = { now: () => Date.parse("2024-03-10T12:00:00Z") };
const SAID = "fish wind rails wool salt glass copper timber wheat maps radio bees".split(" ");
const ARTICLES = [
  articleOf({
    id: "both",
    publishedAt: "2024-03-06",
    text:
      "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on Tuesday. " +
      '"Norway has been a fair partner to all of us," Moreira said. ' +
      "Rain fell on the coast all week. The buses were late again. Shops in the old town closed early. " +
      '"Schools need more teachers and better roofs this year," Moreira told a class in Faro.',
  }),
  articleOf({
    id: "elsewhere",
    publishedAt: "2024-03-08",
    text:
      "Portuguese Foreign Minister Ana Moreira met Japanese Foreign Minister Kenji Watari in Lisbon on Thursday. " +
      '"Japan builds the ships that we want to buy," Moreira said. Norway sells timber to many.',
  }),
  ...SAID.map((matter, at) =>
    articleOf({
      id: `peru${at}`,
      publishedAt: new Date(Date.UTC(2023, at, 5)).toISOString().slice(0, 10),
      text: `Peruvian Minister Anna Lopez spoke on ${matter} in Lima. "Chile sells us too much ${matter} for what we pay," Lopez said. Chile did not answer.`,
    }),
  ),
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
  const deps = { store: store.evidence, extract, clock: CLOCK };
  for await (const { status } of ingestArticles(deps, { workspaceId: MEMBER.workspaceId, articles: read() }))
    expect(status).toBe("new");
  commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

async function ask(intent: Intent) {
  const { document, data } = await commands.answer(MEMBER.workspaceId, intent, MEMBER);
  const rows: { text?: string; title?: string }[] = [];
  for await (const row of data as AsyncIterable<object>) rows.push(row);
  const buttons = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  return { rows, shown: JSON.stringify(document.blocks), buttons, labels: buttons.map(({ label }) => label) };
}

test("quotes on two countries are what one says of the other, and what else their articles hold is a press away", async () => {
  const { rows, shown, buttons } = await ask({ kind: "quotes", about: "norway-portugal" });
  expect(rows.map(({ text }) => text)).toEqual(['"Norway has been a fair partner to all of us,"']);
  expect(shown).toContain("2 more in articles that name them are on something else.");
  const wider = buttons.find(({ label }) => label === "All quotes")?.intent;
  expect(wider).toEqual({ kind: "quotes", about: "norway-portugal", wide: true });
  if (wider === undefined) throw new Error("There is no button.");
  const all = await ask(wider);
  expect(all.rows).toHaveLength(3);
  expect(all.labels).not.toContain("All quotes");
});

test("a meeting is on two countries when both take part", async () => {
  const { rows } = await ask({ kind: "meetings", about: "norway-portugal" });
  expect(rows.map(({ title }) => title)).toEqual(["Meeting of Ana Moreira and Erik Solberg in Oslo"]);
});

test("scripts get every row that is on the two, whatever the page", async () => {
  const { rows } = await ask({ kind: "quotes", about: "peru-chile", all: true });
  expect(rows).toHaveLength(SAID.length);
});

test("pages follow each other, and say of how many", async () => {
  const first = await ask({ kind: "quotes", about: "peru-chile" });
  expect(first.shown).toContain(`Quotes 1 to 10 of ${SAID.length}.`);
  expect(first.labels).toContain("More quotes");
  const second = await ask({ kind: "quotes", about: "peru-chile", page: 2 });
  expect(second.rows).toHaveLength(SAID.length - 10);
  expect(new Set([...first.rows, ...second.rows].map(({ text }) => text)).size).toBe(SAID.length);
  expect(second.labels).toContain("Back");
});

test("where nothing is on the two, the list says what their articles hold", async () => {
  const { rows, shown, labels } = await ask({ kind: "quotes", about: "norway-japan" });
  expect(rows).toEqual([]);
  expect(shown).toContain("No quote on Norway – Japan is stored.");
  expect(shown).toContain("1 in articles that name them is on something else.");
  expect(labels).toContain("All quotes");
});
