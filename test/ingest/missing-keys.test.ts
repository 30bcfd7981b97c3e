import { expect, it } from "vitest";
import { openStore } from "../../src/adapters/prisma/open-store.ts";
import type { EvidenceStore } from "../../src/domain/evidence/evidence-store.ts";
import { storeArticle } from "../../src/ingest/store-article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { extract, LISBON } from "../fakes/evidence.ts";

it("an article whose people got no key is refused as a fault of the program, and nothing of it is stored under another's", async () => {
  const place = temporaryFolder();
  const store = await openStore({ url: `file:${place.path("store.db")}` });
  const forgetful: EvidenceStore = {
    write: (workspaceId, work) =>
      store.evidence.write(workspaceId, (writer) => work({ ...writer, people: { ...writer.people, create: async () => [] } })),
  };
  const sighting = { article: LISBON, extraction: await extract(LISBON), seenAtMs: Date.UTC(2024, 2, 5), sourceKey: null };
  await expect(storeArticle(forgetful, "terminal", sighting)).rejects.toMatchObject({
    code: "internal",
    message: "There is no key of a person who was just created. This is a bug in Attaché: please report it.",
  });
  expect(await store.articles.count("terminal")).toBe(0);
  await store.close();
  place.remove();
});
