import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { until } from "../../servers/until.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

const DROP_ALL =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

describe.skipIf(postgresqlUrl === "")("a store whose server drops its connections", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  it("reads and writes again, without anything being opened anew", async () => {
    const store = await openStore({ url: database.url });
    expect(await store.events.claim("before")).toBe(true);
    expect(await store.articles.count("terminal")).toBe(0);
    await database.query(DROP_ALL);
    // Whoever asks at that very moment may be refused; who asks again is not.
    await until(async () => expect(await store.articles.count("terminal")).toBe(0));
    await until(async () => expect(await store.events.claim("before")).toBe(false));
    await store.close();
  });

  it("says in one sentence what happened to a transaction that was under way, and keeps nothing of it", async () => {
    const store = await openStore({ url: database.url });
    const write = store.evidence.write("terminal", async (writer) => {
      await writer.people.create(["Half Done"]);
      await database.query(DROP_ALL);
      await writer.people.create(["Never Done"]);
    });
    await expect(write).rejects.toThrow(/^The database \S+ has closed the connection: .+\.$/);
    await until(async () => expect(await store.people.all("terminal", { limit: 5, offset: 0 })).toEqual([]));
    await store.close();
  });

  it("ends a transaction in which a process stands still, and says so", async () => {
    const store = await openStore({ url: `${database.url}?idle_in_transaction_session_timeout=200` });
    const write = store.evidence.write("terminal", async (writer) => {
      await writer.people.create(["Half Done"]);
      await until(async () => expect(await database.query(IDLE)).toEqual([{ idle: 0 }]));
      await writer.people.create(["Never Done"]);
    });
    await expect(write).rejects.toThrow(
      /^The database \S+ has ended a transaction because this process was frozen; nothing was stored, so try again\.$/,
    );
    expect(await store.people.all("terminal", { limit: 5, offset: 0 })).toEqual([]);
    await store.evidence.write("terminal", async (writer) => writer.people.create(["Done Now"]));
    await store.close();
  });

  it("says in one sentence that another process holds what a statement or a transaction waits for", async () => {
    const store = await openStore({ url: `${database.url}?lock_timeout=200` });
    await store.workspaces.arrive("slack:T1");
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('BEGIN; UPDATE "Workspace" SET "name" = \'held\' WHERE "id" = \'slack:T1\'');
    const busy = { code: "store-busy", message: expect.stringMatching(/^The database \S+ is busy: .+ Try again in a minute\.$/) };
    await expect(store.workspaces.leave("slack:T1", Date.now())).rejects.toMatchObject(busy);
    await expect(store.settings.set("slack:T1", "names", "members")).rejects.toMatchObject(busy);
    await holder.end();
    expect(await store.workspaces.leave("slack:T1", Date.now())).toBe(true);
    await store.close();
  });
});

const IDLE =
  "SELECT count(*)::int AS idle FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'";
