// npm run eval -- [--engine local|openai] [--runner PATH]: the project's own rows, and where one is named, an evaluation runner that drives the
// command line (its path, then its arguments). With `--engine openai` the endpoint that is configured writes, beside the local engine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { evaluateAnswers } from "./eval-answers.ts";
import { evaluateDesk, evaluateDeskAnswers, evaluateMornings } from "./eval-desk.ts";
import { evaluateReal } from "./eval-real.ts";
import { evaluateTimelines } from "./eval-timelines.ts";

const { values, positionals } = parseArgs({
  options: { engine: { type: "string", default: "local" }, runner: { type: "string" } },
  allowPositionals: true,
});
if (values.engine !== "local" && values.engine !== "openai") {
  console.error("The engine is local or openai: npm run eval -- --engine openai");
  process.exit(2);
}
if (existsSync(".env")) process.loadEnvFile(".env");
const withModel = values.engine === "openai";
if (withModel && (process.env["OPENAI_API_KEY"] ?? "") === "") {
  console.error(
    "No endpoint is configured: set OPENAI_API_KEY, and OPENAI_BASE_URL where it is not OpenAI's; docs/llm.md says how.",
  );
  process.exit(1);
}
// What is extracted is the local engine's, whichever engine writes.
await import("./eval-extraction.ts");
await evaluateDesk();
await evaluateDeskAnswers();
await evaluateMornings();
await evaluateTimelines();
const articles = (process.env["EVAL_ARTICLES"] ?? "").split(",").filter(Boolean);
if (articles.length === 0) console.log("real articles: not evaluated, because EVAL_ARTICLES names none");
else if (!(await evaluateReal(articles))) process.exitCode = 1;
await evaluateAnswers("local engine", { ...process.env, OPENAI_API_KEY: "", OPENAI_BASE_URL: "" });
if (withModel) await evaluateAnswers("language model", process.env);
if (values.runner !== undefined) process.exitCode = runRunner(values.runner, positionals) || (process.exitCode ?? 0);

/** A runner may empty the model's settings for its child processes, so that they are named anew in the command that it runs. */
function runRunner(path: string, args: string[]): number {
  const kept = Object.entries(process.env).filter(([name]) => name.startsWith("OPENAI_"));
  const copies = Object.fromEntries(kept.map(([name, value]) => [`EVAL_${name}`, value]));
  const settings = withModel ? kept.map(([name]) => `${name}="$EVAL_${name}"`).join(" ") : "OPENAI_API_KEY=";
  const command = `${settings} npm run --silent attache --`;
  const run = spawnSync(process.execPath, [path, "--project", process.cwd(), ...args], {
    stdio: "inherit",
    env: { ...process.env, ...copies, ATTACHE_COMMAND: command },
  });
  return run.status ?? 1;
}
