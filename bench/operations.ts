import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { driveDiscord } from "./chat/discord-driver.ts";
import type { Driver } from "./chat/driver.ts";
import { inFilledStore } from "./corpus/filled-store.ts";
import { briefingRequests } from "./corpus/requests.ts";
import { median, ms, report, timed } from "./measure.ts";

const ROUNDS = 3;
const BRIEFINGS = 300;
const READY_WITHIN_MS = 120_000;
const REST_MS = 5000;
const SAMPLE_MS = 100;

/**
 * The built program as an operator runs it: how long `attache start` takes until it says that it is ready, and how much memory it holds at
 * rest and while briefings are asked for over so many stored articles, beside a Node that does nothing and discord.js alone.
 */
export async function benchOperations(articles: number): Promise<void> {
  if (process.platform !== "linux") {
    console.log("operations: left out, because memory is read from /proc");
    return;
  }
  if (spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" }).status !== 0) throw new Error("The build failed.");
  const driver = await driveDiscord();
  try {
    await inFilledStore({ articles, workspaceId: driver.workspaceId }, null, (url) => measure(driver, { url, articles }));
  } finally {
    await driver.close();
  }
}

async function measure(driver: Driver, { url, articles }: { url: string; articles: number }): Promise<void> {
  const node = median(await times(ROUNDS, async () => void spawnSync(process.execPath, ["-e", "0"])));
  const started: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bot = await startBot(driver, url);
    started.push(bot.tookMs);
    await stop(bot.process);
  }
  line("start until ready", { figure: median(started), floor: node, unit: ms, than: "node -e 0" });
  const floor = await memoryOf(await startFloor(driver), async () => undefined);
  const bot = await startBot(driver, url);
  const topics = briefingRequests(articles).flatMap(({ intent }) => (intent.kind === "briefing" ? [intent.topic] : []));
  const held = await memoryOf(bot.process, async () => {
    for (let at = 0; at < BRIEFINGS; at++) await driver.brief(topics[at % topics.length] ?? "");
  });
  line("memory at rest", { figure: held.atRest, floor: floor.atRest, unit: mb, than: "discord.js alone" });
  line(`memory at most in ${BRIEFINGS} briefings over ${articles}`, {
    figure: held.most,
    floor: floor.most,
    unit: mb,
    than: "discord.js alone",
  });
  line("memory after them", { figure: held.after, floor: floor.after, unit: mb, than: "discord.js alone" });
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
}

async function times(count: number, work: () => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < count; at++) took.push(await timed(work));
  return took;
}

function line(name: string, of: { figure: number; floor: number; unit: (value: number) => string; than: string }): void {
  report(`${name} (floor: ${of.than})`, { figure: of.unit(of.figure), floor: of.unit(of.floor), ratio: of.figure / of.floor });
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

async function startBot(driver: Driver, url: string): Promise<{ process: ChildProcess; tookMs: number }> {
  const port = await freePort();
  const { discord } = driver.settings as { discord: { token: string; apiUrl: string } };
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    DATABASE_URL: url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    HEALTH_PORT: String(port),
    LOG_LEVEL: "error",
  };
  const began = performance.now();
  const child = spawn(process.execPath, ["dist/main.js", "start"], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  while (!(await isReady(port))) {
    if (performance.now() - began > READY_WITHIN_MS || child.exitCode !== null)
      throw new Error(`The bot did not become ready: ${said}`);
    await sleep(5);
  }
  return { process: child, tookMs: performance.now() - began };
}

async function startFloor(driver: Driver): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", `bench/chat/${driver.floor}.ts`, JSON.stringify(driver.settings)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Resident memory at rest, at most while the work goes on, and when it has rested again; in bytes. Stops the process. */
async function memoryOf(
  child: ChildProcess,
  work: () => Promise<void>,
): Promise<{ atRest: number; most: number; after: number }> {
  await sleep(REST_MS);
  const atRest = resident(child);
  let most = atRest;
  const sampling = setInterval(() => {
    most = Math.max(most, resident(child));
  }, SAMPLE_MS);
  await work();
  clearInterval(sampling);
  await sleep(REST_MS);
  const after = resident(child);
  await stop(child);
  return { atRest, most, after };
}

function resident({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}
