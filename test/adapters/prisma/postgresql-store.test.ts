import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { describeAccessStore } from "../../contracts/access-store.ts";
import { describeCorrections } from "../../contracts/corrections.ts";
import { describeDigestStore } from "../../contracts/digest-store.ts";
import { describeInstallationStores } from "../../contracts/installation-stores.ts";
import { describeMeetingParts } from "../../contracts/meeting-parts.ts";
import { describeMeetingsOfStates } from "../../contracts/meetings-of-states.ts";
import { describeModelStores } from "../../contracts/model-stores.ts";
import { describeNameRules } from "../../contracts/name-rules.ts";
import { describeRereads } from "../../contracts/rereads.ts";
import { describeStore } from "../../contracts/store.ts";
import { describeTopicStores } from "../../contracts/topic-stores.ts";
import { describeTroubleStores } from "../../contracts/trouble-stores.ts";
import { describeWatchStores } from "../../contracts/watch-stores.ts";
import { postgresqlUrl, type TemporaryPostgresql, temporaryPostgresql } from "./temporary-postgresql.ts";

describe.skipIf(postgresqlUrl === "")("on PostgreSQL", () => {
  let database: TemporaryPostgresql;

  beforeAll(async () => {
    database = await temporaryPostgresql();
  });

  afterAll(() => database.drop());

  async function open() {
    await database.empty();
    return openStore({ url: database.url });
  }

  describeStore("PostgreSQL", open);
  describeNameRules("PostgreSQL", open);
  describeCorrections("PostgreSQL", open);
  describeRereads("PostgreSQL", open);
  describeTopicStores("PostgreSQL", open);
  describeAccessStore("PostgreSQL", open);
  describeWatchStores("PostgreSQL", open);
  describeMeetingParts("PostgreSQL", open);
  describeMeetingsOfStates("PostgreSQL", open);
  describeDigestStore("PostgreSQL", open);
  describeInstallationStores("PostgreSQL", open);
  describeTroubleStores("PostgreSQL", open);
  describeModelStores("PostgreSQL", async () => {
    const store = await open();
    const { modelLedger, drafts, forgetting, close } = store;
    return { modelLedger, drafts, forget: () => forgetting.drafts(), close };
  });
});
