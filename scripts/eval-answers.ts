// The questions of test/fixtures/demo-questions.json over the demo's articles: how many are answered with a passage that holds the answer,
// and how many that nothing answers are left. With a language model's endpoint in the environment it is asked as well, on the same rows.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readFiles } from "../src/adapters/terminal/read-articles.ts";
import { createProgram } from "../src/app/app.ts";
import { type Config, loadConfig } from "../src/config/config.ts";

const rows = z
  .array(z.object({ question: z.string(), holds: z.string().nullable() }))
  .parse(JSON.parse(readFileSync("test/fixtures/demo-questions.json", "utf8")));
const reply = z.object({ answer: z.string().nullable(), citations: z.array(z.object({ text: z.string() })) });

/** Asks everything of a program with this configuration, in a store of its own, and prints what came of it. */
export async function evaluateAnswers(name: string, env: Record<string, string | undefined>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-eval-"));
  const config: Config = loadConfig({ ...env, DATABASE_URL: `file:${join(folder, "eval.db")}` });
  const session = await createProgram(() => config).openSession({ say: (sentence) => console.error(sentence) });
  try {
    const articles = readdirSync("demo/articles").sort();
    for await (const { status } of session.ingest(
      readFiles(articles.map((each) => join("demo/articles", each))),
      new AbortController().signal,
    ))
      if (status !== "new") throw new Error(`An article of the demo was not stored: ${status}.`);
    let answered = 0;
    let left = 0;
    for (const { question, holds } of rows) {
      const { answer, citations } = reply.parse((await session.answer({ kind: "ask", question })).data);
      if (holds === null && answer === null) left++;
      if (holds !== null && citations.some((citation) => citation.text.includes(holds))) answered++;
    }
    const held = rows.filter((row) => row.holds !== null).length;
    console.log(`${name}: answered ${answered} of ${held}, left ${left} of the ${rows.length - held} that nothing answers`);
    const status = z.object({ model: z.unknown() }).safeParse((await session.answer({ kind: "status" })).data);
    if (status.success && status.data.model !== undefined) console.log(JSON.stringify(status.data.model, null, 2));
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
