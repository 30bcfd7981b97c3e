import { createHash } from "node:crypto";
import type { ArticleBody } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";
import type { Reader } from "./answer-read.ts";
import { readPassageAddress } from "./passage-address.ts";
import type { VerbatimLimit } from "./verbatim.ts";

/** A passage with the sentence before it and the one after, as far as they may be quoted, and by what the text is known. */
export interface PassageInContext {
  before: string;
  passage: string;
  after: string;
  range: Range;
  article: ArticleBody;
  /** SHA-256 of the text that it was cut from: another text has another. */
  fingerprint: string;
}

interface Reading {
  articles: Pick<ArticleReader, "load">;
  verbatim: VerbatimLimit;
}

/** What stands around a passage; null where there is no such passage. Never the article: the limit of words holds for all three parts together. Throws an AppError ("over-limit") where the reader has had it all. */
export async function passageInContext(
  { articles, verbatim: limit }: Reading,
  { workspaceId, userId }: Reader,
  address: string,
): Promise<PassageInContext | null> {
  const wanted = readPassageAddress(address);
  if (wanted === null) return null;
  const [article] = await articles.load(workspaceId, [wanted.articleId]);
  if (article === undefined || wanted.start >= wanted.end || wanted.end > article.text.length) return null;
  const verbatim = limit.of(userId);
  const cut = ({ start, end }: Range) => ({ articleId: article.id, start, end, text: article.text.slice(start, end) });
  const passage = verbatim.quote(cut(wanted));
  if (passage === null) throw verbatim.refuse(article.id);
  const { before, after } = neighbours(article, wanted);
  const whole = (range: Range | undefined) => (range !== undefined && verbatim.take(cut(range)) ? cut(range).text : "");
  return {
    before: whole(before),
    passage: passage.text,
    after: whole(after),
    range: { start: passage.start, end: passage.end },
    article,
    fingerprint: createHash("sha256").update(article.text).digest("hex"),
  };
}

/** What lies between the passage and the ends of the sentences next to it: the rest of its own where it is only a part of one. */
function neighbours({ sentences }: ArticleBody, { start, end }: Range): { before: Range | undefined; after: Range | undefined } {
  const opening = sentences.findLast((each) => each.start < start);
  const closing = sentences.find((each) => each.end > end);
  return {
    before: opening === undefined ? undefined : { start: opening.start, end: Math.min(opening.end, start) },
    after: closing === undefined ? undefined : { start: Math.max(closing.start, end), end: closing.end },
  };
}
