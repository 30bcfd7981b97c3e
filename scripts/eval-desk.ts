// The briefings on the topics of test/fixtures/desk, beside the lines that an analyst would pick. EVAL_EACH=1 prints each line with its judgement.
import { scoreAnswers } from "../test/desk/score-answers.ts";
import { percent, scoreBriefings } from "../test/desk/score-briefings.ts";
import { scoreMornings } from "../test/desk/score-mornings.ts";
import { openScratchStore } from "../test/desk/scratch-store.ts";

const NAMES = {
  lines: "lines picked",
  pairLines: "of pairs",
  facts: "facts told",
  quotes: "quotes on topic",
  leadLines: "newest leads",
  leadFacts: "facts of leads",
} as const;

export async function evaluateDesk(): Promise<void> {
  const { scores, judged } = await scoreBriefings();
  console.log(`briefings (${judged.length} topics)`);
  for (const [figure, share] of Object.entries(scores)) {
    const name = NAMES[figure as keyof typeof NAMES];
    console.log(`  ${name.padEnd(18)} ${`${percent(share)} %`.padStart(7)}   ${share.right} of ${share.of}`);
  }
  if ((process.env["EVAL_EACH"] ?? "") === "") return;
  for (const { topic, lines, missed, quotes } of judged) {
    console.log(`\n${topic}`);
    for (const { text, isPicked } of lines) console.log(`  ${isPicked ? "+" : "-"} ${text}`);
    for (const fact of missed) console.log(`  missed: ${fact}`);
    for (const { text, isOnTopic } of quotes) console.log(`  ${isOnTopic ? "+" : "-"} quote: ${text}`);
  }
}

/** The questions of test/fixtures/desk, those of threads among them. EVAL_EACH=1 prints what was not right. */
export async function evaluateDeskAnswers(): Promise<void> {
  const { scores, judged } = await scoreAnswers();
  const { answerable, foreign } = scores;
  const held = answerable.right + answerable.wrong + answerable.left;
  console.log(`questions of a desk (${judged.length})`);
  console.log(
    `  of ${held} that the articles answer: ${answerable.right} right, ${answerable.wrong} wrong, ${answerable.left} left`,
  );
  console.log(`  of ${foreign.left + foreign.wrong} that they don't: ${foreign.left} left`);
  if ((process.env["EVAL_EACH"] ?? "") === "") return;
  for (const { question, holds, answer, outcome } of judged)
    if (outcome !== (holds === null ? "left" : "right"))
      console.log(`  - ${question} (${holds ?? "nothing"}): ${answer ?? "left"}`);
}

/** The order of digests on the mornings of test/fixtures/mornings. EVAL_EACH=1 prints the gains of each, in the order told. */
export async function evaluateMornings(): Promise<void> {
  const { store, close } = await openScratchStore();
  const scored = await scoreMornings(store);
  await close();
  const mean = scored.reduce((sum, { ndcg }) => sum + ndcg, 0) / scored.length;
  const leads = scored.filter(({ isLeadRight }) => isLeadRight).length;
  console.log(`order of digests (${scored.length} mornings)`);
  console.log(`  NDCG ${mean.toFixed(3)}, the right story first on ${leads}`);
  if ((process.env["EVAL_EACH"] ?? "") === "") return;
  for (const { topic, gains, ndcg } of scored) console.log(`  ${topic}: ${gains.join(" ")} (${ndcg.toFixed(3)})`);
}
