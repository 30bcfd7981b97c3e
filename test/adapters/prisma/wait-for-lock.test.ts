import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clients } from "../../../src/adapters/prisma/clients.ts";
import { Prisma } from "../../../src/adapters/prisma/generated/client.ts";
import { openSqliteClients } from "../../../src/adapters/prisma/sqlite/open-clients.ts";
import { type Database, openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { temporaryFolder } from "./temporary-database.ts";

describe("a file whose lock another process holds", { timeout: 30_000 }, () => {
  let place: ReturnType<typeof temporaryFolder>;
  let clients: Clients;
  let other: Database;

  beforeEach(() => {
    place = temporaryFolder();
    clients = openSqliteClients(`file:${place.path("store.db")}`);
    other = openDatabase(place.path("store.db"));
    other.exec("BEGIN IMMEDIATE");
  });

  afterEach(async () => {
    await clients.close();
    other.close();
    place.remove();
  });

  const insert = Prisma.sql`INSERT INTO "SeenEvent" ("key", "seenAt") VALUES ('E1', '2024-03-06T12:00:00.000+00:00')`;

  it.each([
    ["a transaction", () => clients.transaction((transaction) => transaction.$executeRaw(insert))],
    ["a write for a workspace", () => clients.workspaceTransaction("terminal", (transaction) => transaction.$executeRaw(insert))],
    ["a write of many rows", () => clients.bulkTransaction((statements) => statements.execute(insert))],
  ])("is waited for by %s while timers are heard, one of which lets it go", async (_what, write) => {
    const written = write();
    setTimeout(() => other.exec("COMMIT"), 200);
    await written;
    expect(await clients.reads.seenEvent.count()).toBe(1);
  });

  it.each([
    [
      "a bare statement",
      () => clients.transaction((transaction) => transaction.$executeRaw`INSERT INTO "Filled" VALUES (zeroblob(9000000))`),
    ],
    [
      "Prisma's own",
      () => clients.transaction((transaction) => transaction.seenEvent.create({ data: { key: "x".repeat(9_000_000) } })),
    ],
  ])("is said in a sentence where it can't grow, by %s", async (_what, write) => {
    other.exec('CREATE TABLE "Filled" ("what" BLOB); COMMIT');
    await clients.transaction((transaction) => transaction.$queryRaw`PRAGMA max_page_count = 300`);
    await expect(write()).rejects.toMatchObject({ code: "store-unusable", message: expect.stringContaining("the disk is full") });
  });

  it("is not blamed for a statement that is wrong", async () => {
    other.exec("COMMIT");
    const wrong = clients.transaction((transaction) => transaction.$executeRaw`DELETE FROM "Nowhere"`);
    await expect(wrong).rejects.toMatchObject({ code: "P2010" });
  });

  it("is waited for once: what fails behind the lock is not tried again", async () => {
    other.exec("COMMIT");
    let tries = 0;
    const failing = clients.transaction(async () => {
      tries += 1;
      throw Object.assign(new Error("busy"), { code: "SQLITE_BUSY" });
    });
    await expect(failing).rejects.toMatchObject({ code: "store-busy" });
    expect(tries).toBe(1);
  });
});
