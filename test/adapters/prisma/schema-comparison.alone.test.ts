import { describe, expect, it } from "vitest";
import { sqliteToReachSchema } from "../../../scripts/schema-engine.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { prepareDatabase } from "../../../src/adapters/prisma/sqlite/prepare-database.ts";
import { temporaryFolder } from "./temporary-database.ts";

// In a file, and so a process, of its own: the engine's WebAssembly cannot be set up twice in one.
describe("the comparison that holds the migrations", () => {
  it("sees where a column is gone", async () => {
    const place = temporaryFolder();
    const path = place.path("store.db");
    prepareDatabase(path);
    const database = openDatabase(path);
    database.exec('ALTER TABLE "Story" DROP COLUMN "firstSeen"');
    database.close();
    expect(await sqliteToReachSchema(`file:${path}`)).toContain("firstSeen");
    place.remove();
  });
});
