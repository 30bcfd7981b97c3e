import type { Article } from "../domain/evidence/article.ts";
import type { EvidenceStore } from "../domain/evidence/evidence-store.ts";
import { subtractEvidence } from "./expire-articles.ts";
import { articleIdentity } from "./fingerprint.ts";

/**
 * Deletes an article with its revisions and all that it brought, and remembers its identity, so that no feed brings it back. False
 * where it is not there any more.
 */
export function forgetArticle(store: EvidenceStore, workspaceId: string, article: Pick<Article, "id" | "url">): Promise<boolean> {
  return store.write(workspaceId, async (writer) => {
    const known = await writer.articles.findByIdentity([articleIdentity(article)]);
    if (known === null || known === "forgotten") return false;
    const touched = await writer.articles.forget(known.key);
    await subtractEvidence(writer, touched);
    return true;
  });
}
