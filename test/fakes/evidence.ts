import type { Article } from "../../src/domain/evidence/article.ts";
import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";

/** An article with what matters to a test, and the rest in order. */
export function articleOf(given: Partial<Article> & { text: string }): Article {
  return { id: "a1", url: null, title: null, publisher: null, author: null, language: null, publishedAt: "2024-03-05", ...given };
}

export async function extract(article: Article): Promise<Extraction> {
  return extractArticle(article);
}

/** A short article of ours in which something of every kind is to be found. */
export const LISBON = articleOf({
  id: "lisbon",
  url: "https://harbour-gazette.example/lisbon",
  title: "Foreign ministers meet in Lisbon",
  publisher: "The Harbour Gazette",
  text:
    "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4. " +
    "They discussed fisheries and offshore wind.\n\n" +
    '"We share one ocean and one law," Moreira said. Solberg called the talks "frank and useful to both sides".',
});

/** An article as of this very moment: an older one is no news of a digest. */
export function ofToday(article: Article): Article {
  return { ...article, publishedAt: new Date().toISOString() };
}
