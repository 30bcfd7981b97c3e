// The timelines of the running events in test/fixtures/timeline, beside the days that mattered. EVAL_EACH=1 prints each line with its judgement.
import { scoreTimelines } from "../test/briefing/timeline/score-timelines.ts";

export async function evaluateTimelines(): Promise<void> {
  const { scores, judged } = await scoreTimelines();
  const { found, wanted, told, right, statusRight } = scores;
  console.log(`timelines (${judged.length} running events)`);
  console.log(`  of ${wanted} days that mattered: ${found} told`);
  console.log(`  of ${told} days told: ${right} mattered, ${statusRight} with the right status`);
  if ((process.env["EVAL_EACH"] ?? "") === "") return;
  for (const { topic, lines, missed } of judged) {
    console.log(`\n${topic}`);
    for (const { date, status, text, isWanted, isStatusRight } of lines)
      console.log(`  ${isWanted ? (isStatusRight ? "+" : "~") : "-"} ${date} ${status}: ${text}`);
    for (const day of missed) console.log(`  missed: ${day}`);
  }
}
