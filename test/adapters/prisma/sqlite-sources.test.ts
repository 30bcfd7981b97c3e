import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { describeSourceStores } from "../../contracts/source-stores.ts";
import { temporaryFolder } from "./temporary-database.ts";

describeSourceStores("SQLite", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  return {
    followed: store.followed,
    retention: store.retention,
    close: async () => {
      await store.close();
      place.remove();
    },
  };
});

it("shows what became of an entry without reading through what it brought", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const { sources } = store.followed;
  const source = await sources.add({
    workspaceId: "terminal",
    url: "https://a.example/feed",
    kind: "feed",
    title: null,
    addedBy: null,
    addedIn: null,
    atMs: 0,
  });
  const file = openDatabase(place.path("store.db"));
  file
    .prepare(
      `INSERT INTO "SourceItem" ("sourceId", "key", "fingerprint", "outcome", "seenAt", "payload") VALUES (?, 'k', 'f', 'waiting', ?, ?)`,
    )
    .run(source?.id ?? 0, new Date(0).toISOString(), JSON.stringify({ url: "https://a.example/1", html: 7 }));
  file.close();
  // What it brought is none of an entry: whoever read it through would say so.
  expect((await sources.history(source?.id ?? 0, 10)).items).toMatchObject([{ url: "https://a.example/1", outcome: "waiting" }]);
  await store.close();
  place.remove();
});
