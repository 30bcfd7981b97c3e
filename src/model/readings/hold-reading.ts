import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { Refusal } from "../../domain/model/model-reading.ts";
import { extractArticle, readingVerifier } from "../../extract/extract-article.ts";
import { parseReading } from "./parse-reading.ts";

export interface Held {
  extraction: Extraction;
  /** Null where no reading was given. */
  refused: Refusal[] | null;
}

/** An article's extraction with what a model answered about it, as far as the text bears it out; by rules alone where nothing was answered. Pure. */
export function holdReading(article: Article, reading: unknown): Held {
  if (reading == null) return { extraction: extractArticle(article), refused: null };
  const parsed = parseReading(reading);
  if (parsed === null) return { extraction: extractArticle(article), refused: [{ path: "", reason: "not-understood" }] };
  const { extraction, refused } = readingVerifier(article)(parsed.reading);
  return { extraction, refused: [...parsed.refused, ...refused] };
}
