import { createInterface } from "node:readline";
import type { Command } from "commander";
import { z } from "zod";
import { paragraph, text } from "../../../domain/chat/document.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import type { Range } from "../../../domain/evidence/span.ts";
import type { ReadArticle } from "../../../ingest/ingest-articles.ts";
import { MAX_CHECKED_CHARACTERS } from "../../../model/alignment/reasons.ts";
import { FAILED, WRONG_USAGE } from "../exit-status.ts";
import type { Output } from "../output.ts";

/** The longest row, in bytes: an article as long as any that is read, and its sentence. */
const MAX_ROW_BYTES = 2_100_000;

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string().min(1),
  title: z.string().nullish(),
  publishedAt: z.string().nullish(),
  sentence: z.string().min(1).max(MAX_CHECKED_CHARACTERS),
  cites: z
    .array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }))
    .nullish()
    .transform((cites) => cites ?? null),
});

export interface Checking {
  output: Output;
  stdin: NodeJS.ReadableStream;
  readFiles(paths: string[]): AsyncIterable<ReadArticle>;
  /** Checks against the store. */
  answer(intent: Intent, flags: { json?: boolean }): Promise<void>;
  fail(status: number): void;
}

/** `attache check`: whether a sentence is borne out by files, by the store, or, a row a line, by the text in the row. */
export function addCheckCommand(root: Command, checking: Checking): void {
  root
    .command("check")
    .description("says whether articles bear a sentence out, where, and if not, why")
    .argument("[sentence]", "the sentence, in quotation marks")
    .argument("[files...]", "plain text, .json, or .jsonl; without files, the stored articles")
    .option("--json", "prints JSON, one object for each article")
    .option("--jsonl", 'checks one row a line from standard input: {"id", "text", "sentence", "publishedAt"?, "cites"?}')
    .action(async (sentence: string | undefined, files: string[], flags: { json?: boolean; jsonl?: boolean }) => {
      if (flags.jsonl === true) return checkLines(checking);
      if (sentence === undefined) {
        checking.output.say(
          'Type a sentence in quotation marks, for example: attache check "The ministers met in Tokyo." article.txt',
        );
        return checking.fail(WRONG_USAGE);
      }
      if (files.length === 0) return checking.answer({ kind: "check", sentence }, flags);
      return checkFiles(checking, { sentence, files, json: flags.json === true });
    });
}

async function checkFiles(
  checking: Checking,
  { sentence, files, json }: { sentence: string; files: string[]; json: boolean },
): Promise<void> {
  const { checkBorneOut, readChecked } = await loadChecks();
  const { sayReasons } = await import("../../../model/alignment/reasons.ts");
  for await (const read of checking.readFiles(files)) {
    if (read.kind === "unreadable") {
      checking.output.say(read.reason);
      checking.fail(FAILED);
      continue;
    }
    const { id, text: body, publishedAt } = read.article;
    const found = checkBorneOut(sentence, readChecked({ text: body, publishedAt }), null);
    const passages = withText(body, found.passages);
    if (json) checking.output.json({ id, kept: found.kept, reasons: found.reasons.map((each) => each.reason), passages });
    else {
      const verdict = found.kept ? "Borne out by:" : `Not borne out: ${sayReasons(found.reasons)}.`;
      const items = passages.map((passage) => [text(passage.text)]);
      checking.output.document({
        title: id,
        audience: "asker",
        blocks: [paragraph(text(verdict, "strong")), ...(items.length === 0 ? [] : [{ type: "list" as const, items }])],
        detail: [],
      });
    }
  }
}

/** Checks one row a line, in order. A bad line is reported with its number, and the others go on. */
async function checkLines(checking: Checking): Promise<void> {
  const { checkBorneOut, readChecked } = await loadChecks();
  let number = 0;
  // Rows on one article come together: it is read once for all of them.
  let article = { text: "", publishedAt: null as string | null, read: readChecked({ text: "", publishedAt: null }) };
  for await (const line of createInterface({ input: checking.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const parsed = row.safeParse(line.length > MAX_ROW_BYTES ? null : parseJson(line));
    if (!parsed.success) {
      checking.output.say(`Line ${number} is not a check. Write {"id": "c1", "text": "the article", "sentence": "…"}.`);
      checking.fail(FAILED);
      continue;
    }
    const { id, text: body, sentence, cites } = parsed.data;
    const publishedAt = parsed.data.publishedAt ?? null;
    if (article.text !== body || article.publishedAt !== publishedAt)
      article = { text: body, publishedAt, read: readChecked({ text: body, publishedAt }) };
    const { kept, reasons, passages } = checkBorneOut(sentence, article.read, cites);
    checking.output.json({ id, kept, reasons: reasons.map((each) => each.reason), passages: withText(body, passages) });
  }
}

/** Loaded when it is needed: no other command waits for the grammar. */
function loadChecks() {
  return import("../../../model/alignment/check-borne-out.ts");
}

function withText(body: string, ranges: Range[]): { start: number; end: number; text: string }[] {
  return ranges.map(({ start, end }) => ({ start, end, text: body.slice(start, end) }));
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
