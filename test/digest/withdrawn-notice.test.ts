import { describe } from "vitest";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { describeWithdrawnNotices } from "../contracts/withdrawn-notices.ts";

describeWithdrawnNotices("SQLite", async () => {
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
  describeWithdrawnNotices("PostgreSQL", async () => {
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
