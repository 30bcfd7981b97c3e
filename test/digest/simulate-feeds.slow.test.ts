import { expect, it } from "vitest";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { simulateFeeds } from "./simulation/simulate-feeds.ts";

/** Dates, addresses, headlines, white space and lines of the site move every day. `npm run simulate` takes 400 days of it. */
it("tells each report and each change of what it says once, whatever else its feed moves", { timeout: 120_000 }, async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const { wrong, changes, reports } = await simulateFeeds(store, { seed: 7, days: 25 });
  expect(wrong).toEqual([]);
  expect([changes, reports].every((count) => count > 20)).toBe(true);
  await store.close();
  place.remove();
});
