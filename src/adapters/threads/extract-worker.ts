import type { Article } from "../../domain/evidence/article.ts";
import { type Held, holdReading } from "../../model/readings/hold-reading.ts";
import { type Assigned, takeOn } from "./assigned.ts";

/** An article, with what a model answered about it where one was asked. */
export interface ExtractTask {
  article: Article;
  reading: object | null;
}

/** What a thread of the pool runs: it holds the engine, so that the thread that answers people need not. */
export function work(assigned: Assigned<ExtractTask>): Held {
  const { article, reading } = takeOn(assigned);
  return holdReading(article, reading);
}
