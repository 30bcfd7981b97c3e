import { describe } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "../../adapters/prisma/temporary-postgresql.ts";
import { describeWatches } from "../../contracts/watches.ts";

describeWatches("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    store,
    async close() {
      await store.close();
      place.remove();
    },
  };
});

describe.skipIf(postgresqlUrl === "")("with a server", () => {
  describeWatches("PostgreSQL", async () => {
    const database = await temporaryPostgresql();
    const store = await openStore({ url: database.url });
    return {
      store,
      async close() {
        await store.close();
        await database.drop();
      },
    };
  });
});
