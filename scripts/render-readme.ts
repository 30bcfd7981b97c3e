// Writes the picture in README.md: the beginning of what the program prints for `briefing india-japan` over the demo corpus.
// `npm run picture` writes it; with `--check` nothing is written, and the exit status is 1 where it is out of date.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BEGIN = "<!-- picture:begin (written by scripts/render-readme.ts) -->";
const END = "<!-- picture:end -->";
/** The README's first screen has room for so many lines. */
const MOST_LINES = 14;
const WIDTH = 100;

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
      COLUMNS: String(WIDTH),
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
    return abridge(attache(database, "briefing", "india-japan"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The title, what is newest, as many whole bullets as there is room for, and the sources that these cite. Nothing is reworded, only left out. */
function abridge(printed: string): string {
  const [title = "", ...lines] = printed.trimEnd().split("\n");
  const { opening, bullets, sources } = partsOf(lines);
  const body: string[] = [];
  const below: string[] = [];
  for (const bullet of bullets) {
    const cited = sources.filter(
      (source) => bullet.join(" ").includes(source.trim().split(" ")[0] ?? "") && !below.includes(source),
    );
    // Besides: the command, the title, two empty lines and the heading of the sources.
    if (opening.length + body.length + bullet.length + below.length + cited.length > MOST_LINES - 5) break;
    body.push(...bullet);
    below.push(...cited);
  }
  if (body.length === 0) throw new Error("The briefing's first sentence does not fit into the picture.");
  const shown = ["$ attache briefing india-japan", title, "", ...opening, ...body, "", "Sources", ...below];
  return shown.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line)).join("\n");
}

interface Parts {
  opening: string[];
  /** Each with the lines that it was wrapped to. */
  bullets: string[][];
  sources: string[];
}

/** What stands before the first bullet, the bullets below it, and the lines of the sources. */
function partsOf(lines: string[]): Parts {
  const first = lines.findIndex((line) => line.startsWith("  • "));
  // When it was printed is no news.
  const opening = lines.slice(0, first).flatMap((line) => line.match(/^Newest: [^.]*\./) ?? []);
  const bullets: string[][] = [];
  for (const line of lines.slice(first)) {
    if (line === "") break;
    if (line.startsWith("  • ")) bullets.push([line]);
    else bullets.at(-1)?.push(line);
  }
  return { opening, bullets, sources: lines.filter((line) => /^ {2}\[\d{1,3}\] /.test(line)) };
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
