// What test/fixtures/real asks of real articles, which are their publishers' and not in this repository: EVAL_ARTICLES names their files (JSON lines,
// between commas). The floors hold what was reached; the second half was only watched while rules were written. EVAL_EACH=1 prints what was not right.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { readJsonLinesFile } from "../src/adapters/terminal/read-articles.ts";
import { createProgram } from "../src/app/app.ts";
import { loadConfig } from "../src/config/config.ts";
import type { ConversationContext } from "../src/domain/chat/intent.ts";

const turn = z.object({ question: z.string(), holds: z.string().nullable() });
const fixture = z.object({
  articles: z.record(z.string(), z.string()),
  questions: z.array(turn),
  threads: z.array(z.object({ topic: z.string().nullable(), turns: z.array(turn) })),
  cards: z.array(z.object({ name: z.string(), office: z.string(), country: z.string(), earlier: z.array(z.string()) })),
});
const answered = z.object({
  answer: z.string().nullable(),
  citations: z.array(z.object({ text: z.string() })),
  readAs: z.string().optional(),
});
const card = z.object({ roles: z.array(z.object({ title: z.string(), country: z.string().nullable() })) });

/** So many of each must be right, of all and of the watched half. */
const FLOORS = { questions: [44, 22], follow: [25, 12], cards: [32, 16] } as const;
const HASH_LETTERS = 16;

type Session = Awaited<ReturnType<ReturnType<typeof createProgram>["openSession"]>>;
type Kind = keyof typeof FLOORS;

interface Judged {
  name: string;
  isRight: boolean;
  /** Of the half that no rule was written on. */
  isWatched: boolean;
}

/** Prints how many of the questions, follow-ups and cards are right; false where a floor does not hold or an article is another. */
export async function evaluateReal(files: string[]): Promise<boolean> {
  const asked = fixture.parse(JSON.parse(readFileSync("test/fixtures/real/real.json", "utf8")));
  if (!areTheArticles(files, asked.articles)) return false;
  const folder = mkdtempSync(join(tmpdir(), "attache-real-"));
  const session = await createProgram(() => loadConfig({ DATABASE_URL: `file:${join(folder, "real.db")}` })).openSession();
  const judged: Record<Kind, Judged[]> = { questions: [], follow: [], cards: [] };
  try {
    for (const file of files)
      for await (const { id, status } of session.ingest(readJsonLinesFile(file), new AbortController().signal))
        if (status !== "new") throw new Error(`Article ${id} was not stored: ${status}.`);
    for (const [at, { question, holds }] of asked.questions.entries()) {
      const { answer, citations } = answered.parse((await session.answer({ kind: "ask", question })).data);
      judged.questions.push({ name: question, isRight: isHeld({ answer, citations }, holds), isWatched: at % 2 === 1 });
    }
    for (const [at, thread] of asked.threads.entries())
      for (const each of await follow(session, thread)) judged.follow.push({ ...each, isWatched: at % 2 === 1 });
    for (const [at, each] of asked.cards.entries()) {
      const { roles } = card.parse((await session.answer({ kind: "person", name: each.name })).data);
      judged.cards.push({ name: each.name, isRight: isCard(roles, each), isWatched: at % 2 === 1 });
    }
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return (Object.keys(FLOORS) as Kind[]).map((kind) => report(kind, judged[kind])).every(Boolean);
}

/** The answers are those of these texts: others would be judged by them in vain. */
function areTheArticles(files: string[], hashes: Record<string, string>): boolean {
  const rows = files.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean));
  const texts = rows.map((row) => z.object({ id: z.string(), text: z.string() }).parse(JSON.parse(row)));
  const found = new Map(
    texts.map(({ id, text }) => [id, createHash("sha256").update(text).digest("hex").slice(0, HASH_LETTERS)]),
  );
  const others = Object.entries(hashes).filter(([id, hash]) => found.get(id) !== hash);
  if (others.length > 0)
    console.error(`real articles: ${others.length} of ${Object.keys(hashes).length} are missing or have another text.`);
  return others.length === 0;
}

/** Right is what the first passage says, with the day in front of it; nothing at all where nothing holds it. */
function isHeld({ answer, citations }: Pick<z.infer<typeof answered>, "answer" | "citations">, holds: string | null): boolean {
  if (answer === null || holds === null) return answer === null && holds === null;
  const passage = citations[0]?.text ?? "";
  return new RegExp(holds, "i").test(answer.slice(0, answer.indexOf(passage) + passage.length));
}

/** The turns behind the first, each with those before it. */
async function follow(session: Session, { topic, turns }: z.infer<typeof fixture>["threads"][number]) {
  let conversation: ConversationContext = { topic, turns: [] };
  const judged: Omit<Judged, "isWatched">[] = [];
  for (const { question, holds } of turns) {
    const told = answered.parse((await session.answer({ kind: "ask", question, conversation })).data);
    conversation = { topic, turns: [...conversation.turns, { question: told.readAs ?? question, answer: told.answer }] };
    judged.push({ name: told.readAs ?? question, isRight: isHeld(told, holds) });
  }
  return judged.slice(1);
}

/** The first office is the one held now, with its country, and every earlier one stands behind it. */
function isCard(
  roles: z.infer<typeof card>["roles"],
  { office, country, earlier }: z.infer<typeof fixture>["cards"][number],
): boolean {
  const [now, ...before] = roles;
  const isNow = now !== undefined && new RegExp(office, "i").test(now.title) && (country === "" || now.country === country);
  return isNow && earlier.every((each) => before.some(({ title }) => new RegExp(each, "i").test(title)));
}

function report(kind: Kind, judged: Judged[]): boolean {
  const watched = judged.filter((each) => each.isWatched);
  const [right, seen] = [judged, watched].map((each) => each.filter(({ isRight }) => isRight).length) as [number, number];
  const [least, leastWatched] = FLOORS[kind];
  console.log(
    `real articles, ${kind}: ${right} of ${judged.length} right (floor ${least}); watched half ${seen} of ${watched.length} (floor ${leastWatched})`,
  );
  if ((process.env["EVAL_EACH"] ?? "") !== "") for (const { name, isRight } of judged) if (!isRight) console.log(`  - ${name}`);
  return right >= least && seen >= leastWatched;
}
