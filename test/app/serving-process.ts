import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import type { FakeSlack } from "../servers/fake-slack.ts";

/** Two programs start and take over each other's work meanwhile, on a machine that may be busy. */
const WAIT_MS = 180_000;

/** The program as an operator starts it, on a store and a Slack of a test's own, which may kill it at any point. */
export interface ServingProcess {
  start(): void;
  kill(): Promise<void>;
}

export function createServingProcess(databaseUrl: string, slack: FakeSlack): ServingProcess {
  let child: ChildProcess | null = null;
  return {
    start() {
      child = spawn(process.execPath, [`${inject("programs")}/serve-child.js`], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          PATH: process.env["PATH"],
          DATABASE_URL: databaseUrl,
          LOG_LEVEL: "silent",
          SLACK_BOT_TOKEN: slack.state.botToken,
          SLACK_APP_TOKEN: slack.state.appToken,
          SLACK_API_URL: slack.apiUrl,
        },
      });
    },
    async kill() {
      const killed = child;
      child = null;
      if (killed === null) return;
      const closed = once(killed, "close");
      killed.kill("SIGKILL");
      await closed;
    },
  };
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("It took too long.");
    await sleep(3);
  }
}
