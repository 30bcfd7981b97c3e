import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, ms, report } from "./measure.ts";

const ROUNDS = 5;

/** `attache briefing` from its start to its output, and the parts of it, each as a process of its own, beside a Node that does nothing. */
export function benchColdStart(): void {
  const folder = mkdtempSync(join(tmpdir(), "attache-cold-"));
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, "store.db")}` };
  const node =
    (...args: string[]) =>
    () =>
      void spawnSync(process.execPath, args, { env, stdio: "ignore" });
  const tsx = (code: string) => node("--import", "tsx", "--input-type=module", "-e", code);
  node("--import", "tsx", "src/main.ts", "ingest", "demo/articles/meridian-wire-two-plus-two.json")();
  const steps: [string, () => void][] = [
    ["node -e 0", node("-e", "0")],
    ["with tsx", tsx("0")],
    ["with the command line (--help)", node("--import", "tsx", "src/main.ts", "--help")],
    ["with the Prisma client loaded", tsx("await import('./src/adapters/prisma/generated/client.ts')")],
    ["attache briefing india-japan", node("--import", "tsx", "src/main.ts", "briefing", "india-japan")],
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
