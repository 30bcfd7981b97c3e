import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createAcknowledgements } from "../../../../src/adapters/chat/take-turns.ts";
import { command, responsesTo, say } from "../../../servers/fake-slack-people.ts";
import { until } from "../../../servers/until.ts";
import { SIGNING_SECRET, type StartedSlack, type StartOptions, startSlack } from "../start-slack.ts";

let started: StartedSlack | null = null;
const unhandled: unknown[] = [];
const keepUnhandled = (reason: unknown) => unhandled.push(reason);
process.on("unhandledRejection", keepUnhandled);
afterAll(() => {
  process.off("unhandledRejection", keepUnhandled);
});

afterEach(async () => {
  await started?.stop();
  started = null;
  expect(unhandled.splice(0)).toEqual([]);
});

async function start(options: StartOptions = {}): Promise<StartedSlack> {
  started = await startSlack(options);
  return started;
}

/** A command is answered: the adapter is there. */
async function expectAnswers({ slack }: StartedSlack): Promise<void> {
  const { responseUrl, delivery } = command(slack, "/attache help");
  expect(await delivery).toMatchObject({ acked: true });
  await until(() => expect(responsesTo(slack, responseUrl)).toHaveLength(1));
}

describe("starting", () => {
  it.each([
    ["a bot token that Slack refuses", { botToken: "xoxb-wrong" }, /^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. .*xoxb-/],
    ["an app-level token where the bot token belongs", { botToken: "xapp-test" }, /SLACK_BOT_TOKEN \(not_allowed_token_type\)/],
    [
      "an app-level token that Slack refuses",
      { appToken: "xapp-wrong" },
      /^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\. .*connections:write/,
    ],
  ])("with %s fails with a sentence that says what to mend", async (_, options, sentence) => {
    await expect(startSlack(options)).rejects.toMatchObject({ code: "config", message: expect.stringMatching(sentence) });
  });

  it("says that it is connected, and after the stop that it is not", async () => {
    const { chat } = await start();
    expect(chat.health()).toMatchObject({ platform: "slack", state: "connected", detail: null });
    await chat.stop(100);
    expect(chat.health().state).toBe("stopped");
  });
});

describe("stopping", () => {
  it("does not wait for a Slack that does not answer", async () => {
    const { slack, chat } = await start({ isManual: true });
    slack.hang("apps.connections.open");
    const starting = chat.start();
    await until(() => expect(slack.callsOf("apps.connections.open")).toHaveLength(1));
    await chat.stop(5000);
    await starting;
    expect(chat.health().state).toBe("stopped");
    expect(slack.sockets.size).toBe(0);
  });

  it("closes the socket, and opens no other", async () => {
    const { slack, chat } = await start();
    await chat.stop(5000);
    await until(() => expect(slack.sockets.size).toBe(0));
    expect(slack.callsOf("apps.connections.open")).toHaveLength(1);
  });
});

describe("the socket", () => {
  it("comes back after an outage that is longer than every retry", async () => {
    const running = await start({ timings: { apiRetries: 0, reconnectMinMs: 2, reconnectMaxMs: 4 } });
    const { slack, chat, logged } = running;
    await slack.close();
    // Far more tries than any of the libraries' retries; no timing is asserted.
    await until(() =>
      expect(logged.filter((line) => line.includes("The socket to Slack is not open")).length).toBeGreaterThan(12),
    );
    expect(chat.health()).toMatchObject({
      state: "connecting",
      detail: expect.stringContaining("The connection to Slack is lost"),
    });
    await slack.listen();
    await until(() => expect(chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("moves to a new connection when Slack asks for it", async () => {
    const running = await start();
    const { slack } = running;
    const opened = () => slack.calls.filter(({ method }) => method === "apps.connections.open").length;
    slack.refresh();
    await until(() => expect(opened()).toBe(2));
    await until(() => expect(slack.sockets.size).toBe(1));
    await expectAnswers(running);
  });

  it("comes back when it is cut", async () => {
    const running = await start();
    for (const socket of running.slack.sockets) socket.terminate();
    await until(() => expect(running.slack.calls.filter(({ method }) => method === "apps.connections.open")).toHaveLength(2));
    await until(() => expect(running.slack.sockets.size).toBe(1));
    await expectAnswers(running);
  });

  it("waits for a Slack that does not answer yet, instead of failing the start", async () => {
    const running = await start({
      timings: { apiRetries: 0 },
      prepare: (slack) => {
        for (let n = 0; n < 3; n += 1) slack.script("apps.connections.open", { status: 503 });
      },
    });
    await until(() => expect(running.chat.health().state).toBe("connected"));
    await expectAnswers(running);
  });

  it("says at the start which scope the app-level token lacks", async () => {
    const prepare: StartOptions["prepare"] = (slack) =>
      slack.script("apps.connections.open", { body: { ok: false, error: "missing_scope" } });
    await expect(startSlack({ prepare })).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining("(missing_scope)"),
    });
  });

  it("says that the bot token is taken away when Slack refuses an answer with it", async () => {
    const running = await start();
    await expectAnswers(running);
    const told: string[] = [];
    running.chat.whenFailed((sentence) => told.push(sentence));
    running.slack.state.botToken = "xoxb-other";
    const { responseUrl } = command(running.slack, "/briefing quad");
    await until(() => expect(responsesTo(running.slack, responseUrl)).toHaveLength(1));
    expect(running.chat.health()).toMatchObject({
      state: "failed",
      detail: expect.stringMatching(/^Slack refuses SLACK_BOT_TOKEN/),
    });
    expect(told).toEqual([running.chat.health().detail]);
  });

  it("says what to do when the token is taken away while it runs", async () => {
    const { slack, chat } = await start();
    const told: string[] = [];
    chat.whenFailed((sentence) => told.push(sentence));
    slack.state.appToken = "xapp-other";
    slack.refresh();
    await until(() => expect(chat.health().state).toBe("failed"));
    expect(chat.health().detail).toMatch(/^Slack refuses SLACK_APP_TOKEN/);
    // It is tried on, and told once.
    await until(() => expect(slack.callsOf("apps.connections.open").length).toBeGreaterThan(3));
    expect(told).toEqual([chat.health().detail]);
  });

  it("says what to do when Socket Mode is switched off while it runs", async () => {
    const { slack, chat } = await start();
    const told: string[] = [];
    chat.whenFailed((sentence) => told.push(sentence));
    slack.hang("apps.connections.open");
    slack.refresh("link_disabled");
    await until(() => expect(chat.health().state).toBe("failed"));
    expect(told).toEqual([expect.stringContaining("Socket Mode is off")]);
  });

  it("waits for a place where the app has too many sockets, and is no failure", async () => {
    const running = await start({ timings: { reconnectMinMs: 200 } });
    const { slack, chat } = running;
    chat.whenFailed((sentence) => expect.fail(sentence));
    slack.refresh("too_many_websockets");
    await until(() => expect(chat.health()).toMatchObject({ state: "connecting", detail: expect.stringContaining("too many") }));
    await until(() => expect(chat.health()).toMatchObject({ state: "connected", detail: null }));
    await expectAnswers(running);
  });

  it.each([
    ["no JSON", "{"],
    ["null", "null"],
    ["an event without its payload", '{"type":"events_api","envelope_id":"e1"}'],
    ["an event without an event", '{"type":"events_api","envelope_id":"e1","payload":{}}'],
    [
      "an event whose type would end the connection",
      '{"type":"events_api","envelope_id":"e1","payload":{"event":{"type":"close"}}}',
    ],
    ["a frame whose type would end the connection", '{"type":"disconnected"}'],
    ["a command without a payload", '{"type":"slash_commands","envelope_id":"e1"}'],
    ["bytes", new Uint8Array([1, 2, 3])],
  ])("drops and counts %s, and goes on", async (_, frame) => {
    const running = await start();
    running.slack.sendRaw(frame);
    await until(() => expect(running.chat.health().counts.malformed).toBe(1));
    await expectAnswers(running);
  });

  it.each([
    ["a command without a channel", "slash_commands", { command: "/briefing", text: "x", user_id: "U1" }, 1],
    [
      "a button without an action",
      "interactive",
      { type: "block_actions", actions: [], user: { id: "U1" }, team: { id: "T1" } },
      0,
    ],
    [
      "a message without a channel",
      "events_api",
      { event_id: "Ev1", team_id: "T1", event: { type: "message", text: "x", ts: "1.1" } },
      1,
    ],
    [
      "an event without an id",
      "events_api",
      { team_id: "T1", event: { type: "app_mention", channel: "C1", user: "U1", ts: "1.1", text: "x" } },
      1,
    ],
    [
      "a payload of a kind that is not known",
      "interactive",
      { type: "something_new", user: { id: "U1" }, team: { id: "T1" } },
      0,
    ],
  ] as const)("lives on after %s", async (...[, kind, payload, malformed]) => {
    const running = await start();
    void running.slack.deliver(kind, { ...payload });
    await expectAnswers(running);
    expect(running.chat.health().counts.malformed).toBe(malformed);
    expect(running.desk.asked).toHaveLength(1);
  });
});

describe("signed HTTP", () => {
  const form = "application/x-www-form-urlencoded";
  const commandBody = new URLSearchParams({
    command: "/attache",
    text: "help",
    channel_id: "C1",
    user_id: "U1",
    team_id: "T1",
    trigger_id: "t1",
    response_url: "http://127.0.0.1:1/x",
  }).toString();

  it("turns away a request with another signature", async () => {
    const { slack, desk } = await start({ mode: "http" });
    expect(await slack.post({ body: commandBody, contentType: form, secret: "wrong" })).toMatchObject({ status: 401 });
    expect(desk.asked).toEqual([]);
  });

  it.each([
    ["older than five minutes", -302],
    ["more than five minutes ahead", 302],
    ["ten minutes ahead", 600],
    ["no number", Number.NaN],
  ])("turns away a request whose timestamp is %s, however well it is signed", async (_, seconds) => {
    const { slack, desk } = await start({ mode: "http" });
    const timestamp = Math.floor(Date.now() / 1000) + seconds;
    expect(await slack.post({ body: commandBody, contentType: form, timestamp })).toMatchObject({ status: 401 });
    expect(desk.asked).toEqual([]);
  });

  it.each([-280, 280])("takes a request that is stamped %i seconds away: clocks differ", async (seconds) => {
    const { slack } = await start({ mode: "http" });
    const timestamp = Math.floor(Date.now() / 1000) + seconds;
    expect(await slack.post({ body: commandBody, contentType: form, timestamp })).toMatchObject({ status: 200 });
  });

  it("turns away a request without a signature", async () => {
    const { slack } = await start({ mode: "http" });
    const response = await fetch(slack.requestUrl ?? "", {
      method: "POST",
      body: commandBody,
      headers: { "content-type": form },
    });
    expect(response.status).toBe(401);
  });

  it("answers Slack's question for its address, and a balancer's for its health", async () => {
    const { slack } = await start({ mode: "http" });
    const body = JSON.stringify({ type: "url_verification", challenge: "abc" });
    expect(await slack.post({ body, contentType: "application/json" })).toMatchObject({ payload: { challenge: "abc" } });
    expect(await (await fetch(new URL("/healthz", slack.requestUrl ?? ""))).text()).toBe("ok");
    expect((await fetch(new URL("/elsewhere", slack.requestUrl ?? ""))).status).toBe(404);
  });

  it.each([
    ["null", "null", "application/json"],
    ["a list", "[]", "application/json"],
    ["no JSON", "{", "application/json"],
    ["a form with null in it", "payload=null", form],
    ["a form with no JSON in it", "payload={", form],
  ])("drops and counts %s, and goes on", async (...[, body, contentType]) => {
    const running = await start({ mode: "http" });
    expect(await running.slack.post({ body, contentType })).toMatchObject({ status: 400 });
    expect(running.chat.health().counts.malformed).toBe(1);
    await expectAnswers(running);
  });

  it("does not read a request that is too long to be Slack's", async () => {
    const { slack } = await start({ mode: "http" });
    const sent = await slack.post({ body: `text=${"x".repeat(2_000_000)}`, contentType: form });
    expect(sent.acked).toBe(false);
  });

  it("stops, though somebody holds a request open that never ends", { timeout: 20_000 }, async () => {
    const { slack, chat } = await start({ mode: "http" });
    const { port } = new URL(slack.requestUrl ?? "");
    const socket = connect({ host: "127.0.0.1", port: Number(port) });
    const closed = once(socket, "close");
    socket.on("error", () => undefined);
    socket.write("POST /slack/events HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf of");
    await until(async () => expect((await fetch(new URL("/healthz", slack.requestUrl ?? ""))).status).toBe(200));
    await chat.stop(60_000);
    await closed;
  });

  it("says which port is taken", async () => {
    const { slack } = await start({ mode: "http" });
    const { port } = new URL(slack.requestUrl ?? "");
    const { createHttpConnection } = await import("../../../../src/adapters/slack/connection/create-http-connection.ts");
    const { pino } = await import("pino");
    const second = createHttpConnection({
      signingSecret: SIGNING_SECRET,
      host: "127.0.0.1",
      port: Number(port),
      pages: null,
      acknowledgements: createAcknowledgements(),
      logger: pino({ level: "silent" }),
      onMalformed: () => undefined,
    });
    await expect(second.start()).rejects.toMatchObject({ code: "config", message: expect.stringContaining(`127.0.0.1:${port}`) });
  });
});

describe("the log", () => {
  it("holds no token and no text of a message", async () => {
    const { slack, logged, desk } = await start({ botToken: "xoxb-test" });
    slack.script("chat.postMessage", { body: { ok: false, error: "some_error" } });
    await say(slack, { text: "<@U0BOT> a private question" });
    await until(() => expect(desk.followUps).toHaveLength(1));
    await until(() => expect(logged.join("")).toContain("some_error"));
    expect(logged.join("")).not.toMatch(/xoxb-|xapp-|a private question/);
  });
});
