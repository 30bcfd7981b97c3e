import { createHash } from "node:crypto";
import type { Article } from "../domain/evidence/article.ts";
import { asInstant } from "../domain/evidence/as-instant.ts";
import { canonicalUrl } from "../domain/evidence/canonical-url.ts";
import { twinUrls } from "../domain/evidence/twin-urls.ts";

/** The identity of an article: its address or, without one, the given id. */
export function articleIdentity(article: Pick<Article, "id" | "url">): string {
  const url = article.url === null ? null : canonicalUrl(article.url);
  return url ?? `id:${article.id}`;
}

/**
 * What else the article may be known by: the addresses of its page for telephones, for AMP, without "www.". Its own comes first. None of them
 * is where anybody is sent: they are only looked for.
 */
export function articleIdentities(article: Pick<Article, "id" | "url">): string[] {
  const own = articleIdentity(article);
  return article.url === null ? [own] : [...new Set([own, ...twinUrls(own)])];
}

/** A fingerprint of title, date and words, ignoring white space. If it changes, the article has a new revision. */
export function contentFingerprint(article: Article): string {
  const parts = [article.title ?? "", asInstant(article.publishedAt), article.publisher ?? "", article.text];
  return createHash("sha256")
    .update(parts.map((part) => part.replace(/\s+/g, " ").trim()).join("\u0000"))
    .digest("hex");
}
