import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillCorpus } from "../../../bench/corpus/fill-corpus.ts";
import { createWorld } from "../../../bench/corpus/world.ts";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { Reply } from "../../../src/domain/chat/chat.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

/** They tell of more meetings and stories than a statement takes parameters on SQLite, which are 999. */
const ARTICLES = 6500;
const LIMIT = 999;
const WORKSPACE = "terminal";

interface Place {
  url: string;
  query(sql: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void> | void;
}

async function inFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "attache-lists-"));
  const path = join(folder, "store.db");
  return {
    url: `file:${path}`,
    query: async (sql) => {
      const database = openDatabase(path, { readOnly: true });
      const rows = database.prepare(sql).all();
      database.close();
      return rows;
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const databases = [
  { name: "SQLite", make: inFile, isThere: true },
  { name: "PostgreSQL", make: temporaryPostgresql, isThere: postgresqlUrl !== "" },
];

describe.each(databases.filter(({ isThere }) => isThere))(
  "lists that are longer than a statement's parameters, on $name",
  { timeout: 120_000 },
  ({ make }) => {
    let place: Place;
    let store: Store;
    const { countries, people, topics } = createWorld(ARTICLES);
    const clock = { now: () => Date.UTC(2025, 10, 20) };
    const nameOf = (at: number) => `${people[at]?.given} ${people[at]?.family}`;

    beforeAll(async () => {
      place = await make();
      await fillCorpus(place.url, ARTICLES);
      store = await openStore({ url: place.url });
    }, 120_000);

    afterAll(async () => {
      await store.close();
      await place.drop();
    });

    const ask = (intent: Intent, over: Partial<Store> = {}) =>
      createCommands({ store: { ...store, ...over }, clock }).answer(WORKSPACE, intent);

    async function rowsOf({ data }: Reply): Promise<unknown[]> {
      if (!(Symbol.asyncIterator in data)) return Array.isArray(data) ? data : [data];
      const rows: unknown[] = [];
      for await (const row of data) rows.push(row);
      return rows;
    }

    it.each([
      ["meetings", "Meeting"],
      ["stories", "Story"],
      ["people", "Person"],
      ["quotes", "Quote"],
    ] as const)("gives scripts every row of %s, each once and with all that hangs on it", async (kind, table) => {
      const [counted] = await place.query(`SELECT count(*) AS "rows" FROM "${table}"`);
      const rows = (await rowsOf(await ask({ kind, all: true }))) as { id?: string; articleIds?: string[] }[];
      expect(rows).toHaveLength(Number(counted?.["rows"]));
      if (kind !== "people") expect(rows.length).toBeGreaterThan(LIMIT);
      if (kind === "quotes") return;
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      expect(rows.every((row) => (row.articleIds ?? []).length > 0)).toBe(true);
    });

    it.each<Intent & { kind: "meetings" | "quotes" }>([
      { kind: "meetings" },
      { kind: "meetings", about: `${countries[0]?.name}-${countries[1]?.name}` },
      { kind: "meetings", about: topics[0] },
      { kind: "meetings", about: nameOf(0), from: "2018-01-01" },
      { kind: "quotes", about: countries[3]?.name },
      { kind: "quotes", about: nameOf(2) },
    ])("shows the rows that scripts get on its pages, in their order: %o", async (intent) => {
      const rows = await rowsOf(await ask({ ...intent, all: true }));
      const paged: unknown[] = [];
      for (let page = 1; page <= 3; page++) paged.push(...(await rowsOf(await ask({ ...intent, page }))));
      expect(paged).toEqual(rows.slice(0, 30));
      expect(rows.length).toBeGreaterThan(10);
    });

    it("has no more rows read for a page than it shows and one", async () => {
      const limits: number[] = [];
      const counting = <T extends { find(workspaceId: string, query: never): Promise<unknown> }>(reader: T): T => ({
        ...reader,
        find: (workspaceId: string, query: { limit: number }) => {
          limits.push(query.limit);
          return reader.find(workspaceId, query as never);
        },
      });
      const over = { meetings: counting(store.meetings), quotes: counting(store.quotes), stories: counting(store.stories) };
      for (const about of [undefined, nameOf(0), topics[0]]) {
        await ask({ kind: "meetings", about }, over);
        await ask({ kind: "quotes", about }, over);
      }
      await ask({ kind: "stories" }, over);
      await ask({ kind: "person", name: nameOf(0) }, over);
      expect(limits).toEqual([11, 11, 11, 11, 11, 11, 11, 6, 6]);
    });

    it("puts the meetings of its page into the calendar file, and no others", async () => {
      const { files: uninvited, data } = await ask({ kind: "meetings", page: 2 });
      expect(uninvited).toEqual([]);
      const dated = (data as { date: { precision: string } | null }[]).filter(({ date }) => date?.precision === "day");
      const { files } = await ask({ kind: "meetings", page: 2, calendar: true });
      expect(files[0]?.content.match(/BEGIN:VEVENT/g)).toHaveLength(dated.length);
    });

    it("gives scripts all that one person said, in one object", async () => {
      const [person] = await store.people.byName(WORKSPACE, nameOf(0), 1);
      const [row] = await place.query(`SELECT count(*) AS "quotes" FROM "Quote" WHERE "personId" = ${person?.id.slice(1)}`);
      const { data } = await ask({ kind: "person", name: nameOf(0), all: true });
      expect((data as { quotes: object[] }).quotes).toHaveLength(Number(row?.["quotes"]));
    });
  },
);
