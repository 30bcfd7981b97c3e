import { writeSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { postgresqlUrl, temporaryPostgresql } from "../adapters/prisma/temporary-postgresql.ts";
import { openDiscord, openSlack, type StallPlatform } from "./stalls/platforms.ts";
import { type StallRoom, stallDigest } from "./stalls/stall-digest.ts";

/** Of each platform and database, and enough for every await; DIGEST_STALLS=200 npx vitest run test/digest/stalls.slow.test.ts takes more in pairs. */
const DIGESTS = Number(process.env["DIGEST_STALLS"] ?? 60);

const PLATFORMS: [string, () => Promise<StallPlatform>][] = [
  ["Slack", openSlack],
  ["Discord", openDiscord],
];

async function onSqlite(work: (store: StallRoom["store"]) => Promise<void>): Promise<void> {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  try {
    await work(store);
  } finally {
    await store.close();
    place.remove();
  }
}

async function onPostgresql(work: (store: StallRoom["store"]) => Promise<void>): Promise<void> {
  const database = await temporaryPostgresql();
  const store = await openStore({ url: database.url });
  try {
    await work(store);
  } finally {
    await store.close();
    await database.drop();
  }
}

describe.each(PLATFORMS)(
  "a digest of three messages in %s, whose process stands still for longer than its lease",
  (name, open) => {
    it("has each message in its channel once, on SQLite", { timeout: 600_000 }, () =>
      onSqlite((store) => standStillEverywhere(store, open, `${name} on SQLite`)),
    );

    it.skipIf(postgresqlUrl === "")("has each message in its channel once, on PostgreSQL", { timeout: 600_000 }, () =>
      onPostgresql((store) => standStillEverywhere(store, open, `${name} on PostgreSQL`)),
    );
  },
);

/** First at each await alone, then at two: the second process's while the first goes on. */
async function standStillEverywhere(store: StallRoom["store"], open: () => Promise<StallPlatform>, name: string): Promise<void> {
  const on = await open();
  try {
    const { awaits, posts } = await stallDigest({ store, on }, { number: 0, first: null, second: null });
    expect(posts).toBe(3);
    expect(awaits).toBeLessThan(DIGESTS);
    let copies = 0;
    for (let number = 1; number <= DIGESTS; number++) {
      const isAlone = number <= awaits;
      const first = isAlone ? number : 1 + ((number * 7) % awaits);
      const second = isAlone ? null : 1 + ((number * 13) % awaits);
      copies += await judge({ store, on }, { number, first, second });
    }
    if (process.env["DIGEST_STALLS"] !== undefined)
      writeSync(2, `\n${name}: ${DIGESTS} digests, stalls at ${awaits} awaits, ${copies} copies deleted, each message once\n`);
  } finally {
    await on.close();
  }
}

/** Says how many copies were made and deleted: only a request that stands still on its way may make one. */
async function judge(room: StallRoom, stalls: Parameters<typeof stallDigest>[1]): Promise<number> {
  const { state, standing, posts, stalledAt } = await stallDigest(room, stalls);
  const where = `${JSON.stringify(stalls)}: ${stalledAt.join(", then ")}`;
  expect(state, where).toBe("posted");
  expect(new Set(standing.map(({ name }) => name)).size, where).toBe(3);
  expect(standing.map(({ isBelow }) => isBelow).sort(), where).toEqual([false, true, true]);
  if (!stalledAt.includes("request on its way")) expect(posts, where).toBe(3);
  return posts - 3;
}
