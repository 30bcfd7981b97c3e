// npm run eval:readings -- [FILE.jsonl …] [--errors]: how a model's reading would fare: a right draft must come through, a planted error must not.
// Without a file the project's own articles are measured.
import { parseArgs } from "node:util";
import { readAnnotated } from "./readings/annotated.ts";
import { LIES } from "./readings/liar.ts";
import { measureReadings, type Share, sumOf } from "./readings/measure-readings.ts";

const OWN = "test/fixtures/readings/articles.jsonl";

const { values, positionals } = parseArgs({
  options: { errors: { type: "boolean", default: false } },
  allowPositionals: true,
});
const articles = (positionals.length === 0 ? [OWN] : positionals).flatMap((file) => readAnnotated(file));
const { through, caught } = measureReadings(articles, values.errors ? console.log : undefined);
console.log(`right drafts of ${articles.length} articles: pieces that come through`);
show(through, [...through.keys()].sort());
console.log("planted errors that are refused");
show(caught, LIES);

function show(shares: ReadonlyMap<string, Share>, order: readonly string[]): void {
  for (const kind of order) print(kind, shares.get(kind) ?? { right: 0, of: 0 });
  print("all", sumOf(shares));
}

function print(name: string, { right, of }: Share): void {
  const percent = of === 0 ? "–" : ((100 * right) / of).toFixed(1);
  console.log(`  ${name.padEnd(26)} ${percent.padStart(6)} %   ${right} of ${of}`);
}
