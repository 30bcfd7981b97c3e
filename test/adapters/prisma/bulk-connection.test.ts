import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "../../../src/adapters/prisma/generated/client.ts";
import { type BulkConnection, createBulkConnection } from "../../../src/adapters/prisma/sqlite/bulk-connection.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { temporaryFolder } from "./temporary-database.ts";

describe("a connection for writes of many rows", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let bulk: BulkConnection;

  beforeEach(() => {
    place = temporaryFolder();
    const database = openDatabase(place.path("store.db"));
    database.exec('CREATE TABLE "Word" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL)');
    database.close();
    bulk = createBulkConnection(place.path("store.db"));
  });

  afterEach(() => {
    bulk.close();
    place.remove();
  });

  const words = () => bulk.transaction((statements) => statements.query(Prisma.sql`SELECT "text" FROM "Word" ORDER BY "id"`));

  it("keeps all that was written, or nothing of it where something failed, and goes on", async () => {
    await bulk.transaction((statements) =>
      statements.execute(Prisma.sql`INSERT INTO "Word" ("text") VALUES (${"one"}), (${"two"})`),
    );
    const failing = bulk.transaction(async (statements) => {
      await statements.execute(Prisma.sql`INSERT INTO "Word" ("text") VALUES (${"three"})`);
      await statements.execute(Prisma.sql`INSERT INTO "Word" ("text") VALUES (${null})`);
    });
    await expect(failing).rejects.toThrow("NOT NULL constraint failed: Word.text");
    expect(await words()).toEqual([{ text: "one" }, { text: "two" }]);
    const stopped = bulk.transaction(async (statements) => {
      await statements.execute(Prisma.sql`DELETE FROM "Word"`);
      throw new Error("Enough.");
    });
    await expect(stopped).rejects.toThrow("Enough.");
    expect(await words()).toHaveLength(2);
  });
});
