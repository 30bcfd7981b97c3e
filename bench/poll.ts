import { spawn } from "node:child_process";
import { once } from "node:events";
import { bundle } from "../scripts/bundle.ts";

const BUILT = "bench/results/poll";

/** Polls in a process of its own with the program as it is built: from its sources each thread holds a compiler, which is 100 MB of nothing. */
export async function benchPoll(): Promise<void> {
  await bundle({ poll: "bench/poll-child.ts" }, BUILT);
  const [code] = await once(spawn(process.execPath, [`${BUILT}/poll.js`], { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error(`The bench of polling ended with ${code}.`);
}
