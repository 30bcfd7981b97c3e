import type { ArticleBody, Citation } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { Numbered } from "../../domain/model/language-model.ts";

/** A numbered sentence that the model was shown. */
export interface EvidenceSentence extends Numbered {
  /** The article's own characters; `text` is what the model saw. */
  passage: string;
  range: Range;
  article: ArticleBody;
}

export interface EvidenceSentence extends Numbered {
  /** The article's own characters; `text` is what the model saw. */
  passage: string;
  range: Range;
  article: ArticleBody;
}

export interface Evidence {
  sentences: ReadonlyMap<number, EvidenceSentence>;
}

export function citationOf({ article, range, passage }: EvidenceSentence): Citation {
  return { articleId: article.id, start: range.start, end: range.end, text: passage };
}
