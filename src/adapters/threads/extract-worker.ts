import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import { english } from "../../extract/en/english.ts";
import { extractArticle } from "../../extract/extract-article.ts";
import { type Assigned, takeOn } from "./assigned.ts";

/** What a thread of the pool runs: it holds the engine, so that the thread that answers people need not. */
export function work(assigned: Assigned<Article>): Extraction {
  return extractArticle(takeOn(assigned), english);
}
