import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { until } from "./until.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const program = join(root, "dist", "main.js");

/** The built program with a store of its own, as an operator has it. */
export interface Attache {
  /** The folder of its store, for files of a test's own. */
  folder: string;
  /** The path of the built program. */
  program: string;
  /** What the program is started with beside a bot's settings. */
  environment(): Record<string, string>;
  /** A command of the command line, with the settings that the bot was last started with; throws with what it said where it failed. */
  run(...args: string[]): Promise<string>;
  /** Starts the bot with these settings, and waits until it says this sentence. */
  start(settings: Record<string, string>, saying: string): Promise<void>;
  /** Everything that the bot has said since its start. */
  said(): string;
  /** All bytes of the store's files, as text. */
  stored(): string;
  stop(): Promise<void>;
}

export function createAttache(): Attache {
  const folder = mkdtempSync(join(tmpdir(), "attache-e2e-"));
  const base = { PATH: process.env["PATH"] ?? "", DATABASE_URL: `file:${join(folder, "store.db")}` };
  let bot: ChildProcess | null = null;
  let said = "";
  let settings: Record<string, string> = {};
  return {
    folder,
    program,
    environment: () => base,
    // Not a synchronous call: the server that it may talk to can be in this process.
    async run(...args) {
      const env = { ...base, ...settings };
      return (await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, env })).stdout;
    },
    async start(given, saying) {
      settings = given;
      said = "";
      bot = spawn(process.execPath, [program, "start"], { cwd: folder, env: { ...base, ...settings } });
      bot.stderr?.on("data", (data) => {
        said += String(data);
      });
      await until(() => {
        if (bot?.exitCode !== null) return;
        if (!said.includes(saying)) throw new Error(`The bot said: ${said}`);
      });
      if (bot.exitCode !== null) throw new Error(`The bot ended: ${said}`);
    },
    said: () => said,
    stored: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), "latin1"))
        .join(""),
    async stop() {
      if (bot !== null && bot.exitCode === null) {
        const ended = new Promise((resolve) => bot?.once("exit", resolve));
        bot.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The demo's articles, which the flows ask about. */
export function demoArticles(): string[] {
  const folder = join(root, "demo", "articles");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
}
