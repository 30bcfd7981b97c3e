import { CommanderError } from "commander";
import type { ReadArticle } from "../../ingest/ingest-articles.ts";
import type { Given } from "./count-articles.ts";
import { WRONG_USAGE } from "./exit-status.ts";
import { readFiles, readJsonLines, readJsonLinesFile } from "./read-articles.ts";

/** The articles that a command names: files, addresses, or lines of JSON. */
export function givenArticles(
  stdin: NodeJS.ReadableStream,
  { files, jsonl }: Given,
  readAddress?: (url: string) => AsyncIterable<ReadArticle>,
): AsyncIterable<ReadArticle> {
  if (typeof jsonl === "string") return readJsonLinesFile(jsonl);
  if (jsonl === true && files.length === 0) return readJsonLines(stdin as NodeJS.ReadStream, "standard input");
  if (files.length === 0)
    throw new CommanderError(WRONG_USAGE, "attache.usage", "Name a file, or pipe articles in with --jsonl.");
  return readFiles(files, readAddress);
}
