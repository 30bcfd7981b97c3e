import type { Article } from "../domain/evidence/article.ts";
import type { EvidenceStore, EvidenceWriter } from "../domain/evidence/evidence-store.ts";
import { isRetraction } from "../extract/en/pages/walls.ts";
import { subtractEvidence } from "./expire-articles.ts";
import { articleIdentity, contentFingerprint } from "./fingerprint.ts";

interface Withdrawn {
  article: Pick<Article, "id" | "url">;
  atMs: number;
}

/** `none` if the article is not stored, or what was read is no notice in its place. */
type Withdrawal = "withdrawn" | "already" | "none";

/**
 * Notes that an article's publisher no longer stands by it: its words stay readable, nothing that it said is evidence any more, and who was told
 * of it is told of this.
 */
export function withdrawArticle(store: EvidenceStore, workspaceId: string, { article, atMs }: Withdrawn): Promise<Withdrawal> {
  return store.write(workspaceId, async (writer) => {
    const known = await writer.articles.findByIdentity([articleIdentity(article)]);
    return known === null || known === "forgotten" ? "none" : withdraw(writer, known.key, atMs);
  });
}

/** The same, if what was read in the article's place is a notice of it. News that told of a withdrawal from the start stays as it is. */
export function withdrawIfNotice(
  store: EvidenceStore,
  workspaceId: string,
  { article, atMs }: Withdrawn & { article: Article },
): Promise<Withdrawal> {
  return store.write(workspaceId, async (writer) => {
    const known = await writer.articles.findByIdentity([articleIdentity(article)]);
    if (known === null || known === "forgotten" || known.fingerprint === contentFingerprint(article)) return "none";
    if (isRetraction(null, await writer.articles.textOf(known.key))) return "none";
    return withdraw(writer, known.key, atMs);
  });
}

async function withdraw(writer: EvidenceWriter, key: number, atMs: number): Promise<Withdrawal> {
  const touched = await writer.articles.withdraw(key, atMs);
  if (touched === null) return "already";
  await subtractEvidence(writer, touched);
  return "withdrawn";
}
