import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../src/commands/create-commands.ts";
import type { Asker } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

/** Evening in Lisbon, and already the next day in Tokyo. */
const CLOCK = { now: () => Date.parse("2024-03-06T20:00:00Z") };
const ARTICLES = [
  articleOf({
    id: "plans",
    publishedAt: "2024-03-01",
    text:
      "Portuguese Foreign Minister Ana Moreira will meet Norwegian Foreign Minister Erik Solberg in Oslo on March 21. " +
      "Portuguese Foreign Minister Ana Moreira will meet Japanese Foreign Minister Kenji Watari in Lisbon on March 6. " +
      "Portuguese Foreign Minister Ana Moreira will meet Kenyan Foreign Minister Grace Wanjiru in Nairobi on March 12.",
  }),
  articleOf({
    id: "past",
    publishedAt: "2024-02-20",
    text: "Portuguese Foreign Minister Ana Moreira will meet Brazilian Foreign Minister Joana Prado in Porto on February 27.",
  }),
  articleOf({
    id: "held",
    publishedAt: "2024-03-06",
    text: "Portuguese Foreign Minister Ana Moreira met Chilean Foreign Minister Pablo Rojas in Lisbon on Tuesday.",
  }),
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
    { workspaceId: MEMBER.workspaceId, articles: read() },
  ))
    expect(status).toBe("new");
  commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

async function daysFor(
  intent: { about?: string; from?: string; to?: string } = {},
  asker: Partial<Asker> = {},
): Promise<string[]> {
  const { data } = await commands.answer(MEMBER.workspaceId, { kind: "upcoming", ...intent }, { ...MEMBER, ...asker });
  return (data as { date: { start: string }; status: string }[]).map(({ date, status }) => `${date.start} ${status}`);
}

test("plans come soonest first, without what was held and what is over", async () => {
  expect(await daysFor({}, { timeZone: "Europe/Lisbon" })).toEqual([
    "2024-03-06 planned",
    "2024-03-12 planned",
    "2024-03-21 planned",
  ]);
});

test("a day that is over where the asker lives is past", async () => {
  expect(await daysFor({}, { timeZone: "Asia/Tokyo" })).toEqual(["2024-03-12 planned", "2024-03-21 planned"]);
});

test("a topic or a person names whose plans are meant", async () => {
  expect(await daysFor({ about: "norway-portugal" })).toEqual(["2024-03-21 planned"]);
  expect(await daysFor({ about: "wanjiru" })).toEqual(["2024-03-12 planned"]);
});

test("plans come as a calendar file only if the button below them is pressed", async () => {
  const asked = { kind: "upcoming", about: "wanjiru" } as const;
  const { files, document } = await commands.answer(MEMBER.workspaceId, asked, { ...MEMBER, platform: "slack" });
  expect(files).toEqual([]);
  const actions = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  expect(actions.map(({ label }) => label)).toEqual(["Add to calendar", "Wrong?", "Share to channel"]);
  const pressed = await commands.answer(MEMBER.workspaceId, actions[0]?.intent ?? asked, MEMBER);
  expect(pressed.files.map(({ content }) => content.includes("DTSTART;VALUE=DATE:20240312"))).toEqual([true]);
  const terminal = await commands.answer(MEMBER.workspaceId, asked, { ...MEMBER, platform: "terminal" });
  expect(JSON.stringify(terminal.document.blocks)).not.toContain("Add to calendar");
});

test("a time limits the list, and what is over is not in it", async () => {
  expect(await daysFor({ from: "2024-02-01", to: "2024-03-15" }, { timeZone: "UTC" })).toEqual([
    "2024-03-06 planned",
    "2024-03-12 planned",
  ]);
  expect(await daysFor({ from: "2024-03-13" })).toEqual(["2024-03-21 planned"]);
});

test("where nothing is planned, the answer says so", async () => {
  const { document, data } = await commands.answer(MEMBER.workspaceId, { kind: "upcoming", about: "chile-portugal" }, MEMBER);
  expect(data).toEqual([]);
  expect(JSON.stringify(document.blocks)).toContain("no planned meeting on Chile – Portugal whose day has not passed");
});
