import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "../src/adapters/prisma/open-store.ts";
import { allCountries } from "../src/extract/countries.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { ingestArticles } from "../src/ingest/ingest-articles.ts";
import { startChild } from "./chat/child.ts";
import { driveDiscord } from "./chat/discord-driver.ts";
import type { Driver } from "./chat/driver.ts";
import { driveSlack } from "./chat/slack-driver.ts";
import { generateArticles } from "./generate-articles.ts";
import { ms, percentile, report, timed } from "./measure.ts";

/** Of the countries that the generated articles are about, and of their words: each has a briefing. */
const NAMES = allCountries()
  .slice(0, 60)
  .map((country) => country.name.toLowerCase());
export const TOPICS = [...NAMES.filter((_, at) => at % 15 === 0), "semiconductors", "ana moreira", "grain exports", "vaccines"];
const COMMANDS = 150;
/** Between an answer and the next command, so that no platform's limit on calls is what is measured. */
const PAUSE_MS = 100;
const WARM_UP = 16;
/** Bars of the project: from a command to its acknowledgement while articles come in, and above the platform's library alone. */
const ACK_BAR_MS = 300;
const ABOVE_FLOOR_BAR_MS = 60;

/**
 * The bot in a process of its own, over stored articles: how long a command waits for its acknowledgement at rest and while the process
 * ingests at full speed, and how long a briefing takes to be in the channel, beside the platform's library that only echoes.
 */
export async function benchChat(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  try {
    const url = `file:${join(folder, "store.db")}`;
    const drivers = [await driveSlack("socket"), await driveSlack("http"), await driveDiscord()];
    await fill(url, articles, [...new Set(drivers.map((driver) => driver.workspaceId))]);
    for (const driver of drivers) await benchPlatform(driver, url, articles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function fill(url: string, articles: number, workspaceIds: string[]): Promise<void> {
  const store = await openStore({ url });
  const deps = {
    store: store.evidence,
    extract: async (article: Parameters<typeof extractArticle>[0]) => extractArticle(article),
    clock: { now: () => Date.now() },
  };
  for (const workspaceId of workspaceIds) {
    async function* read() {
      for (const article of generateArticles(articles)) yield { kind: "article" as const, article };
    }
    for await (const result of ingestArticles(deps, { workspaceId, articles: read() }))
      if (result.status !== "new") throw new Error(`${result.id}: ${result.reason}`);
  }
  await store.close();
}

async function benchPlatform(driver: Driver, url: string, articles: number): Promise<void> {
  const floorChild = await startChild(driver.floor, driver.settings);
  await brief(driver, WARM_UP);
  const floor = await brief(driver, COMMANDS);
  await floorChild.stop();
  const bot = await startChild("bot-child", { ...driver.settings, url });
  await brief(driver, WARM_UP);
  const atRest = await brief(driver, COMMANDS);
  await bot.ask("ingest");
  let whileIngesting: Times = { ack: [], answer: [] };
  const took = await timed(async () => {
    whileIngesting = await brief(driver, COMMANDS);
  });
  const { stored } = (await bot.ask("rest")) as { stored: number };
  await bot.stop();
  await driver.close();
  const rate = (stored / (took / 1000)).toFixed(0);
  for (const [share, name] of [
    [0.5, "p50"],
    [0.99, "p99"],
  ] as const) {
    line(`${driver.name}: acknowledged at rest, ${name}`, percentile(atRest.ack, share), percentile(floor.ack, share));
    line(`… while it ingests ${rate} a second, ${name}`, percentile(whileIngesting.ack, share), percentile(floor.ack, share));
    line(
      `${driver.name}: /briefing over ${articles}, ${name}`,
      percentile(atRest.answer, share),
      percentile(floor.answer, share),
    );
  }
  const p99 = percentile(whileIngesting.ack, 0.99);
  const above = percentile(atRest.answer, 0.5) - percentile(floor.answer, 0.5);
  console.log(`${verdict(p99 <= ACK_BAR_MS)}: acknowledged in ${ms(p99)} at p99 under ingest (bar ${ACK_BAR_MS} ms)`);
  console.log(
    `${verdict(above <= ABOVE_FLOOR_BAR_MS)}: a briefing ${ms(above)} above the floor at p50 (bar ${ABOVE_FLOOR_BAR_MS} ms)`,
  );
}

interface Times {
  ack: number[];
  answer: number[];
}

async function brief(driver: Driver, count: number): Promise<Times> {
  const times: Times = { ack: [], answer: [] };
  for (let at = 0; at < count; at++) {
    const { ackMs, answerMs } = await driver.brief(TOPICS[at % TOPICS.length] ?? "");
    times.ack.push(ackMs);
    times.answer.push(answerMs);
    await sleep(PAUSE_MS);
  }
  return times;
}

function line(name: string, figure: number, floor: number): void {
  report(name, { figure: ms(figure), floor: ms(floor), ratio: figure / floor });
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "NOT MET";
}
