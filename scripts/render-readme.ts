// Writes the picture in README.md: what the program prints for `briefing india-japan` over the demo corpus.
// `npm run picture` writes it; with `--check` nothing is written, and the exit status is 1 where it is out of date.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BEGIN = "<!-- picture:begin (written by scripts/render-readme.ts) -->";
const END = "<!-- picture:end -->";

function attache(database: string, ...args: string[]): string {
  const run = spawnSync(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
    encoding: "utf8",
    // The README is read at this width, without colour, and shows the local engine.
    env: {
      ...process.env,
      DATABASE_URL: `file:${database}`,
      OPENAI_API_KEY: "",
      OPENAI_BASE_URL: "",
      NO_COLOR: "1",
      FORCE_COLOR: "0",
      COLUMNS: "100",
    },
  });
  if (run.status !== 0) {
    throw new Error(`attache ${args[0]} ended with ${run.status ?? run.signal}: ${run.stderr}`);
  }
  return run.stdout;
}

function renderPicture(): string {
  const folder = mkdtempSync(join(tmpdir(), "attache-picture-"));
  try {
    const database = join(folder, "demo.db");
    const articles = readdirSync("demo/articles").sort();
    attache(database, "ingest", ...articles.map((name) => `demo/articles/${name}`));
    return attache(database, "briefing", "india-japan");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withPicture(readme: string, picture: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`README.md must hold the lines ${BEGIN} and ${END}, in this order.`);
  }
  const lines = picture.split("\n").map((line) => line.trimEnd());
  return `${readme.slice(0, begin)}${BEGIN}\n\n\`\`\`text\n${lines.join("\n").trim()}\n\`\`\`\n\n${readme.slice(end)}`;
}

const readme = readFileSync("README.md", "utf8");
const current = withPicture(readme, renderPicture());
if (!process.argv.includes("--check")) {
  writeFileSync("README.md", current);
} else if (current !== readme) {
  console.error("The picture in README.md is out of date: run `npm run picture` and commit the change.");
  process.exitCode = 1;
}
