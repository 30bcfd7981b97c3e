import { setTimeout as sleep } from "node:timers/promises";
import { BOT_SCOPES } from "../../src/adapters/slack/connection/scopes.ts";
import { FakeSlack } from "../../test/servers/fake-slack.ts";
import { command } from "../../test/servers/fake-slack-people.ts";
import { type Driver, LONGEST_MS, lastGrowth } from "./driver.ts";

const SIGNING_SECRET = "of-the-bench";

/** The project's own Slack, and somebody who types into it. */
export async function driveSlack(mode: "socket" | "http"): Promise<Driver> {
  const http = mode === "http" ? { requestUrl: "", signingSecret: SIGNING_SECRET } : {};
  const slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope), ...http });
  await slack.listen();
  const port = await freePort();
  if (mode === "http") slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const connection =
    mode === "http" ? { mode, signingSecret: SIGNING_SECRET, host: "127.0.0.1", port } : { mode, appToken: slack.state.appToken };
  return {
    name: mode === "socket" ? "Slack by Socket Mode" : "Slack by HTTP",
    workspaceId: `slack:${slack.state.teamId}`,
    floor: "bare-bolt-child",
    settings: { slack: { botToken: slack.state.botToken, apiUrl: slack.apiUrl, connection } },
    async brief(topic) {
      const before = slack.state.messages.length;
      const began = performance.now();
      const { delivery } = command(slack, `/briefing ${topic}`);
      const { acked } = await delivery;
      if (!acked) throw new Error("A command was not acknowledged in three seconds.");
      const ackMs = performance.now() - began;
      while (slack.state.messages.length === before) {
        if (performance.now() - began > LONGEST_MS) throw new Error(`No briefing on ${topic} came into the channel.`);
        await sleep(1);
      }
      return { ackMs, answerMs: performance.now() - began };
    },
    async crowd(topics) {
      const began = performance.now();
      const typed = topics.map(async (topic) => {
        const { acked, payload } = await command(slack, `/briefing ${topic}`).delivery;
        return { acked, ms: performance.now() - began, isRefused: JSON.stringify(payload ?? {}).includes("busy") };
      });
      const acknowledged = (await Promise.all(typed)).filter(({ acked }) => acked);
      const refused = acknowledged.filter(({ isRefused }) => isRefused).length;
      const answeredMs = (await lastGrowth(() => slack.state.messages.length + slack.responses.length)) - began;
      return { ackMs: acknowledged.map(({ ms }) => ms), refused, answeredMs };
    },
    close: () => slack.close(),
  };
}

async function freePort(): Promise<number> {
  const probe = new FakeSlack({ scopes: [] });
  await probe.listen();
  const port = Number(new URL(probe.apiUrl).port);
  await probe.close();
  return port;
}
