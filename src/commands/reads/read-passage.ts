import { linkTarget } from "../../domain/evidence/link-target.ts";
import type { ArticleBody } from "../../domain/evidence/records.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";
import type { Reader } from "./answer-read.ts";
import { passageAddress, readPassageAddress } from "./passage-address.ts";
import type { VerbatimLimit } from "./verbatim.ts";

const MAX_ADDRESS = 4000;

interface PassageDeps {
  articles: Pick<ArticleReader, "load">;
  verbatim: VerbatimLimit;
}

/** The passage behind an address of ours, as far as it may be quoted; null where there is none. Throws an AppError ("over-limit") where the reader has had all of the article that may be quoted. */
export async function readPassage(
  { articles, verbatim }: PassageDeps,
  { workspaceId, userId }: Reader,
  address: string,
): Promise<object | null> {
  const wanted = readPassageAddress(address);
  if (wanted === null) return null;
  const [article] = await articles.load(workspaceId, [wanted.articleId]);
  if (article === undefined || !isWithin(article, wanted)) return null;
  const text = article.text.slice(wanted.start, wanted.end);
  const budget = verbatim.of(userId);
  const quoted = budget.quote({ articleId: article.id, start: wanted.start, end: wanted.end, text });
  if (quoted === null) throw budget.refuse(article.id);
  const link = { label: "", url: article.url, citation: quoted };
  const { id, url, title, publisher, publishedAt, firstSeenAt, revision } = article;
  return {
    ...quoted,
    passageUrl: linkTarget(link, (target) => target.length <= MAX_ADDRESS),
    resource: passageAddress(quoted),
    article: { id, url, title, publisher, publishedAt, readAt: firstSeenAt, revision },
  };
}

/** A passage is not empty, lies in the text and splits no character. */
function isWithin({ text }: ArticleBody, { start, end }: { start: number; end: number }): boolean {
  if (start >= end || end > text.length) return false;
  return !isLow(text, start) && !isLow(text, end);
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
