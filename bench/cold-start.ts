import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, ms, report } from "./measure.ts";

const ROUNDS = 5;

/** `attache briefing` from its start to its output, built and from source, and the parts of it, each as a process of its own, beside a Node that does nothing. */
export function benchColdStart(): void {
  const folder = mkdtempSync(join(tmpdir(), "attache-cold-"));
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, "store.db")}` };
  const node =
    (...args: string[]) =>
    () => {
      const { status } = spawnSync(process.execPath, args, { env, stdio: "ignore" });
      if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: run \`npm run build\` first`);
    };
  const source = (...args: string[]) => node("--import", "tsx", "src/main.ts", ...args);
  const built = (...args: string[]) => node("dist/main.js", ...args);
  source("ingest", ...readdirSync("demo/articles").map((name) => join("demo", "articles", name)))();
  const steps: [string, () => void][] = [
    ["node -e 0", node("-e", "0")],
    ["built: --help", built("--help")],
    ["built: briefing india-japan", built("briefing", "india-japan")],
    ["npm's script: briefing india-japan", node("scripts/attache.mjs", "briefing", "india-japan")],
    ["from source: --help", source("--help")],
    ["from source: briefing india-japan", source("briefing", "india-japan")],
  ];
  const took = steps.map(([name, run]) => ({ name, time: measure(run) }));
  const floor = took[0]?.time ?? 1;
  for (const { name, time } of took) report(`cold start: ${name}`, { figure: ms(time), floor: ms(floor), ratio: time / floor });
  rmSync(folder, { recursive: true, force: true });
}

function measure(run: () => void): number {
  run();
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return median(times);
}
