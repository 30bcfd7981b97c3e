import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readJsonLinesFile } from "../../src/adapters/terminal/read-articles.ts";
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";

const articles = fileURLToPath(new URL("../fixtures/desk/articles.jsonl", import.meta.url));

type DeskSession = Awaited<ReturnType<ReturnType<typeof createProgram>["openSession"]>>;

/** Stores the articles of test/fixtures/desk in a file of its own, does the work with that store, and deletes it. */
export async function withDesk<Result>(work: (session: DeskSession) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "attache-desk-"));
  const config = loadConfig({ DATABASE_URL: `file:${join(folder, "desk.db")}` });
  const session = await createProgram(() => config).openSession();
  try {
    for await (const { id, status } of session.ingest(readJsonLinesFile(articles), new AbortController().signal))
      if (status !== "new") throw new Error(`Article ${id} was not stored: ${status}.`);
    return await work(session);
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
