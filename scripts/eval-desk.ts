// The briefings on the topics of test/fixtures/desk, beside the lines that an analyst would pick. EVAL_EACH=1 prints each line with its judgement.
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
