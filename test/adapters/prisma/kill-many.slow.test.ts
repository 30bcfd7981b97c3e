import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

const ARTICLES = 30;
const PROCESSES = 3;
const KILLS = 4;

describe.skipIf(postgresqlUrl === "")("several processes on one PostgreSQL", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let database: TemporaryPostgresql;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    place = temporaryFolder();
    database = await temporaryPostgresql();
  });

  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await database.drop();
    place.remove();
  });

  /** One process that ingests everything, whatever the others do. Resolves with its exit code, null where it was killed. */
  async function ingest(): Promise<number | null> {
    const file = place.path("articles.jsonl");
    const child = spawn(process.execPath, [`${inject("programs")}/ingest-child.js`, database.url, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(child);
    child.stdout.on("data", () => {
      const left = KILLS - killed;
      if (left > 0 && Math.random() < 0.2) {
        killed += 1;
        child.kill("SIGKILL");
      }
    });
    const [code] = (await once(child, "close")) as [number | null];
    running.delete(child);
    return code;
  }
  let killed = 0;

  it("store every article once though they are killed at random, with people and meetings that are not doubled", {
    timeout: 300_000,
  }, async () => {
    const articles = Array.from({ length: ARTICLES }, (_, at) => ({
      ...LISBON,
      id: `n${at}`,
      url: `https://a.example/${at}`,
      text: `${LISBON.text} Dispatch ${at}.`,
    }));
    writeFileSync(place.path("articles.jsonl"), articles.map((article) => JSON.stringify(article)).join("\n"));
    await Promise.all(
      Array.from({ length: PROCESSES }, async () => {
        // Whoever is killed is started again, as a supervisor would.
        while ((await ingest()) === null);
      }),
    );
    const store = await openStore({ url: database.url });
    expect(await store.articles.count("terminal")).toBe(ARTICLES);
    expect(await store.people.all("terminal", { limit: 10, offset: 0 })).toHaveLength(2);
    expect(await store.meetings.find("terminal", { limit: 10, offset: 0 })).toHaveLength(1);
    await store.close();
    const counts = `SELECT
      (SELECT count(DISTINCT "identity") FROM "Article")::int AS articles, (SELECT count(*) FROM "Revision")::int AS revisions,
      (SELECT count(*) FROM "article_search")::int AS indexed, (SELECT count(*) FROM "Article" WHERE "storyId" IS NULL)::int AS loose,
      (SELECT count(*) FROM (SELECT "articleId" FROM "Quote" GROUP BY 1 HAVING count(*) = 2) q)::int AS whole`;
    expect(await database.query(counts)).toEqual([
      { articles: ARTICLES, revisions: ARTICLES, indexed: ARTICLES, loose: 0, whole: ARTICLES },
    ]);
    expect(killed).toBe(KILLS);
  });
});
