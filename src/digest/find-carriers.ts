import { nameArticle } from "../documents/name-article.ts";
import { publisherKey } from "../domain/evidence/publisher-key.ts";
import type { ArticleBody } from "../domain/evidence/records.ts";
import { WIRE_BYLINE, WIRE_CREDIT, WIRE_DATELINE } from "../extract/en/pages/agencies.ts";
import { groupByOrigin } from "./find-copies.ts";

/** One text that several publishers carry. */
export interface CarriedText {
  /** Whose text it is, by a dateline or a byline; null where none says. */
  agency: string | null;
  /** Each once, in the order in which they came. */
  publishers: string[];
}

/** A dateline stands so near to the beginning. */
const DATELINE_WITHIN = 160;
/** A credit stands so near to the end. */
const CREDIT_WITHIN = 120;

/** The texts of a story that more than one publisher carries: each is one source, however many print it. */
export function findCarriedTexts(articles: ArticleBody[]): CarriedText[] {
  return groupByOrigin(articles).flatMap((group) => {
    const byPublisher = new Map<string, ArticleBody>();
    for (const article of [...group].sort((a, b) => a.firstSeenAt.localeCompare(b.firstSeenAt)))
      if (!byPublisher.has(publisherKey(article))) byPublisher.set(publisherKey(article), article);
    if (byPublisher.size < 2) return [];
    const publishers = [...byPublisher.values()].map((article) => nameArticle(article));
    return [{ agency: group.map(agencyOf).find((agency) => agency !== null) ?? null, publishers }];
  });
}

function agencyOf({ text, author, publisher }: ArticleBody): string | null {
  const named =
    WIRE_BYLINE.exec(publisher ?? "") ??
    WIRE_DATELINE.exec(text.slice(0, DATELINE_WITHIN)) ??
    WIRE_BYLINE.exec(author ?? "") ??
    WIRE_CREDIT.exec(text.slice(-CREDIT_WITHIN));
  return named?.slice(1).find((each) => each !== undefined) ?? null;
}
