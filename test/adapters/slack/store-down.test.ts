import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { command, openHome, press, responsesTo, say, submit, useShortcut } from "../../servers/fake-slack-people.ts";
import type { FakeMessage } from "../../servers/fake-slack-state.ts";
import { until } from "../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "./start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

const NO_ANSWER = "My database does not respond at the moment, so I can't answer. Ask again in a few minutes.";

/** A briefing in #general; then the store no longer answers. */
async function withBriefing(code = "ECONNREFUSED"): Promise<StartedSlack & { root: FakeMessage }> {
  started = await startSlack();
  const { slack, events, desk } = started;
  command(slack, "/briefing india-japan");
  await until(() => expect(slack.state.messages).toHaveLength(2));
  await until(() => expect(desk.threads.size).toBe(1));
  const [root] = messagesIn(slack, "C1");
  if (root === undefined) throw new Error("There is no briefing.");
  const down = new AppError("store-unusable", "The database db.internal:5432 does not answer.", { cause: { code } });
  events.claim = () => Promise.reject(down);
  desk.isOurThread = () => Promise.reject(down);
  return { ...started, root };
}

/** What was shown to people alone since the store went. */
function whispered({ slack }: StartedSlack): string[] {
  return slack.state.messages.filter(({ onlyFor }) => onlyFor !== null).map(({ blocks }) => shown(blocks));
}

describe("while the store does not answer, who asks hears one sentence:", () => {
  it("by a command, by a button and by a shortcut", async () => {
    const { slack, root } = await withBriefing();
    const urls = [
      command(slack, "/briefing quad").responseUrl,
      press(slack, root, { label: "Quotes" }).responseUrl,
      useShortcut(slack, "add_source", "see <https://feed.example/rss>").responseUrl,
    ];
    for (const url of urls) {
      const words = await until(() => {
        const told = responsesTo(slack, url).map((body) => shown(body["blocks"]));
        expect(told).toHaveLength(1);
        return told.join();
      });
      expect(words).toContain(NO_ANSWER);
    }
    expect(JSON.stringify(slack.responses)).not.toContain("db.internal");
  });

  it("with the modal", async () => {
    const running = await withBriefing();
    const { slack, events, root } = running;
    const { claim } = events;
    events.claim = async () => true;
    press(slack, root, { label: "Ask a follow-up" });
    await until(() => expect(slack.state.views).toHaveLength(1));
    events.claim = claim;
    await submit(slack, slack.state.views[0] ?? {}, { text: "Who else was there?" });
    await until(() => expect(whispered(running)).toHaveLength(1));
    expect(whispered(running).join()).toContain(NO_ANSWER);
  });

  it("by a mention, which makes two events, and by another one in the same thread right after", async () => {
    const running = await withBriefing();
    const ts = await say(running.slack, { text: `<@${running.slack.state.botUserId}> who met whom?` });
    await until(() => expect(whispered(running)).toHaveLength(1));
    await say(running.slack, { text: `<@${running.slack.state.botUserId}> and where?`, threadTs: ts });
    await sleep(100);
    expect(whispered(running)).toHaveLength(1);
    expect(whispered(running).join()).toContain(NO_ANSWER);
  });

  it("by a plain reply in a thread that this process knows as its own", async () => {
    const running = await withBriefing();
    await say(running.slack, { text: "Who else was there?", threadTs: running.root.ts });
    await until(() => expect(whispered(running)).toHaveLength(1));
    expect(whispered(running).join()).toContain(NO_ANSWER);
  });

  it("in a direct message", async () => {
    const { slack } = await withBriefing();
    slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
    await say(slack, { channel: "D1", text: "who met whom?" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    expect(shown(messagesIn(slack, "D1")[0]?.blocks)).toContain(NO_ANSWER);
  });

  it("in the Home tab", async () => {
    const { slack } = await withBriefing();
    await openHome(slack);
    await until(() => expect(shown(slack.state.homes.get("U1")?.["blocks"])).toContain(NO_ANSWER));
  });

  it("and that nothing can be written down where the disk is full", async () => {
    const { slack } = await withBriefing("SQLITE_FULL");
    const { responseUrl } = command(slack, "/briefing quad");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain(
      "I can't save anything at the moment, because my disk is full",
    );
  });
});

it("nothing is said below messages that may be for somebody else", async () => {
  const running = await withBriefing();
  const { slack, chat } = running;
  await say(slack, { text: "Lunch?" });
  await say(slack, { text: "At noon.", threadTs: "1700000000.000001" });
  await until(() => expect(chat.health().counts.failed).toBe(1));
  await sleep(50);
  expect(whispered(running)).toEqual([]);
});

it("messages that can't be for the bot take no look into the store", async () => {
  started = await startSlack();
  const { slack } = started;
  const claimed: string[] = [];
  started.events.claim = async (key) => {
    claimed.push(key);
    return true;
  };
  await say(slack, { text: "Lunch?" });
  const { responseUrl } = command(slack, "/attache help");
  await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
  expect(claimed).toHaveLength(1);
});

it("a Home tab that can't be filled says why, instead of staying empty", async () => {
  started = await startSlack();
  const { slack, desk } = started;
  desk.answerNext(() => {
    throw new Error("secret detail");
  });
  await openHome(slack);
  await until(() => expect(shown(slack.state.homes.get("U1")?.["blocks"])).toContain("Something went wrong"));
});
