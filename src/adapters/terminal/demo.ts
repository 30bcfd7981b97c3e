import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ConversationContext, Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { runIngest } from "./commands/run-ingest.ts";
import type { Output } from "./output.ts";
import type { Program, Terminal } from "./program.ts";
import { runPrompt } from "./prompt.ts";
import { readFiles } from "./read-articles.ts";

const TOPIC = "india-japan";
/** What a newcomer sees, as they would type it. The last question is one that the articles do not answer. */
const STEPS: { line: string; intent: Intent }[] = [
  { line: "/briefing india-japan", intent: { kind: "briefing", topic: TOPIC } },
  { line: "/meetings", intent: { kind: "meetings" } },
  { line: "/person jaishankar", intent: { kind: "person", name: "jaishankar" } },
  { line: "/quotes kishida", intent: { kind: "quotes", about: "kishida" } },
];
const ANSWERED = "When was the 2+2 meeting held?";
const NOT_HELD = "How many submarines did the two countries order from Sweden?";

export interface DemoPlaces {
  /** The folder of the corpus. */
  articles: string;
  /** The demo's own store, recreated on every run. */
  database: string;
}

/** The whole job on a small corpus: ingest, brief, list, answer, abstain; then a prompt, where there is a terminal. */
export async function runDemo(
  program: Program,
  places: DemoPlaces,
  { terminal, output }: { terminal: Terminal; output: Output },
): Promise<void> {
  for (const suffix of ["", "-wal", "-shm"]) await rm(`${places.database}${suffix}`, { force: true });
  const names = (await readdir(places.articles)).filter((name) => name.endsWith(".json")).sort();
  output.say(`Reading ${names.length} articles written for this demo …`);
  const session = await program.openSession({ url: `file:${places.database}` });
  try {
    const { interrupted } = await runIngest(session, readFiles(names.map((name) => join(places.articles, name))), {
      output,
      json: false,
      total: names.length,
    });
    if (interrupted) throw new AppError("interrupted", "You stopped the demo. To restart it, run npm run demo.");
    for (const step of STEPS) {
      output.text(`\n> ${step.line}\n\n`);
      output.document((await session.answer(step.intent)).document);
    }
    const conversation: ConversationContext = { topic: TOPIC, turns: [] };
    for (const question of [ANSWERED, NOT_HELD]) {
      output.text(`\n> ${question}\n\n`);
      output.document((await session.answer({ kind: "ask", question, conversation })).document);
    }
    if (terminal.stdin.isTTY === true && terminal.stdout.isTTY === true) await runPrompt(session, terminal, output);
  } finally {
    await session.close();
  }
}
