import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeSourceStores } from "../../contracts/source-stores.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

describe.skipIf(postgresqlUrl === "")("on PostgreSQL", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  describeSourceStores("PostgreSQL", async () => {
    await database.empty();
    return openStore({ url: database.url });
  });
});
