/** The date that an article is shown under: of publication, or of first sight. */
export function dateOf(article: { publishedAt: string | null; firstSeenAt: string }): string {
  return (article.publishedAt ?? article.firstSeenAt).slice(0, 10);
}
