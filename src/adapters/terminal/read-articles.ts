import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { isCalendarDate } from "../../domain/clock.ts";
import type { Article } from "../../domain/evidence/article.ts";
import { readDateHead } from "../../extract/date-head.ts";
import type { ReadArticle } from "../../ingest/ingest-articles.ts";
import { draftIn, parseArticle } from "./parse-article.ts";

/** The longest text of one article, in bytes: a book's worth. What is longer is no article, and would only be slow. */
const MAX_ARTICLE_BYTES = 2_000_000;

/** Reads articles from files: JSON (`.json`), one JSON object a line (`.jsonl`, `.ndjson`), or plain text; or from the web. A bad one keeps its place. */
export async function* readFiles(
  paths: string[],
  readAddress: (url: string) => AsyncIterable<ReadArticle> = refuseAddress,
): AsyncGenerator<ReadArticle> {
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) {
      yield* readAddress(path);
    } else if (/\.(?:jsonl|ndjson)$/i.test(path)) {
      yield* readJsonLinesFile(path);
    } else {
      yield await readFile(path);
    }
  }
}

async function* refuseAddress(url: string): AsyncGenerator<ReadArticle> {
  yield unreadable(url, `${url} is an address, and this command reads only files. attache ingest reads addresses.`);
}

export async function* readJsonLinesFile(path: string): AsyncGenerator<ReadArticle> {
  const problem = await fileProblem(path, Number.POSITIVE_INFINITY);
  if (problem !== null) yield unreadable(path, problem);
  else yield* readJsonLines(createReadStream(path), path);
}

/** One JSON article a line. A bad line is reported with its number; empty lines are passed over. */
export async function* readJsonLines(input: Readable, source: string): AsyncGenerator<ReadArticle> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    yield readLine(line, `${source}, line ${number}`);
  }
}

function readLine(line: string, where: string): ReadArticle {
  if (Buffer.byteLength(line) > MAX_ARTICLE_BYTES) return unreadable(where, tooLong(where));
  const read = toRead(parseArticle(line, where), where);
  return read.kind === "article" ? { ...read, draft: draftIn(line) } : read;
}

async function readFile(path: string): Promise<ReadArticle> {
  const problem = await fileProblem(path, MAX_ARTICLE_BYTES);
  if (problem !== null) return unreadable(path, problem);
  const bytes = await readBytes(path);
  const text = decode(bytes);
  if (text === null) return unreadable(path, `${path} is not UTF-8 text: convert it, or name another file.`);
  if (text.trim() === "") return unreadable(path, `${path} is empty.`);
  if (/\.json$/i.test(path)) return toRead(parseArticle(text, path, path), path);
  return toRead(plainArticle(path, text), path);
}

async function readBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** What keeps a file from being read, as a sentence; null where nothing does. */
async function fileProblem(path: string, maxBytes: number): Promise<string | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return `${path} is a folder: name its files, for example ${path.replace(/\/$/, "")}/*.txt.`;
    if (found.size > maxBytes) return tooLong(path);
    const file = await open(path);
    await file.close();
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") return `${path} does not exist: check the path.`;
    if (code === "EACCES" || code === "EPERM") return `You may not read ${path}: change its permissions.`;
    return `Could not read ${path} (${String(code)}).`;
  }
}

function tooLong(where: string): string {
  return `${where} is longer than ${MAX_ARTICLE_BYTES / 1_000_000} MB, too long for an article: split it, or leave it out.`;
}

/** The text of the bytes; null where they are not UTF-8, or hold what no text holds. A byte order mark is dropped. */
function decode(bytes: Buffer): string | null {
  const decoder = new StringDecoder("utf8");
  const text = (decoder.write(bytes) + decoder.end()).replace(/^\ufeff/, "");
  return text.includes("\ufffd") || text.includes("\u0000") ? null : text;
}

/** A plain-text file is an article too: its path is its id, and its head may say when it was published. */
function plainArticle(path: string, text: string): Article | string {
  const head = readDateHead(text);
  if (head !== null && !isCalendarDate(head.publishedAt)) {
    return `${path} begins with an invalid date, ${head.publishedAt}: write it as YYYY-MM-DD.`;
  }
  const publishedAt = head?.publishedAt ?? null;
  return { id: path, url: null, title: null, publisher: null, author: null, publishedAt, language: null, text };
}

function toRead(parsed: Article | string, id: string): ReadArticle {
  return typeof parsed === "string" ? unreadable(id, parsed) : { kind: "article", article: parsed };
}

function unreadable(id: string, reason: string): ReadArticle {
  return { kind: "unreadable", id, reason };
}
