import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { postgresqlUrl, temporaryPostgresql } from "./temporary-postgresql.ts";

describe.skipIf(postgresqlUrl === "")("the turns at a host", () => {
  it("are given out one gap apart to all who share a store, and to each host by itself", { timeout: 60_000 }, async () => {
    const database = await temporaryPostgresql();
    const stores = [await openStore({ url: database.url }), await openStore({ url: database.url })];
    const waits = await Promise.all([0, 1, 0, 1, 0, 1].map((at) => stores[at]?.takeTurn("a.example", 100_000) ?? 0));
    const inOrder = waits.sort((a, b) => a - b);
    for (const [place, waitMs] of inOrder.entries()) {
      expect(waitMs).toBeLessThanOrEqual(place * 100_000);
      expect(waitMs).toBeGreaterThan(place * 100_000 - 50_000);
    }
    expect(await stores[0]?.takeTurn("b.example", 100_000)).toBe(0);
    for (const store of stores) await store.close();
    await database.drop();
  });
});
