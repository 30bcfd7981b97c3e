import { expect, it } from "vitest";
import { fillCorpus } from "../../../../bench/corpus/fill-corpus.ts";
import { openClients } from "../../../../src/adapters/prisma/open-clients.ts";
import type { LikenessSearch } from "../../../../src/adapters/prisma/search/likeness-search.ts";
import { createWorkspaceCounter } from "../../../../src/adapters/prisma/search/workspace-frequencies.ts";
import { openDatabase } from "../../../../src/adapters/prisma/sqlite/open-database.ts";
import { statementsOf } from "../../../../src/adapters/prisma/statements.ts";
import { temporaryFolder } from "../temporary-database.ts";

it("what was counted of a big workspace serves while little of it expires, and is counted anew when a share of it has gone", async () => {
  const place = temporaryFolder();
  const path = place.path("store.db");
  await fillCorpus(`file:${path}`, 600);
  const clients = await openClients(`file:${path}`);
  let counted = 0;
  const likeness: LikenessSearch = {
    likest: async () => [],
    count: async () => new Map(),
    countCommon: async () => {
      counted += 1;
      return new Map();
    },
  };
  const counter = createWorkspaceCounter(likeness);
  const total = async () => (await (await counter(statementsOf(clients.reads), "terminal"))(["harbour"])).total;
  const database = openDatabase(path);
  const expire = (articles: number) =>
    database.exec(
      `DELETE FROM "Article" WHERE "id" IN (SELECT "id" FROM "Article" ORDER BY "firstSeenAt", "id" LIMIT ${articles})`,
    );
  expect(await total()).toBe(600);
  for (let slice = 0; slice < 5; slice++) {
    expire(2);
    expect(await total()).toBe(600);
  }
  expect(counted).toBe(1);
  expire(10);
  expect(await total()).toBe(580);
  expect(counted).toBe(2);
  expire(580);
  expect(await total()).toBe(0);
  database.close();
  await clients.close();
  place.remove();
});
