import type { Article } from "../domain/evidence/article.ts";
import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import { subtractEvidence } from "./expire-articles.ts";
import { articleIdentity } from "./fingerprint.ts";

interface Withdrawn {
  article: Pick<Article, "id" | "url">;
  atMs: number;
}

/**
 * Notes that an article's publisher no longer stands by it: its words stay readable, nothing that it said is evidence any more, and who was told
 * of it is told of this. False where it is not there, or that is known.
 */
export function withdrawArticle(store: EvidenceStore, workspaceId: string, { article, atMs }: Withdrawn): Promise<boolean> {
  return store.write(workspaceId, async (writer) => {
    const known = await writer.articles.findByIdentity([articleIdentity(article)]);
    if (known === null || known === "forgotten") return false;
    const touched = await writer.articles.withdraw(known.key, atMs);
    if (touched !== null) await subtractEvidence(writer, touched);
    return touched !== null;
  });
}
