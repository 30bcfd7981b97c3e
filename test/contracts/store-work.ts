import { expect } from "vitest";
import type { Article } from "../../src/domain/evidence/article.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { mergePeople } from "../../src/ingest/merge-people.ts";
import { extract } from "../fakes/evidence.ts";
import type { StoreUnderTest } from "./store.ts";

/** Where contracts of the store put their articles. */
export const WORKSPACE = "terminal";
export const PAGE = { limit: 50, offset: 0 };
const NOW = Date.parse("2024-03-06T12:00:00Z");

/** Stores articles as `read` reads them; none may fail. */
export async function storeArticles(store: StoreUnderTest, articles: Article[], read = extract): Promise<void> {
  async function* all() {
    for (const article of articles) yield { kind: "article" as const, article };
  }
  const deps = { store: store.evidence, extract: read, clock: { now: () => NOW } };
  for await (const result of ingestArticles(deps, { workspaceId: WORKSPACE, articles: all() }))
    expect(result.reason).toBeUndefined();
}

/** Merges two people by their full names, as an admin does. */
export async function mergeNames(store: StoreUnderTest, merged: string, kept: string): Promise<void> {
  const people = await store.people.all(WORKSPACE, PAGE);
  await store.evidence.write(WORKSPACE, async (writer) => {
    const [merge, keep] = await Promise.all(
      [merged, kept].map((name) => writer.people.byId(people.find((each) => each.name === name)?.id ?? "")),
    );
    if (merge == null || keep == null) throw new Error(`Nobody is called ${merge == null ? merged : kept}.`);
    await mergePeople(writer, { keep, merge, setBy: "terminal" });
  });
}
