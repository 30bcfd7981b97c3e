import { describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { createMemoryDigestStore } from "../fakes/digest-store.ts";
import { type SimulationReport, simulate } from "./simulation/simulate.ts";

/**
 * Months of digests through the program's own posters of Slack and Discord, in which processes are killed and stand still, the platforms
 * are gone for days, ask for pauses and lose answers, channels are archived and clocks jump. `npm run simulate` takes more of everything.
 */
describe("digests through everything that goes wrong", () => {
  it.each([1, 2])(
    "come once each, or in one catch-up that says so: months out of seed %i",
    { timeout: 120_000 },
    async (seed) => {
      // Each zone once; long enough for the changes of the clock of its half of the year.
      expectRight(await simulate({ seed, subscriptions: 40, days: 62, haste: 4, store: createMemoryDigestStore() }));
    },
  );

  it("come once each on SQLite", { timeout: 120_000 }, async () => {
    const place = temporaryFolder();
    const store = await openStore({ url: `file:${place.path("store.db")}` });
    expectRight(await simulate({ seed: 12, subscriptions: 8, days: 11, haste: 10, store: store.digests }));
    await store.close();
    place.remove();
  });
});

function expectRight(report: SimulationReport): void {
  expect(report.wrong).toEqual([]);
  expect(report.failures).toEqual([]);
  // A simulation in which nothing goes wrong would show nothing.
  for (const happened of [report.posted, report.caughtUp, report.kills, report.outages, report.chat.unreached])
    expect(happened).toBeGreaterThan(0);
}
