import { LLMock } from "@copilotkit/aimock";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiModel } from "../../../src/adapters/openai/create-openai-model.ts";
import type { OpenAiSettings } from "../../../src/adapters/openai/settings.ts";
import type { Draft, ModelFailure, WritingTask } from "../../../src/domain/model/language-model.ts";
import {
  type AskedCompletion,
  type Behaviour,
  chunkOf,
  completionOf,
  DONE_EVENT,
  eventOf,
  type FakeCompletions,
  startFakeCompletions,
  streamOf,
  USAGE_EVENT,
} from "../../servers/fake-completions.ts";

const TASK: WritingTask = {
  kind: "write",
  purpose: "briefing",
  prose: "checked",
  about: "Norway",
  reading: null,
  turns: [],
  articles: [{ publishedAt: "2024-03-05", sentences: [{ number: 1, text: "Moreira met Solberg in Lisbon." }] }],
  quotes: [],
  meetings: [],
  limits: { points: 6, words: 45, quotes: 4 },
};
const DRAFT: Draft = {
  copies: [],
  points: [{ text: "Moreira met Solberg in Lisbon – “at last”.", sentences: [1] }],
  meetings: [],
  quotes: [],
};
const JSON_TEXT = JSON.stringify(DRAFT);
const START = '{"points":[{"text":"Mor';
const TOLD = { inputTokens: 1000, outputTokens: 100 };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(respond: (asked: AskedCompletion, number: number) => Behaviour): Promise<FakeCompletions> {
  const server = await startFakeCompletions(respond);
  closing.push(() => server.close());
  return server;
}

function modelAt(baseUrl: string, more: Partial<OpenAiSettings> = {}) {
  const models = { briefing: "model-b", answer: "model-a", digest: "model-d", reading: "model-r" };
  const plain = { contextTokens: null, outputTokens: 4096, temperature: null, reasoningEffort: null };
  const settings = { apiKey: "sk-test", baseUrl, models, prices: null, timeoutMs: 10_000, stream: true, ...plain };
  return createOpenAiModel({ ...settings, ...more });
}

function writeAt(server: FakeCompletions, more: Partial<OpenAiSettings> = {}) {
  return modelAt(server.baseUrl, more).write(TASK, new AbortController().signal);
}

function events(...list: string[]): Extract<Behaviour, { kind: "events" }> {
  return { kind: "events", events: list, ending: "end" };
}

function refused(param: string | null): Behaviour {
  return { kind: "json", status: 400, value: { error: { message: "no", type: "invalid_request_error", param, code: null } } };
}

describe("a streamed answer", () => {
  it("is put together, with the tokens of its last event", async () => {
    const server = await serve(() => streamOf(JSON_TEXT));
    expect(await writeAt(server)).toEqual({ kind: "draft", draft: DRAFT, usage: TOLD });
    expect(server.asked[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it("is read from a server of others that speaks the protocol", async () => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    closing.push(() => mock.stop());
    mock.onMessage(/Solberg/, { content: JSON_TEXT, usage: { prompt_tokens: 321, completion_tokens: 45 } }, { chunkSize: 5 });
    const outcome = await modelAt(`${mock.url}/v1`).write(TASK, new AbortController().signal);
    expect(outcome).toEqual({ kind: "draft", draft: DRAFT, usage: { inputTokens: 321, outputTokens: 45 } });
    expect(mock.getRequests()[0]?.body).toMatchObject({ stream: true });
  });

  it("that a server of others breaks off is truncated", async () => {
    const mock = new LLMock({ port: 0 });
    await mock.start();
    closing.push(() => mock.stop());
    mock.onMessage(/Solberg/, { content: JSON_TEXT }, { chunkSize: 5, latency: 20, truncateAfterChunks: 4 });
    const outcome = await modelAt(`${mock.url}/v1`).write(TASK, new AbortController().signal);
    expect(outcome).toMatchObject({ kind: "failed", failure: "truncated" });
  });

  it("is whole wherever the network cuts it into pieces, in the middle of a character too", async () => {
    const bytes = Buffer.from(streamOf(JSON_TEXT).events.join(""), "utf8");
    const server = await serve(() => ({ kind: "bytes", pieces: [...bytes].map((byte) => Buffer.from([byte])) }));
    expect(await writeAt(server)).toEqual({ kind: "draft", draft: DRAFT, usage: TOLD });
  });

  it.each<[string, Behaviour]>([
    ["without [DONE]", events(...streamOf(JSON_TEXT).events.slice(0, -1))],
    ["without a reason for its end", events(chunkOf({ content: JSON_TEXT }), USAGE_EVENT, DONE_EVENT)],
    ["whose connection breaks behind its end", { ...streamOf(JSON_TEXT), ending: "cut" }],
    ["with comments that keep the line open", events(": wait\n\n", ": wait\n\n", ...streamOf(JSON_TEXT).events)],
    ["that says its role in every piece", events(chunkOf({ role: "assistant", content: JSON_TEXT }), USAGE_EVENT)],
    ["that thinks aloud elsewhere", events(chunkOf({ reasoning_content: "Hm." }), ...streamOf(JSON_TEXT).events)],
    ["in a fence of Markdown", streamOf(`\`\`\`json\n${JSON_TEXT}\n\`\`\``)],
  ])("%s is as good as any", async (_, behaviour) => {
    expect(await writeAt(await serve(() => behaviour))).toEqual({ kind: "draft", draft: DRAFT, usage: TOLD });
  });

  it("whose line stays open behind its end is taken for what it is, after the pause that a stream may make", async () => {
    const server = await serve(() => ({ ...streamOf(JSON_TEXT), ending: "stall" }));
    expect(await writeAt(server, { timeoutMs: 400 })).toMatchObject({ kind: "draft", draft: DRAFT });
    await expect.poll(() => server.open()).toBe(0);
  });

  it("is charged by an estimate where the server does not say what it used: a token for three characters", async () => {
    const server = await serve(() => events(chunkOf({ content: JSON_TEXT }, { finish: "stop" }), DONE_EVENT));
    const model = modelAt(server.baseUrl);
    const outcome = await model.write(TASK, new AbortController().signal);
    expect(outcome.kind).toBe("draft");
    expect(outcome.usage).toEqual({
      inputTokens: model.estimate(TASK).inputTokens,
      outputTokens: Math.ceil(JSON_TEXT.length / 3),
    });
    expect(outcome.usage.inputTokens).toBeGreaterThan(100);
  });
});

describe("every way in which a stream fails has its name", () => {
  it.each<[ModelFailure, string, Behaviour]>([
    ["truncated", "it ends too early", events(chunkOf({ content: START }))],
    ["truncated", "it ends in the middle of an event", events(chunkOf({ content: START }), 'data: {"choices":[{"del')],
    ["truncated", "the connection breaks", { kind: "events", events: [chunkOf({ content: START })], ending: "cut" }],
    ["truncated", "it ran out of tokens", events(chunkOf({ content: START }), chunkOf({}, { finish: "length" }), DONE_EVENT)],
    ["schema", "an event is no JSON", events(chunkOf({ content: START }), "data: {oops\n\n")],
    ["schema", "an event is something else", events(chunkOf({ content: START }), eventOf({ choices: "none" }))],
    ["schema", "an event is a list", events(eventOf([1, 2]))],
    [
      "server",
      "an error comes in the middle",
      events(chunkOf({ content: START }), eventOf({ error: { message: "overloaded" } })),
    ],
    [
      "rate-limit",
      "an error says its number",
      events(chunkOf({ content: START }), eventOf({ error: { code: 429, message: "slow down" } })),
    ],
    [
      "refusal",
      "it refuses, piece by piece",
      events(chunkOf({ refusal: "I can't " }), chunkOf({ refusal: "help." }, { finish: "stop" })),
    ],
    ["filter", "a filter stops it", events(chunkOf({ content: START }), chunkOf({}, { finish: "content_filter" }))],
    ["empty", "it has no choices", events(eventOf({ choices: [] }), USAGE_EVENT, DONE_EVENT)],
    ["empty", "it has no text", events(chunkOf({ role: "assistant" }), chunkOf({}, { finish: "stop" }), DONE_EVENT)],
    ["empty", "it is empty", events()],
    ["empty", "it is nothing but its end", events(DONE_EVENT)],
    ["schema", "it is prose", streamOf("Here is your briefing: all is well.")],
    ["schema", "it is JSON of another shape", streamOf('{"bullets":["Moreira met Solberg."]}')],
  ])("%s: %s", async (failure, _, behaviour) => {
    const server = await serve(() => behaviour);
    expect(await writeAt(server)).toMatchObject({ kind: "failed", failure });
    expect(server.asked).toHaveLength(1);
  });

  it("timeout: it stalls; what had arrived is charged, and the line is closed", async () => {
    const server = await serve(() => ({ kind: "events", events: [chunkOf({ content: START })], ending: "stall" }));
    const outcome = await writeAt(server, { timeoutMs: 400 });
    expect(outcome).toMatchObject({ kind: "failed", failure: "timeout", usage: { outputTokens: Math.ceil(START.length / 3) } });
    await expect.poll(() => server.open()).toBe(0);
  });

  it("timeout: it never begins", async () => {
    const server = await serve(() => ({ kind: "events", events: [": wait\n\n"], ending: "repeat" }));
    expect(await writeAt(server, { timeoutMs: 400 })).toMatchObject({ kind: "failed", failure: "timeout" });
    await expect.poll(() => server.open()).toBe(0);
  });

  it("timeout: it never ends, and the signal says that it is enough; what had arrived is charged", async () => {
    const server = await serve(() => ({
      kind: "events",
      events: [chunkOf({ content: "{" }), chunkOf({ content: " " })],
      ending: "repeat",
    }));
    const outcome = await modelAt(server.baseUrl).write(TASK, AbortSignal.timeout(300));
    expect(outcome).toMatchObject({ kind: "failed", failure: "timeout" });
    expect(outcome.usage.outputTokens).toBeGreaterThan(0);
    await expect.poll(() => server.open()).toBe(0);
  });

  it("schema: it never ends and grows, and is stopped at a length that no draft has", async () => {
    const much = chunkOf({ content: `{"points":"${"very ".repeat(5000)}` });
    const server = await serve(() => ({ kind: "events", events: [much], ending: "repeat" }));
    expect(await writeAt(server)).toMatchObject({ kind: "failed", failure: "schema" });
    await expect.poll(() => server.open()).toBe(0);
  });

  it("schema: it sends bytes without an end that are no text of an answer", async () => {
    const server = await serve(() => ({ kind: "events", events: [`: ${"x".repeat(500_000)}\n\n`], ending: "repeat" }));
    expect(await writeAt(server)).toMatchObject({ kind: "failed", failure: "schema" });
    await expect.poll(() => server.open()).toBe(0);
  });

  it("stops a stream that can become no draft, so that the rest of it is not paid for", async () => {
    const server = await serve(() => ({ kind: "events", events: [chunkOf({ content: "Certainly! " })], ending: "repeat" }));
    expect(await writeAt(server)).toMatchObject({ kind: "failed", failure: "schema" });
    await expect.poll(() => server.open()).toBe(0);
  });
});

describe("an endpoint that does not stream as OpenAI's does", () => {
  it("that answers with a whole completion is read, and asked for whole ones from then on", async () => {
    const server = await serve(() => completionOf(JSON_TEXT));
    const model = modelAt(server.baseUrl);
    for (const about of ["one", "two"])
      expect(await model.write({ ...TASK, about }, new AbortController().signal)).toMatchObject({ kind: "draft", usage: TOLD });
    expect(server.asked.map(({ body }) => body.stream ?? false)).toEqual([true, false]);
  });

  it("that refuses stream_options is asked without them, and not with them again", async () => {
    const server = await serve(({ body }) =>
      body.stream_options === undefined ? streamOf(JSON_TEXT) : refused("stream_options"),
    );
    const model = modelAt(server.baseUrl);
    for (const about of ["one", "two"])
      expect(await model.write({ ...TASK, about }, new AbortController().signal)).toMatchObject({ kind: "draft" });
    expect(server.asked.map(({ body }) => [body.stream, body.stream_options !== undefined])).toEqual([
      [true, true],
      [true, false],
      [true, false],
    ]);
  });

  it.each<[string, Behaviour]>([
    ["with a 400 that names it", refused("stream")],
    ["with a 400 that names nothing", refused(null)],
    ["with a 422", { kind: "json", status: 422, value: { detail: "streaming" } }],
    ["with a 501", { kind: "json", status: 501, value: {}, headers: { "x-should-retry": "false" } }],
  ])("that refuses to stream, %s, is asked for whole answers, and not for streams again", async (_, refusal) => {
    const server = await serve(({ body }) => (body.stream === true ? refusal : completionOf(JSON_TEXT)));
    const model = modelAt(server.baseUrl);
    for (const about of ["one", "two"])
      expect(await model.write({ ...TASK, about }, new AbortController().signal)).toMatchObject({ kind: "draft", draft: DRAFT });
    expect(server.asked.map(({ body }) => body.stream ?? false)).toEqual([true, true, false, false]);
  });

  it("that takes the request in no manner is at fault for something else, and nothing is learned from that", async () => {
    const server = await serve((_, number) => (number < 6 ? refused(null) : streamOf(JSON_TEXT)));
    const model = modelAt(server.baseUrl);
    expect(await model.write(TASK, new AbortController().signal)).toMatchObject({ kind: "failed", failure: "request" });
    expect(await model.write(TASK, new AbortController().signal)).toMatchObject({ kind: "draft" });
    expect(server.asked.at(-1)?.body.stream_options).toEqual({ include_usage: true });
  });

  it("is never asked to stream where the setting says so", async () => {
    const server = await serve(() => completionOf(JSON_TEXT));
    expect(await writeAt(server, { stream: false })).toMatchObject({ kind: "draft" });
    expect(server.asked[0]?.body).not.toHaveProperty("stream");
    expect(server.asked[0]?.body).not.toHaveProperty("stream_options");
  });
});
