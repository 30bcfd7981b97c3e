import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { ENGINE_VERSION } from "../../../src/extract/engine-version.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { firstValue, temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

const ARTICLES = 24;
const KILLS = 2;
const PAGE = { limit: 200, offset: 0 };

interface Place {
  url: string;
  remove(): Promise<void> | void;
}

/** A file that SQLite finds nothing wrong with when it is done. */
async function inFile(): Promise<Place> {
  const { path, remove } = temporaryFolder();
  return {
    url: `file:${path("store.db")}`,
    remove: () => {
      expectSound(path("store.db"));
      remove();
    },
  };
}

async function onServer(): Promise<Place> {
  const { url, drop } = await temporaryPostgresql();
  return { url, remove: drop };
}

describe.each([
  { name: "SQLite", open: inFile, isThere: true },
  { name: "PostgreSQL", open: onServer, isThere: postgresqlUrl !== "" },
])("reading again that is killed, on $name", ({ open, isThere }) => {
  let place: Place;

  beforeEach(async ({ skip }) => {
    if (!isThere) skip();
    place = await open();
  });

  afterEach(() => place?.remove());

  const url = () => place.url;

  /** Works on the store, and closes it. */
  async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ url: url() });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** Reads again in a process of its own, and kills it after so many articles; Infinity lets it end. Says how many it began. */
  async function reread(killAfter: number): Promise<number> {
    const child = spawn(process.execPath, [`${inject("programs")}/reread-child.js`, url()], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let begun = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      begun += chunk.toString("utf8").split("\n").length - 1;
      if (begun >= killAfter) child.kill("SIGKILL");
    });
    await once(child, "close");
    return begun;
  }

  it("goes on with those that are left, and every article is whole at any time", { timeout: 240_000 }, async () => {
    const shown = await inStore(async (store) => {
      async function* read() {
        for (let at = 0; at < ARTICLES; at++)
          yield { kind: "article" as const, article: { ...LISBON, id: `n${at}`, url: null, text: `${LISBON.text} Wire ${at}.` } };
      }
      const deps = { store: store.evidence, extract, clock: { now: () => Date.parse("2024-03-06T12:00:00Z") } };
      for await (const { status } of ingestArticles(deps, { workspaceId: "terminal", articles: read() }))
        expect(status).toBe("new");
      return evidenceOf(store);
    });
    let left = ARTICLES;
    for (let kill = 1; kill <= KILLS; kill++) {
      await reread(Math.ceil(ARTICLES / (KILLS + 1)));
      const counts = await inStore((store) => store.rereads.counts(ENGINE_VERSION + 1));
      expect(counts.done + counts.left).toBe(ARTICLES);
      expect(counts.left).toBeLessThan(left);
      left = counts.left;
      expect(await inStore(evidenceOf)).toEqual(shown);
    }
    expect(left).toBeGreaterThan(0);
    expect(await reread(Number.POSITIVE_INFINITY)).toBe(left);
    expect(await inStore(evidenceOf)).toEqual(shown);
  });
});

async function evidenceOf(store: Store) {
  return {
    quotes: await store.quotes.find("terminal", PAGE),
    people: await store.people.all("terminal", PAGE),
    meetings: await store.meetings.find("terminal", PAGE),
    stories: await store.stories.find("terminal", PAGE),
  };
}

function expectSound(path: string): void {
  const file = openDatabase(path, { readOnly: true });
  expect(firstValue(file, "PRAGMA integrity_check")).toBe("ok");
  expect(file.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  file.close();
}
