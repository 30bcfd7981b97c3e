import { afterEach, describe, expect, it } from "vitest";
import type { EventLog } from "../../../src/domain/chat/chat.ts";
import { command as commandOnDiscord } from "../../servers/fake-discord-people.ts";
import { ALICE } from "../../servers/fake-discord-state.ts";
import { command } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { startDiscord, whisperedTo } from "../discord/start-discord.ts";
import { startSlack } from "../slack/start-slack.ts";

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

const CROWD = 1000;
/** What a machine takes that has other things to do; `npm run bench -- burst` holds it against the two seconds. */
const BUSY_MS = 20_000;
const TOO_MUCH = "I have too many questions to answer right now. Ask again in a moment.";

/** Work that keeps the processor, as an embedded database and an answer do. */
function spin(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Notes in which order things are claimed and acknowledged; each claim takes four milliseconds of the processor. */
function noteClaims(events: EventLog, order: string[]): void {
  const { claim } = events;
  events.claim = async (key) => {
    order.push("begun");
    spin(4);
    return claim(key);
  };
}

describe.each(["socket", "http"] as const)("a thousand commands at once in Slack over %s", (mode) => {
  it("are acknowledged before work on any of them begins, and what is too much is turned away", { timeout: 60_000 }, async () => {
    const started = await startSlack({ mode, longestCrowdMs: BUSY_MS, limits: { waiting: 40 } });
    ({ stop } = started);
    const { slack, events, chat } = started;
    const order: string[] = [];
    noteClaims(events, order);
    const sent = Array.from({ length: CROWD }, () => command(slack, "/attache help"));
    const deliveries = await Promise.all(
      sent.map(async ({ delivery }) => {
        const done = await delivery;
        order.push("acknowledged");
        return done;
      }),
    );
    expect(deliveries.every(({ acked }) => acked)).toBe(true);
    await until(() => expect(order).toContain("begun"));
    expect(order.indexOf("begun")).toBe(CROWD);
    const refused = deliveries.filter(({ payload }) => JSON.stringify(payload).includes(TOO_MUCH));
    expect(refused).toHaveLength(CROWD - 30);
    await until(() => expect(chat.health().counts.answered).toBe(30));
    expect(slack.responses).toHaveLength(30);
  });
});

it("a thousand commands at once in Discord are acknowledged before work begins, and the rest turned away", {
  timeout: 60_000,
}, async () => {
  const started = await startDiscord({ longestCrowdMs: BUSY_MS, limits: { waiting: 40 } });
  ({ stop } = started);
  const { discord, events, chat } = started;
  let unacknowledged = -1;
  const { claim } = events;
  const sent: ReturnType<typeof commandOnDiscord>[] = [];
  events.claim = async (key) => {
    if (unacknowledged < 0) unacknowledged = sent.filter(({ ackType }) => ackType === null).length;
    spin(4);
    return claim(key);
  };
  for (let n = 0; n < CROWD; n += 1) sent.push(commandOnDiscord(discord, "attache help"));
  // The fake gives three seconds by its clock: what it measures here is the order, and a busy machine's time does not count.
  for (const interaction of sent) interaction.at += BUSY_MS;
  await until(() => expect(sent.every(({ ackType }) => ackType !== null)).toBe(true));
  await until(() => expect(unacknowledged).toBe(0));
  const refused = sent.filter(({ ackType, ack }) => ackType === 4 && JSON.stringify(ack).includes(TOO_MUCH));
  expect(refused).toHaveLength(CROWD - 30);
  await until(() => expect(chat.health().counts.answered).toBe(30));
  expect(whisperedTo(discord, ALICE)).toHaveLength(30);
});
