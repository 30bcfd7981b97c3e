import { afterEach, describe, expect, it } from "vitest";
import type { EventLog } from "../../../src/domain/chat/chat.ts";
import { command as commandOnDiscord, press as pressOnDiscord } from "../../servers/fake-discord-people.ts";
import { ALICE } from "../../servers/fake-discord-state.ts";
import { command, press, say, submit } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { startDiscord, whisperedTo } from "../discord/start-discord.ts";
import { messagesIn, startSlack } from "../slack/start-slack.ts";

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

describe("what finds no place", () => {
  async function fullSlack() {
    const started = await startSlack({ limits: { waiting: 4, running: 1 } });
    ({ stop } = started);
    const { slack } = started;
    command(slack, "/briefing quad");
    await until(() => expect(slack.state.messages).toHaveLength(2));
    const [root] = messagesIn(slack, "C1");
    if (root === undefined) throw new Error("There is no briefing.");
    press(slack, root, { label: "Ask a follow-up" });
    await until(() => expect(slack.state.views).toHaveLength(1));
    const release = started.desk.hold();
    // One is under way, and three wait.
    for (let n = 0; n < 2; n += 1) await command(slack, "/attache help").delivery;
    await until(() => expect(started.desk.asked.length).toBe(2));
    for (let n = 0; n < 2; n += 1) await command(slack, "/attache help").delivery;
    return { ...started, root, release };
  }

  it("is told so: a button by its address, a modal by itself, a mention and a reply in our thread alone", async () => {
    const { slack, root, release } = await fullSlack();
    expect((await command(slack, "/attache help").delivery).payload).toMatchObject({ response_type: "ephemeral" });
    press(slack, root, { label: "Quotes" });
    await until(() => expect(JSON.stringify(slack.responses)).toContain(TOO_MUCH));
    const { payload } = await submit(slack, slack.state.views[0] ?? {}, { text: "Who else was there?" });
    expect(payload).toEqual({ response_action: "errors", errors: { question: TOO_MUCH } });
    const alone = () => slack.state.messages.filter(({ onlyFor }) => onlyFor !== null);
    await say(slack, { text: `<@${slack.state.botUserId}> who met whom?` });
    await until(() => expect(alone()).toHaveLength(1));
    await say(slack, { text: "Who else was there?", threadTs: root.ts });
    await until(() => expect(alone()).toHaveLength(2));
    expect(JSON.stringify(alone())).toContain(TOO_MUCH);
    release();
  });

  it("is answered when it is asked again after the crowd", async () => {
    const { slack, release, chat } = await fullSlack();
    release();
    await until(() => expect(chat.health().counts.answered).toBe(5));
    expect((await command(slack, "/attache help").delivery).payload).toEqual({});
    await until(() => expect(chat.health().counts.answered).toBe(6));
  });
});

it("a button that finds no place in Discord is told so", async () => {
  const started = await startDiscord({ limits: { waiting: 1, running: 1 } });
  ({ stop } = started);
  const { discord, desk } = started;
  commandOnDiscord(discord, "briefing", { options: { topic: "quad" } });
  const root = await until(() => {
    const found = discord.state.messages.find(({ components }) => components.length > 0);
    if (found === undefined) throw new Error("There is no briefing yet.");
    return found;
  });
  await until(() => expect(started.chat.health().counts.answered).toBe(1));
  const release = desk.hold();
  commandOnDiscord(discord, "attache help");
  await until(() => expect(desk.asked).toHaveLength(2));
  const waiting = commandOnDiscord(discord, "attache help");
  await until(() => expect(waiting.ackType).toBe(5));
  const pressed = pressOnDiscord(discord, root, { label: "Quotes" });
  await until(() => expect(pressed.ackType).toBe(4));
  expect(JSON.stringify(pressed.ack)).toContain(TOO_MUCH);
  release();
});
