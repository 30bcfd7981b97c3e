import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillCorpus } from "../../bench/corpus/fill-corpus.ts";
import { generateCorpus } from "../../bench/corpus/generate-corpus.ts";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../src/adapters/prisma/sqlite/open-database.ts";
import { createCommands } from "../../src/commands/create-commands.ts";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";

const ARTICLES = 80;
const EVENTS = [...generateCorpus(ARTICLES)];
const folder = mkdtempSync(join(tmpdir(), "attache-corpus-"));
const [ingested, filled] = ["ingested", "filled"].map((name) => join(folder, `${name}.db`)) as [string, string];

beforeAll(async () => {
  const store = await openStore({ url: `file:${ingested}` });
  let seenAtMs = 0;
  async function* read() {
    for (const event of EVENTS) {
      for (const told of event.articles) {
        seenAtMs = told.seenAtMs;
        yield { kind: "article" as const, article: told.article };
      }
    }
  }
  const extract = async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article);
  const deps = { store: store.evidence, extract, clock: { now: () => seenAtMs } };
  for await (const result of ingestArticles(deps, { workspaceId: "terminal", articles: read() }))
    expect(result.status).toBe("new");
  await store.close();
  await fillCorpus(`file:${filled}`, ARTICLES);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tables whose rows are compared, less what depends on the order of writing or on the clock. */
const TABLES: Record<string, string[]> = {
  Article: ["storyId"],
  Revision: [],
  ArticleCountry: [],
  Person: [],
  PersonArticle: [],
  Alias: ["id"],
  NameWord: [],
  Role: ["id"],
  RoleArticle: ["roleId"],
  Quote: [],
  Meeting: [],
  MeetingReport: [],
  MeetingParticipant: ["id"],
};

/** Ingest reserves keys and leaves some unused: what is compared is the order of the rows, not their numbers. */
const KEYS = { personId: "Person", meetingId: "Meeting", partOfKey: "Meeting" } as const;
const IDS = { p: "Person", m: "Meeting", s: "Story", q: "Quote" } as const;

function placesIn(database: ReturnType<typeof openDatabase>, table: string): Map<unknown, number> {
  const rows = database.prepare(`SELECT "id" FROM "${table}" ORDER BY "id"`).all() as { id: number }[];
  return new Map(rows.map(({ id }, place) => [id, place]));
}

function rowsOf(path: string, table: string): string[] {
  const database = openDatabase(path, { readOnly: true });
  const left = TABLES[table] ?? [];
  const rows = database.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
  const keys = { ...KEYS, ...(rows[0] !== undefined && "id" in rows[0] ? { id: table } : {}) };
  const places = new Map(Object.entries(keys).map(([column, of]) => [column, placesIn(database, of)]));
  const people = placesIn(database, "Person");
  database.close();
  const placed = (column: string, value: unknown) =>
    column === "participants" && typeof value === "string"
      ? value.replace(/(?<="personKey":)\d+/g, (key) => String(people.get(Number(key))))
      : (places.get(column)?.get(value) ?? value);
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([column]) => !left.includes(column))
          .map(([column, value]) => [column, placed(column, value)])
          .sort(),
      ),
    )
    .sort();
}

/** An answer with the place of each row instead of its id. */
function withPlaces(answer: unknown, path: string): unknown {
  const database = openDatabase(path, { readOnly: true });
  const places = new Map(Object.entries(IDS).map(([prefix, table]) => [prefix, placesIn(database, table)]));
  database.close();
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) => {
    const [, prefix = "", key] = (typeof value === "string" ? /^([pmsq])(\d+)$/.exec(value) : null) ?? [];
    return key === undefined ? value : `${prefix} ${places.get(prefix)?.get(Number(key))}`;
  });
}

test.each(Object.keys(TABLES))("the bulk filler writes the rows of %s that ingest writes", (table) => {
  expect(rowsOf(filled, table)).toEqual(rowsOf(ingested, table));
});

test("a store that was filled in bulk gives the answers of one that was ingested", async () => {
  const [event] = EVENTS.filter(({ kind }) => kind === "meeting");
  const { one, other, topics } = event ?? expect.fail("No meeting.");
  const intents: Intent[] = [
    { kind: "briefing", topic: `${one.country.name}-${other.country.name}` },
    { kind: "briefing", topic: `${one.given} ${one.family}` },
    { kind: "briefing", topic: topics[0] },
    { kind: "ask", question: `When did ${one.family} meet ${other.family}?` },
    { kind: "ask", question: `What did ${one.family} say about ${topics[0]}?` },
    { kind: "ask", question: `How many submarines did ${one.country.name} order from ${other.country.name}?` },
  ];
  const answers: unknown[][] = [];
  for (const path of [ingested, filled]) {
    const store = await openStore({ url: `file:${path}` });
    const commands = createCommands({ store, clock: { now: () => Date.UTC(2026, 0, 1) } });
    const given = await Promise.all(intents.map((intent) => commands.answer("terminal", intent)));
    await store.close();
    answers.push(given.map((each) => withPlaces(each, path)));
  }
  expect(answers[1]).toEqual(answers[0]);
});
