import { afterEach, describe, expect, it } from "vitest";
import { command as commandOnDiscord, press as pressOnDiscord } from "../../servers/fake-discord-people.ts";
import { command, press, say, submit } from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { startDiscord } from "../discord/start-discord.ts";
import { messagesIn, startSlack } from "../slack/start-slack.ts";

let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

const TOO_MUCH = "I have too many questions to answer right now. Ask again in a moment.";

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
