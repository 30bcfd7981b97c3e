import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./chat/child.ts";
import { driveDiscord } from "./chat/discord-driver.ts";
import type { Crowd, Driver } from "./chat/driver.ts";
import { driveSlack } from "./chat/slack-driver.ts";
import { fill, TOPICS } from "./chat.ts";
import { ms, percentile, report } from "./measure.ts";

const COMMANDS = 1000;
const WARM_UP = 16;
/** Bar of the project: Slack and Discord wait for three seconds. */
const ACK_BAR_MS = 2000;

/** A thousand briefings asked for at once: how long until each is acknowledged, beside the platform's library alone, and what is turned away. */
export async function benchBurst(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  try {
    const url = `file:${join(folder, "store.db")}`;
    const drivers = [await driveSlack("socket"), await driveSlack("http"), await driveDiscord()];
    await fill(url, articles, [...new Set(drivers.map((driver) => driver.workspaceId))]);
    for (const driver of drivers) await benchPlatform(driver, url);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchPlatform(driver: Driver, url: string): Promise<void> {
  const floor = await crowdOf(driver, driver.floor, driver.settings);
  const bot = await crowdOf(driver, "bot-child", { ...driver.settings, url });
  await driver.close();
  for (const [share, name] of [
    [0.5, "p50"],
    [1, "the last"],
  ] as const) {
    const [figure, bare] = [percentile(bot.ackMs, share), percentile(floor.ackMs, share)];
    report(`${driver.name}: ${COMMANDS} at once, ${name}`, { figure: ms(figure), floor: ms(bare), ratio: figure / bare });
  }
  const answered = bot.ackMs.length - bot.refused;
  console.log(
    `${answered} answered in ${ms(bot.answeredMs)}, ${bot.refused} turned away, ${COMMANDS - bot.ackMs.length} not acknowledged`,
  );
  const isMet = bot.ackMs.length === COMMANDS && percentile(bot.ackMs, 1) <= ACK_BAR_MS;
  console.log(`${isMet ? "met" : "NOT MET"}: every acknowledgement within ${ACK_BAR_MS} ms`);
}

async function crowdOf(driver: Driver, child: string, settings: object): Promise<Crowd> {
  const running = await startChild(child, settings);
  for (let n = 0; n < WARM_UP; n++) await driver.brief(TOPICS[n % TOPICS.length] ?? "");
  const crowd = await driver.crowd(Array.from({ length: COMMANDS }, (_, n) => TOPICS[n % TOPICS.length] ?? ""));
  await running.stop();
  return crowd;
}
