import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { describeDigestStore } from "../../contracts/digest-store.ts";
import { temporaryFolder } from "./temporary-database.ts";

/** More than a statement takes parameters. */
const SUBSCRIPTIONS = 1100;

describeDigestStore("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    digests: store.digests,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});

it("finds all that a clock ahead had planned, however many subscriptions there are", async () => {
  const place = temporaryFolder();
  const path = place.path("store.db");
  const store = await openStore({ url: `file:${path}` });
  const database = openDatabase(path);
  const many = `WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${SUBSCRIPTIONS})`;
  database.exec(`
    INSERT INTO "Workspace" ("id", "platform", "settings") VALUES ('slack:T1', 'slack', '{}');
    ${many} INSERT INTO "Subscription" ("id", "workspaceId", "platform", "channelId", "topics", "minuteOfDay", "weekdays", "timeZone", "settings", "told", "createdAt")
      SELECT at, 'slack:T1', 'slack', 'C' || at, '["quad"]', 480, '[1]', 'UTC', '{}', '{}', '2026-03-01T00:00:00.000+00:00' FROM n;
    ${many} INSERT INTO "Slot" ("subscriptionId", "key", "dueAt", "state") SELECT at, '2026-04-01', '2026-04-01T08:00:00.000+00:00', 'waiting' FROM n;
    ${many} INSERT INTO "Slot" ("subscriptionId", "key", "dueAt", "state", "coversUntil")
      SELECT at, '2026-03-02', '2026-03-02T08:00:00.000+00:00', 'posted', '2026-03-31T08:00:00.000+00:00' FROM n;`);
  database.close();
  const ahead = await store.digests.plans.ahead(Date.parse("2026-03-02T09:00:00Z"));
  expect(new Set(ahead.map(({ subscription }) => subscription.id)).size).toBe(SUBSCRIPTIONS);
  expect(ahead).toHaveLength(SUBSCRIPTIONS);
  expect(ahead.every(({ waiting, newest }) => waiting.key === "2026-04-01" && newest?.key === "2026-03-02")).toBe(true);
  await store.close();
  place.remove();
});
