import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BOT_SCOPES } from "../../../src/adapters/slack/connection/scopes.ts";
import { createSlackPoster } from "../../../src/adapters/slack/threads/create-slack-poster.ts";
import type { DigestMessage, DigestPoster } from "../../../src/domain/digests/digest-poster.ts";
import { stopwatch } from "../../../src/domain/stopwatch.ts";
import { createFakeActions } from "../../fakes/desk.ts";
import { always, digestOf } from "../../fakes/digest-poster.ts";
import { FakeSlack } from "../../servers/fake-slack.ts";
import { keepingLogger, messagesIn, shown } from "./start-slack.ts";

describe("digests in Slack", () => {
  let slack: FakeSlack;
  let poster: DigestPoster;
  let opened: [string, string | null][];
  let payloads: object[];
  let logged: string[];

  beforeEach(async () => {
    slack = new FakeSlack({ scopes: BOT_SCOPES.map(({ scope }) => scope) });
    await slack.listen();
    opened = [];
    logged = [];
    const conversations = {
      open: async (_workspaceId: string, threadId: string, topic: string | null) => void opened.push([threadId, topic]),
      find: async () => null,
      addTurn: async () => undefined,
      forgetQuestion: async () => undefined,
    };
    const config = { botToken: slack.state.botToken, apiUrl: slack.apiUrl, apiTimeoutMs: 10_000 };
    poster = createSlackPoster(config, {
      actions: createFakeActions(),
      conversations,
      stopwatch,
      logger: keepingLogger(logged),
    });
    payloads = await poster.render("slack:T1", digestOf("Talks & more were held <!channel>."));
  });

  afterEach(() => slack.close());

  function message(over: Partial<DigestMessage> = {}): DigestMessage {
    const at = { workspaceId: "slack:T1", channelId: "C1", key: "key-1", rootId: null, topic: "quad" };
    return { ...at, payload: payloads[0] ?? {}, ...over };
  }

  it("posts the digest, opens its thread for follow-ups, and puts the detail into it", async () => {
    const root = await poster.post(message(), always);
    if (root.kind !== "posted") throw new Error("The digest was not posted.");
    await poster.post(message({ key: "key-2", rootId: root.messageId, payload: payloads[1] ?? {} }), always);
    const [posted] = messagesIn(slack, "C1");
    expect(shown(posted?.blocks)).toContain("Talks & more were held <!channel>.");
    expect(posted?.unfurls).toBe(false);
    expect(shown(messagesIn(slack, "C1", root.messageId)[0]?.blocks)).toContain("The detail.");
    expect(opened).toEqual([[`C1:${root.messageId}`, "quad"]]);
  });

  it("finds a message by its key, in the channel and in a thread, and opens its thread once more", async () => {
    const root = await poster.post(message(), always);
    const messageId = root.kind === "posted" ? root.messageId : "";
    const below = message({ key: "key-2", rootId: messageId, payload: payloads[1] ?? {} });
    expect(await poster.find(below, 0)).toEqual({ kind: "absent" });
    const detail = await poster.post(below, always);
    opened.length = 0;
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId, removed: 0 });
    expect(opened).toHaveLength(1);
    expect(await poster.find(below, 0)).toEqual({ ...detail, kind: "found", removed: 0 });
    expect(await poster.find(message({ key: "key-3" }), 0)).toEqual({ kind: "absent" });
  });

  it("finds it behind pages of others, and looks no further back than the first try", async () => {
    await poster.post(message(), always);
    const [first] = slack.state.messages;
    if (first === undefined) throw new Error("Nothing was posted.");
    for (let at = 0; at < 450; at++)
      slack.state.messages.push({ ...first, ts: slack.state.nextTs(), metadata: null, user: "U1" });
    expect(await poster.find(message(), 0)).toMatchObject({ kind: "found" });
    expect(slack.callsOf("conversations.history")).toHaveLength(3);
    expect(await poster.find(message(), Date.now() + 3_600_000)).toEqual({ kind: "absent" });
    expect(slack.callsOf("conversations.history")).toHaveLength(4);
  });

  it("asks whether it may behind the channel's turn, as the last thing before the request, and sends nothing without", async () => {
    await poster.post(message(), always);
    const askedAtMs: number[] = [];
    const began = performance.now();
    const refuse = async () => {
      askedAtMs.push(performance.now() - began);
      return false;
    };
    expect(await poster.post(message({ key: "key-2" }), refuse)).toEqual({ kind: "withheld" });
    // The turn comes a second after the first one.
    expect(askedAtMs).toEqual([expect.toSatisfy((ms: number) => ms > 800)]);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("hands on what went wrong with the question, and has sent nothing", async () => {
    const fail = async () => {
      throw new Error("The store is gone.");
    };
    await expect(poster.post(message(), fail)).rejects.toThrow("The store is gone.");
    expect(slack.callsOf("chat.postMessage")).toEqual([]);
  });

  it("keeps the oldest of copies, in the channel and in a thread, and deletes the others", async () => {
    const root = await poster.post(message(), always);
    const rootId = root.kind === "posted" ? root.messageId : "";
    await poster.post(message(), always);
    const below = message({ key: "key-2", rootId, payload: payloads[1] ?? {} });
    const [detail] = [await poster.post(below, always), await poster.post(below, always)];
    await poster.post(message({ key: "key-3" }), always);
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId: rootId, removed: 1 });
    expect(await poster.find(below, 0)).toEqual({ ...detail, kind: "found", removed: 1 });
    expect(await poster.find(message(), 0)).toEqual({ kind: "found", messageId: rootId, removed: 0 });
    expect(slack.state.messages).toHaveLength(3);
    expect(logged.filter((line) => line.includes("Deleted a duplicate of a digest's message"))).toHaveLength(2);
  });

  it("leaves a copy that Slack does not let it delete", async () => {
    await poster.post(message(), always);
    await poster.post(message(), always);
    slack.script("chat.delete", { body: { ok: false, error: "cant_delete_message" } });
    expect(await poster.find(message(), 0)).toMatchObject({ kind: "found", removed: 0 });
  });

  it("does not try again by itself when the answer is lost: the message can be found", async () => {
    slack.lostAnswers = 1;
    expect(await poster.post(message(), always)).toMatchObject({ kind: "transient", maybePosted: true });
    expect(slack.state.messages).toHaveLength(1);
    expect(await poster.find(message(), 0)).toMatchObject({ kind: "found" });
  });

  it("keeps a channel's pace, and sends a digest that would wait for long away", async () => {
    slack.channelPaceMs = 900;
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((key) => poster.post(message({ key }), always)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["posted", "posted", "posted", "rate-limited"]);
    expect(outcomes[3]).toMatchObject({ scope: "channel" });
    expect(slack.calls.filter((call) => call.error !== null)).toEqual([]);
  });

  it.each([
    ["channel_not_found", { kind: "trouble", trouble: "gone", code: "channel_not_found" }],
    ["is_archived", { kind: "trouble", trouble: "archived", code: "is_archived" }],
    ["not_in_channel", { kind: "trouble", trouble: "forbidden", code: "not_in_channel" }],
    ["restricted_action", { kind: "trouble", trouble: "forbidden", code: "restricted_action" }],
    ["invalid_blocks", { kind: "refused", code: "invalid_blocks" }],
    ["ratelimited", { kind: "rate-limited", retryAfterMs: 30_000, scope: "workspace" }],
    ["invalid_auth", { kind: "transient", maybePosted: false, code: "invalid_auth" }],
    ["service_unavailable", { kind: "transient", maybePosted: false, code: "service_unavailable" }],
    ["fatal_error", { kind: "transient", maybePosted: true, code: "fatal_error" }],
    ["<html>Bad gateway</html>", { kind: "transient", maybePosted: true, code: "an answer that is not Slack's" }],
  ])("knows what %s means", async (error, outcome) => {
    slack.script("chat.postMessage", { body: { ok: false, error } });
    expect(await poster.post(message(), always)).toEqual(outcome);
  });

  it("hands on for how long Slack wants no messages, and what a server in between says", async () => {
    slack.script("chat.postMessage", { status: 429, headers: { "retry-after": "17" }, body: { ok: false } });
    expect(await poster.post(message(), always)).toEqual({ kind: "rate-limited", retryAfterMs: 17_000, scope: "workspace" });
    slack.script("chat.postMessage", { status: 503 });
    expect(await poster.post(message({ channelId: "C4" }), always)).toEqual({
      kind: "transient",
      maybePosted: true,
      code: "HTTP 503",
    });
    await slack.close();
    // A connection that was open may have taken it; where none can be made, nobody has.
    expect(await poster.post(message({ channelId: "C5" }), always)).toMatchObject({ kind: "transient", maybePosted: true });
    expect(await poster.post(message({ channelId: "C6" }), always)).toEqual({
      kind: "transient",
      maybePosted: false,
      code: "ECONNREFUSED",
    });
  });

  it("tells a person alone, and says whether it could", async () => {
    const to = { workspaceId: "slack:T1", userId: "U1", channelId: "C1" };
    expect(await poster.tell(to, "It is <archived>.")).toBe(true);
    expect(messagesIn(slack, "D1")[0]?.text).toBe("<#C1>: It is &lt;archived&gt;.");
    expect(await poster.tell({ ...to, channelId: null }, "It is mended.")).toBe(true);
    expect(messagesIn(slack, "D1").at(-1)?.text).toBe("It is mended.");
    slack.script("chat.postMessage", { body: { ok: false, error: "cannot_dm_bot" } });
    expect(await poster.tell(to, "It is archived.")).toBe(false);
  });

  it("takes a person who may have heard for one who has, so that nobody else is told in their place", async () => {
    slack.script("chat.postMessage", { isDone: true, isLost: true });
    expect(await poster.tell({ workspaceId: "slack:T1", userId: "U1", channelId: "C1" }, "It is archived.")).toBe(true);
    expect(slack.callsOf("chat.postMessage")).toHaveLength(1);
  });
});
