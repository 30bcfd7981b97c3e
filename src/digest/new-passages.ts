import type { ArticleBody, Citation, CitedSentence } from "../domain/evidence/records.ts";
import type { Range } from "../domain/evidence/span.ts";
import type { ChangedArticle, StoryNews } from "./collect-news.ts";

type Fresh = Pick<StoryNews, "fresh" | "changed">;

/** The articles of which all is new. */
export function addedArticles({ fresh, changed }: Fresh): ArticleBody[] {
  return fresh.filter((article) => !changed.some((each) => each.article.id === article.id));
}

/** Whether a passage is new to the channel: it is in a new article, or in what a told one says now. */
export function isNewPassage({ fresh, changed }: Fresh, { articleId, start, end }: Citation): boolean {
  const change = changed.find(({ article }) => article.id === articleId);
  if (change === undefined) return fresh.some((article) => article.id === articleId);
  return change.what === null || placesOf(change).some((place) => place.start < end && start < place.end);
}

/** The sentences of told articles that say something else now, or are new in them. */
export function changedSentences({ changed }: Fresh): CitedSentence[] {
  return changed.flatMap((change) =>
    placesOf(change).map(({ start, end }) => {
      const text = change.article.text.slice(start, end);
      return { text, citations: [{ articleId: change.article.id, start, end, text }] };
    }),
  );
}

function placesOf({ what }: ChangedArticle): Range[] {
  return (what ?? []).flatMap((change) => ("at" in change ? [change.at] : []));
}
