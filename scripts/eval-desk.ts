// The briefings on the topics of test/fixtures/desk, beside the lines that an analyst would pick. EVAL_EACH=1 prints each line with its judgement.
import { scoreAnswers } from "../test/desk/score-answers.ts";
import { percent, scoreBriefings } from "../test/desk/score-briefings.ts";

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
