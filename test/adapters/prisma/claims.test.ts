import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeClaims } from "../../contracts/claims.ts";
import { temporaryFolder } from "./temporary-database.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

describeClaims("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    // One process keeps a file: who claims there does so through one opening.
    stores: [store, store],
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});

describe.skipIf(postgresqlUrl === "")("on PostgreSQL", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  describeClaims("PostgreSQL", async () => {
    await database.empty();
    const [first, second] = [await openStore({ url: database.url }), await openStore({ url: database.url })];
    return {
      stores: [first, second],
      close: async () => {
        await first.close();
        await second.close();
      },
    };
  });
});
