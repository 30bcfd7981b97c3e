import { loadavg } from "node:os";
import pg from "pg";
import { sqlitePath } from "../src/adapters/prisma/database-url.ts";
import { openStore, type Store } from "../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../src/adapters/prisma/sqlite/open-database.ts";
import { createCommands } from "../src/commands/create-commands.ts";
import type { Intent } from "../src/domain/chat/intent.ts";
import { inFilledStore } from "./corpus/filled-store.ts";
import { createWorld } from "./corpus/world.ts";
import { ms, percentile, report, timed } from "./measure.ts";

const ROUNDS = 20;
const WORKSPACE = "terminal";
/** The day after the corpus ends. */
const TODAY_MS = Date.UTC(2025, 10, 20);
/** A page far down: whoever turns pages by hand comes no further. */
const FAR = 50;

/** A list, the pages of it that are asked for, and a bare query for as many of its rows. */
interface List {
  name: string;
  intents: Intent[];
  bare: string;
}

type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/** Pages of every list in one process over stored articles, each beside a bare query for the first rows of the same table. */
export async function benchLists(sizes: number[]): Promise<void> {
  for (const articles of sizes) {
    await inFilledStore({ articles, workspaceId: WORKSPACE }, null, async (url) => {
      const database = openDatabase(sqlitePath(url), { readOnly: true });
      const query: Query = async (sql) => database.prepare(sql).all();
      await measureLists({ url, name: `${articles} on SQLite`, articles }, query);
      database.close();
    });
    const server = process.env["BENCH_POSTGRESQL_URL"];
    if (server === undefined) continue;
    await inFilledStore({ articles, workspaceId: WORKSPACE }, server, async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const query: Query = async (sql) => (await client.query(sql)).rows;
      await measureLists({ url, name: `${articles} on PostgreSQL`, articles }, query);
      await client.end();
    });
  }
}

async function measureLists(over: { url: string; name: string; articles: number }, query: Query): Promise<void> {
  const store = await openStore({ url: over.url });
  const [row] = await query('SELECT count(*) AS "meetings" FROM "Meeting"');
  console.log(`lists over ${over.name}: ${String(row?.["meetings"])} meetings (load ${loadavg()[0]?.toFixed(1)})`);
  for (const list of listsOf(over.articles)) await measureList(store, list, query);
  await store.close();
}

async function measureList(store: Store, list: List, query: Query): Promise<void> {
  const commands = createCommands({ store, clock: { now: () => TODAY_MS } });
  const ours = new Map<Intent, number[]>(list.intents.map((intent) => [intent, []]));
  const floor: number[] = [];
  const processor: number[] = [];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const intent of list.intents) {
      const bareMs = await timed(() => query(list.bare));
      const before = process.cpuUsage();
      const oursMs = await timed(() => commands.answer(WORKSPACE, intent));
      const { user, system } = process.cpuUsage(before);
      if (round === 0) continue;
      processor.push((user + system) / 1000);
      floor.push(bareMs);
      ours.get(intent)?.push(oursMs);
    }
  }
  const [figure, bareFigure] = [percentile([...ours.values()].flat(), 0.95), percentile(floor, 0.95)];
  report(`${list.name}, p95 of a page (floor: bare)`, { figure: ms(figure), floor: ms(bareFigure), ratio: figure / bareFigure });
  console.log(`  of which processor time p95 ${ms(percentile(processor, 0.95))} (load ${loadavg()[0]?.toFixed(1)})`);
  if (process.env["BENCH_EACH"] === undefined) return;
  for (const [intent, values] of ours)
    console.log(
      `  p50 ${ms(percentile(values, 0.5)).padStart(8)}  p95 ${ms(percentile(values, 0.95)).padStart(8)}  ${JSON.stringify(intent)}`,
    );
}

/** Of what is common and of what is rare. */
function listsOf(articles: number): List[] {
  const { countries, people, topics, words } = createWorld(articles);
  const nameOf = (at: number) => {
    const person = people.at(at);
    return `${person?.given} ${person?.family}`;
  };
  const pair = (one: number, other: number) => `${countries[one]?.name}-${countries[other]?.name}`;
  const topicsAsked = [countries[0]?.name, pair(0, 1), pair(45, 70), "quad", topics[0], topics.at(-1), words[1]];
  const subjects = [...topicsAsked.map((about) => about ?? ""), nameOf(0), nameOf(-40)];
  const newest = (table: string, order: string, limit = 11) =>
    `SELECT * FROM "${table}" WHERE "workspaceId" = '${WORKSPACE}' ORDER BY ${order} LIMIT ${limit}`;
  const meetings = newest("Meeting", '"dateStart" DESC, "id" DESC');
  const quotes = newest("Quote", '"filedOn" DESC, "articleId" DESC');
  const pages = [undefined, 2, FAR];
  return [
    {
      name: "meetings",
      intents: [
        ...pages.map((page) => ({ kind: "meetings" as const, page })),
        { kind: "meetings", from: "2020-01-01", to: "2020-06-30" },
      ],
      bare: meetings.replace("ORDER", 'AND "dateStart" IS NOT NULL ORDER'),
    },
    {
      name: "meetings X",
      intents: subjects.flatMap((about) => [undefined, 2].map((page) => ({ kind: "meetings" as const, about, page }))),
      bare: meetings.replace("ORDER", 'AND "dateStart" IS NOT NULL ORDER'),
    },
    {
      name: "person X",
      intents: [0, 1, 2, 50, -40].map((at) => ({ kind: "person" as const, name: nameOf(at) })),
      bare: newest("Person", '"name"', 1),
    },
    { name: "quotes", intents: pages.map((page) => ({ kind: "quotes" as const, page })), bare: quotes },
    {
      name: "quotes X",
      intents: subjects.flatMap((about) => [undefined, 2].map((page) => ({ kind: "quotes" as const, about, page }))),
      bare: quotes,
    },
    {
      name: "people",
      intents: pages.map((page) => ({ kind: "people" as const, page })),
      bare: newest("Person", '"uses" DESC'),
    },
    {
      name: "stories",
      intents: pages.map((page) => ({ kind: "stories" as const, page })),
      bare: newest("Story", '"lastSeen" DESC, "id" DESC'),
    },
    {
      name: "sources X",
      intents: subjects.map((about) => ({ kind: "sources" as const, about })),
      bare: newest("Article", '"filedOn" DESC, "id" DESC', 25),
    },
  ];
}
