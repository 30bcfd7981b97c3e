import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { command, edit, responsesTo, say } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { messagesIn, type StartedSlack, shown, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** A request is given up after 400 ms, and can arrive no more 800 ms later. */
async function start(): Promise<StartedSlack> {
  started = await startSlack({ timings: { apiTimeoutMs: 400, settleMs: 800 } });
  return started;
}

const IN_DOUBT = "Slack did not confirm my post";
const UNREACHED = "could not reach Slack";

/** Slack's ways of taking a message without its sender hearing of it. */
const TAKEN = [
  ["answers after the request was given up", { isDone: true, answersAfterMs: 600 }],
  ["cuts the connection", { isDone: true, isLost: true }],
  ["answers 500", { isDone: true, status: 500, body: { ok: false } }],
  ["says internal_error", { isDone: true, status: 503, body: { ok: false, error: "internal_error" } }],
  ["stores it when the request was given up long ago", { isDone: true, doneAfterMs: 700 }],
] as const;

/** And ways of surely not taking it. */
const REFUSED = [
  ["asks for a pause", { status: 429, headers: { "retry-after": "0" }, body: { ok: false, error: "ratelimited" } }],
  ["is not there for the moment", { body: { ok: false, error: "service_unavailable" } }],
] as const;

describe("an answer", () => {
  it.each(TAKEN)("is there once, and not said to be missing, where Slack stores it and %s", async (_, how) => {
    const { slack } = await start();
    slack.script("chat.postMessage", how);
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(slack.state.messages).toHaveLength(2));
    await sleep(600);
    const [root] = messagesIn(slack, "C1");
    expect(messagesIn(slack, "C1")).toHaveLength(1);
    expect(messagesIn(slack, "C1", root?.ts)).toHaveLength(1);
    expect(responsesTo(slack, responseUrl)).toEqual([]);
  });

  it.each(TAKEN)("has its detail once where Slack stores that and %s", async (_, how) => {
    const { slack } = await start();
    slack.script("chat.postMessage", { isDone: true, body: {} });
    slack.script("chat.postMessage", how);
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(slack.callsOf("chat.postMessage")).toHaveLength(2));
    await until(() => expect(slack.state.messages).toHaveLength(2));
    await sleep(600);
    expect(slack.state.messages).toHaveLength(2);
    expect(responsesTo(slack, responseUrl)).toEqual([]);
  });

  it.each(REFUSED)("is posted again, once, where Slack %s", async (_, how) => {
    const { slack } = await start();
    slack.script("chat.postMessage", how);
    command(slack, "/briefing india-japan");
    await until(() => expect(slack.state.messages).toHaveLength(2));
    expect(slack.callsOf("chat.postMessage")).toHaveLength(3);
    expect(slack.callsOf("conversations.history")).toEqual([]);
  });

  it("is posted again where nobody took the connection", async () => {
    const { slack, desk } = await start();
    const release = desk.hold();
    command(slack, "/briefing india-japan");
    await until(() => expect(desk.asked).toHaveLength(1));
    await slack.close();
    // Until then a kept connection may look alive, and a request on it is in doubt.
    await sleep(100);
    release();
    await sleep(5);
    await slack.listen();
    await until(() => expect(slack.state.messages).toHaveLength(2));
    expect(slack.callsOf("conversations.history")).toEqual([]);
  });

  it("is posted once more where the first request surely came to nothing", async () => {
    const { slack } = await start();
    slack.script("chat.postMessage", { isLost: true });
    command(slack, "/briefing india-japan");
    await until(() => expect(slack.state.messages).toHaveLength(2));
    expect(slack.callsOf("conversations.history")).toHaveLength(2);
    expect(messagesIn(slack, "C1")).toHaveLength(1);
  });

  it("is not posted again where the channel's past may not be read, and its asker is told what is known", async () => {
    const { slack } = await start();
    for (const scope of ["channels:history", "groups:history", "im:history"]) slack.state.scopes.delete(scope);
    slack.script("chat.postMessage", { isLost: true });
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    const words = shown(responsesTo(slack, responseUrl)[0]?.["blocks"]);
    expect(words).toContain(IN_DOUBT);
    expect(words).not.toContain(UNREACHED);
    await sleep(600);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("is given up after a second request that came to nothing, in one sentence that is true", async () => {
    const { slack } = await start();
    slack.script("chat.postMessage", { isLost: true });
    slack.script("chat.postMessage", { isLost: true });
    const { responseUrl } = command(slack, "/briefing india-japan");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
    expect(shown(responsesTo(slack, responseUrl)[0]?.["blocks"])).toContain(IN_DOUBT);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(2);
  });

  it("in a direct message is there once as well", async () => {
    const { slack } = await start();
    slack.state.channels.set("D1", { id: "D1", hasBot: true, isPrivate: true, isArchived: false });
    slack.script("chat.postMessage", { isDone: true, answersAfterMs: 600 });
    await say(slack, { channel: "D1", text: "who met whom?" });
    await until(() => expect(messagesIn(slack, "D1")).toHaveLength(1));
    await sleep(600);
    expect(messagesIn(slack, "D1")).toHaveLength(1);
  });
});

describe("what its asker alone is shown", () => {
  it.each([
    ["answers late", { isDone: true, answersAfterMs: 600 }],
    ["cuts the connection", { isDone: true, isLost: true }],
    ["answers 500", { isDone: true, status: 500 }],
  ])("comes once where the command's own address takes it and %s", async (_, how) => {
    const { slack } = await start();
    slack.script("response", how);
    const { responseUrl } = command(slack, "/attache help");
    await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(2));
    await sleep(300);
    const words = responsesTo(slack, responseUrl).map((body) => shown(body["blocks"]));
    expect(words.filter((each) => each.includes("Try /briefing"))).toHaveLength(1);
    expect(words[1]).toContain(IN_DOUBT);
    expect(slack.callsOf("chat.postEphemeral")).toEqual([]);
  });

  it("comes once where an ephemeral message is stored without an answer", async () => {
    const { slack } = await start();
    slack.script("response", { status: 404 });
    slack.script("chat.postEphemeral", { isDone: true, isLost: true });
    command(slack, "/attache help");
    await until(() => expect(slack.state.messages).toHaveLength(1));
    await sleep(300);
    const shownAlone = slack.state.messages.filter(({ blocks }) => shown(blocks).includes("Try /briefing"));
    expect(shownAlone).toHaveLength(1);
  });
});

it("a file is shared once where Slack shares it and does not say so", async () => {
  const { slack } = await start();
  slack.script("files.completeUploadExternal", { isDone: true, isLost: true });
  command(slack, "/meetings quad");
  await until(() => expect(JSON.stringify(slack.responses)).toContain(IN_DOUBT));
  expect(slack.callsOf("files.completeUploadExternal")).toHaveLength(1);
  expect(slack.callsOf("files.getUploadURLExternal")).toHaveLength(1);
});

it("an edited question changes its one answer where Slack's answer to the edit is lost", async () => {
  const { slack } = await start();
  slack.script("chat.update", { isDone: true, isLost: true });
  const text = `<@${slack.state.botUserId}> briefing quad`;
  const ts = await say(slack, { text });
  await until(() => expect(slack.state.messages).toHaveLength(2));
  await edit(slack, { text, ts }, `<@${slack.state.botUserId}> briefing india-japan`);
  await until(() => expect(slack.callsOf("chat.update")).toHaveLength(2));
  await until(() => expect(slack.state.messages).toHaveLength(2));
  expect(shown(messagesIn(slack, "C1", ts)[0]?.blocks)).toContain("india-japan");
  expect(JSON.stringify(slack.state.messages)).not.toContain(IN_DOUBT);
});
