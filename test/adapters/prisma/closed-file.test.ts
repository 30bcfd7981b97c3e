import { copyFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/prisma/open-store.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { extract, LISBON } from "../../fakes/evidence.ts";
import { temporaryFolder } from "./temporary-database.ts";

it("a store that was closed is whole in its file, without the log beside it", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  async function* read() {
    yield { kind: "article" as const, article: LISBON };
  }
  const clock = { now: () => 0 };
  for await (const { status } of ingestArticles(
    { store: store.evidence, extract, clock },
    { workspaceId: "terminal", articles: read() },
  ))
    expect(status).toBe("new");
  await store.close();
  copyFileSync(place.path("store.db"), place.path("copy.db"));
  const copy = await openStore({ url: `file:${place.path("copy.db")}` });
  expect(await copy.articles.count("terminal")).toBe(1);
  await copy.close();
  place.remove();
});
