import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenAiModel } from "../../../src/adapters/openai/create-openai-model.ts";
import type { OpenAiSettings } from "../../../src/adapters/openai/settings.ts";
import type { ModelOutcome, WritingTask } from "../../../src/domain/model/language-model.ts";
import {
  type AskedCompletion,
  type Behaviour,
  chunkOf,
  completionOf,
  eventOf,
  type FakeCompletions,
  startFakeCompletions,
} from "../../servers/fake-completions.ts";

/**
 * What endpoints are known to do differently, each as a scripted server; docs/llm.md names the endpoints, with sources. A scenario says what
 * the server does to each request and what must come of it.
 */
const TASK: WritingTask = {
  kind: "write",
  purpose: "briefing",
  prose: "copy",
  about: "Norway",
  reading: null,
  turns: [],
  articles: [1, 2].map((at) => ({
    publishedAt: "2024-03-05",
    sentences: [1, 2, 3, 4].map((number) => ({
      number: at * 10 + number,
      text: `Moreira met Solberg in Lisbon, as article ${at} says.`,
    })),
  })),
  quotes: [],
  meetings: [],
  limits: { points: 6, words: 45, quotes: 4 },
};
const LONG: WritingTask = {
  ...TASK,
  articles: TASK.articles.map((article) => ({
    ...article,
    sentences: article.sentences.map((each) => ({ ...each, text: each.text.repeat(30) })),
  })),
};
const ANSWER = JSON.stringify({ points: [{ sentence: 11, keep: [], heading: "", opener: "" }], quotes: [] });
const USAGE = { prompt_tokens: 900, completion_tokens: 20 };

type Body = AskedCompletion["body"] & Record<string, unknown>;
type Server = (body: Body, number: number) => Behaviour;

const json = (status: number, value: unknown): Behaviour => ({ kind: "json", status, value, headers: { "retry-after-ms": "1" } });
const refuse = (error: object): Behaviour => json(400, { error });
const good = (more: object = {}): Behaviour => {
  const choices = [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: ANSWER, ...more } }];
  return { kind: "json", value: { choices, usage: USAGE } };
};
const usedBy = (usage: object): Behaviour => {
  const choices = [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: ANSWER } }];
  return { kind: "json", value: { choices, usage } };
};
const streamed = (...events: string[]): Behaviour => ({ kind: "events", events, ending: "end" });
const DONE = "data: [DONE]\n\n";
const page: Behaviour = { kind: "json", value: "", headers: { "content-type": "text/html; charset=utf-8" } };
/** Serves what has none of these in its request, and refuses the rest as it says. */
const without =
  (isRefused: (body: Body) => boolean, refusal: Behaviour): Server =>
  (body) =>
    isRefused(body) ? refusal : good();
const has = (name: string) => (body: Body) => name in body;
const format = (body: Body) => (body.response_format as { type?: string } | undefined)?.type ?? "none";
const evidenceIn = (body: Body) => body.messages[1]?.content.length ?? 0;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(server: Server): Promise<FakeCompletions> {
  const fake = await startFakeCompletions((asked, number) => server(asked.body as Body, number));
  closing.push(() => fake.close());
  return fake;
}

function modelAt(baseUrl: string, more: Partial<OpenAiSettings> = {}) {
  const plain = { contextTokens: null, outputTokens: 4096, temperature: null, reasoningEffort: null };
  const models = { briefing: "model-b", answer: "model-a", digest: "model-d", reading: "model-r" };
  return createOpenAiModel({
    apiKey: "sk-test",
    baseUrl,
    models,
    prices: null,
    timeoutMs: 5000,
    stream: true,
    ...plain,
    ...more,
  });
}

interface Scenario {
  of: string;
  server: Server;
  settings?: Partial<OpenAiSettings>;
  task?: WritingTask;
  outcome?: Partial<Record<"failure" | "said" | "cutAt", unknown>>;
  /** What the last request looks like. */
  last?: (body: Body) => boolean;
  requests?: number;
  isCut?: false;
}

const LADDER: Scenario[] = [
  {
    of: "OpenAI: takes all of it",
    server: () => streamed(chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), DONE),
    last: (body) => body.stream === true && format(body) === "json_schema",
    requests: 1,
  },
  {
    of: "OpenAI's older models: no json_schema, named by param",
    server: without((body) => format(body) === "json_schema", refuse({ message: "No.", param: "response_format" })),
    last: (body) => format(body) === "json_object" && body.stream === true,
    requests: 2,
  },
  {
    of: "OpenAI's reasoning models: no temperature, named by param",
    server: without(has("temperature"), refuse({ message: "No.", param: "temperature", code: "unsupported_value" })),
    settings: { temperature: 0.2 },
    last: (body) => !("temperature" in body) && format(body) === "json_schema",
    requests: 2,
  },
  {
    of: "OpenAI's plain models: no reasoning_effort, named by param",
    server: without(has("reasoning_effort"), refuse({ message: "No.", param: "reasoning_effort" })),
    settings: { reasoningEffort: "low" },
    last: (body) => !("reasoning_effort" in body) && body.stream === true,
    requests: 2,
  },
  {
    of: "Mistral: refuses max_completion_tokens by a validator's list below message",
    server: without(
      has("max_completion_tokens"),
      json(422, {
        object: "error",
        message: {
          detail: [{ type: "extra_forbidden", loc: ["body", "max_completion_tokens"], msg: "Extra inputs are not permitted" }],
        },
        type: "invalid_request_error",
      }),
    ),
    last: (body) => body["max_tokens"] === 4096 && body.stream === true,
    requests: 2,
  },
  {
    of: "Mistral, older: the list stands alone",
    server: without(
      has("max_completion_tokens"),
      json(422, { detail: [{ loc: ["body", "max_completion_tokens"], msg: "Extra inputs are not permitted" }] }),
    ),
    last: (body) => "max_tokens" in body && format(body) === "json_schema",
    requests: 2,
  },
  {
    of: "Mistral: no stream_options",
    server: without(
      has("stream_options"),
      json(422, { detail: [{ loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }] }),
    ),
    last: (body) => body.stream === true && !("stream_options" in body),
    requests: 2,
  },
  {
    of: "Groq: a model without json_schema, without a param",
    server: without(
      (body) => format(body) === "json_schema",
      refuse({ message: "This model does not support response format `json_schema`", type: "invalid_request_error" }),
    ),
    last: (body) => format(body) === "json_object",
  },
  {
    of: "Groq: JSON that its validator refuses",
    server: without(
      (body) => format(body) !== "none",
      refuse({ message: "Failed to generate JSON", type: "invalid_request_error", code: "json_validate_failed" }),
    ),
    last: (body) => format(body) === "none",
  },
  {
    of: "LM Studio: knows json_schema and text, says so in one string",
    server: without(
      (body) => format(body) === "json_object" || "stream_options" in body,
      json(400, { error: "'response_format.type' must be 'json_schema' or 'text'" }),
    ),
    last: (body) => format(body) === "json_schema",
    requests: 2,
  },
  {
    of: "llama.cpp: built without schemas",
    server: without(
      (body) => format(body) === "json_schema",
      json(400, { error: { code: 400, message: "Unsupported", type: "invalid_request_error" } }),
    ),
    last: (body) => format(body) === "json_object",
  },
  {
    of: "vLLM: no structured output, no wrapper around its errors",
    server: without(
      (body) => format(body) !== "none",
      json(400, { object: "error", message: "No.", type: "BadRequestError", param: null, code: 400 }),
    ),
    last: (body) => format(body) === "none",
  },
  {
    of: "Azure with an old version: no max_completion_tokens",
    server: without(
      has("max_completion_tokens"),
      refuse({
        message: "Unrecognized request argument supplied: max_completion_tokens",
        param: null,
        type: "invalid_request_error",
      }),
    ),
    last: (body) => "max_tokens" in body,
  },
  {
    of: "Azure: no stream_options",
    server: without(has("stream_options"), refuse({ message: "Unknown parameter", param: "stream_options.include_usage" })),
    last: (body) => body.stream === true,
    requests: 2,
  },
  {
    of: "Gemini's layer: a list of errors",
    server: without(
      has("stream_options"),
      json(400, [{ error: { code: 400, message: "Unknown name", status: "INVALID_ARGUMENT" } }]),
    ),
    last: (body) => body.stream === true,
    requests: 2,
  },
  {
    of: "a server that knows no limit at all",
    server: without(
      (body) => "max_tokens" in body || "max_completion_tokens" in body,
      refuse({ message: "No.", param: "max_tokens" }),
    ),
    last: (body) => !("max_tokens" in body) && !("max_completion_tokens" in body),
  },
  {
    of: "a server that knows model and messages only",
    server: without(
      (body) => Object.keys(body).some((key) => !["model", "messages", "max_tokens"].includes(key)),
      refuse({ message: "No." }),
    ),
    last: (body) => format(body) === "none" && body.stream === undefined,
  },
  {
    of: "a server that does not implement streams (501)",
    server: without((body) => body.stream === true, json(501, { error: { message: "Streams are not implemented" } })),
    last: (body) => body.stream === undefined,
  },
];

const READING: Scenario[] = [
  {
    of: "Ollama: a stream without the usage at its end",
    server: () => streamed(chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), DONE),
  },
  { of: "Ollama: thinks aloud before it answers", server: () => good({ content: `<think>Which? {1}</think>\n${ANSWER}` }) },
  {
    of: "DeepSeek on vLLM: thoughts in reasoning_content",
    server: () => good({ reasoning_content: "Let me see.", content: ANSWER }),
  },
  {
    of: "vLLM's parser: the answer in reasoning_content, no content",
    server: () => good({ reasoning_content: `So.\n${ANSWER}`, content: null }),
  },
  { of: "OpenRouter: the answer in reasoning", server: () => good({ reasoning: ANSWER, content: "" }) },
  {
    of: "a stream of thoughts, and then the answer",
    server: () =>
      streamed(chunkOf({ reasoning_content: "Hm." }), chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), DONE),
  },
  {
    of: "Groq: thoughts streamed in reasoning",
    server: () => streamed(chunkOf({ reasoning: "Hm." }), chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), DONE),
  },
  {
    of: "Anthropic's layer: ignores response_format and greets",
    server: () => good({ content: `Sure! Here it is:\n\`\`\`json\n${ANSWER}\n\`\`\`` }),
  },
  { of: "Gemini's layer: a fence without a language", server: () => good({ content: `\`\`\`\n${ANSWER}\n\`\`\`` }) },
  { of: "LM Studio: no usage", server: () => ({ kind: "json", value: { choices: [{ message: { content: ANSWER } }] } }) },
  { of: "llama.cpp: no finish_reason", server: () => streamed(chunkOf({ content: ANSWER }), DONE) },
  {
    of: "OpenRouter: comments keep the stream open",
    server: () => streamed(": OPENROUTER PROCESSING\n\n", chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), DONE),
  },
  {
    of: "Mistral: pieces cut in the middle of a character",
    server: () => ({
      kind: "bytes",
      pieces: halves(
        Buffer.from(`${chunkOf({ content: ANSWER.replace("Norway", "Nørway") })}${chunkOf({}, { finish: "stop" })}${DONE}`),
      ),
    }),
  },
  { of: "a proxy: whole JSON although a stream was asked for", server: () => completionOf(ANSWER) },
  {
    of: "Azure: a first piece without choices, for its filter's results",
    server: () =>
      streamed(
        eventOf({ choices: [], prompt_filter_results: [] }),
        chunkOf({ content: ANSWER }),
        chunkOf({}, { finish: "stop" }),
        DONE,
      ),
  },
  {
    of: "vLLM: the usage comes in a last piece without choices",
    server: () =>
      streamed(chunkOf({ content: ANSWER }), chunkOf({}, { finish: "stop" }), eventOf({ choices: [], usage: USAGE }), DONE),
  },
];

const FAILING: Scenario[] = [
  {
    of: "OpenAI: no credit, as too many requests",
    server: () =>
      json(429, {
        error: { message: "You exceeded your current quota.", code: "insufficient_quota", type: "insufficient_quota" },
      }),
    outcome: { failure: "credit", said: "You exceeded your current quota." },
  },
  {
    of: "OpenRouter: no credit (402)",
    server: () => json(402, { error: { code: 402, message: "Insufficient credits" } }),
    outcome: { failure: "credit", said: "Insufficient credits" },
    requests: 1,
  },
  {
    of: "OpenRouter: moderation has the status of a wrong key",
    server: () =>
      json(403, { error: { code: 403, message: "Flagged", metadata: { reasons: ["violence"], flagged_input: "…" } } }),
    outcome: { failure: "filter", said: "Flagged" },
  },
  {
    of: "OpenRouter: an error with status 200",
    server: () => json(200, { error: { code: 402, message: "Insufficient credits" } }),
    outcome: { failure: "credit" },
  },
  {
    of: "OpenRouter: an error in the middle of a stream",
    server: () => streamed(chunkOf({ content: "{" }), eventOf({ error: { code: 502, message: "Provider disconnected" } })),
    outcome: { failure: "server", said: "Provider disconnected" },
  },
  {
    of: "OpenAI: an unknown model",
    server: () => json(404, { error: { message: "The model `model-b` does not exist", code: "model_not_found" } }),
    outcome: { failure: "not-found", said: "The model `model-b` does not exist" },
    requests: 1,
  },
  {
    of: "Ollama: an unknown model",
    server: () => json(404, { error: { message: 'model "model-b" not found, try pulling it first', type: "api_error" } }),
    outcome: { failure: "not-found", said: 'model "model-b" not found, try pulling it first' },
  },
  {
    of: "OpenRouter: an unknown model is a bad request",
    server: () => json(400, { error: { message: "model-b is not a valid model ID", code: "model_not_found" } }),
    outcome: { failure: "not-found" },
    requests: 1,
  },
  {
    of: "Azure: an unknown deployment",
    server: () =>
      json(404, { error: { code: "DeploymentNotFound", message: "The API deployment for this resource does not exist." } }),
    outcome: { failure: "not-found", said: "The API deployment for this resource does not exist." },
  },
  {
    of: "Azure: its filter stops the prompt",
    server: () =>
      refuse({ message: "The response was filtered", type: null, param: "prompt", code: "content_filter", status: 400 }),
    outcome: { failure: "filter", said: "The response was filtered" },
    requests: 1,
  },
  {
    of: "Azure: its filter stops the answer",
    server: () => completionOf("{", { finish: "content_filter" }),
    outcome: { failure: "filter" },
  },
  {
    of: "Mistral: a wrong key, said in one field",
    server: () => json(401, { detail: "Unauthorized" }),
    outcome: { failure: "key", said: "Unauthorized" },
    requests: 1,
  },
  {
    of: "OpenAI: a wrong key, of which its message shows a part",
    server: () =>
      json(401, {
        error: { message: "Incorrect API key provided: sk-te**st. Find yours at the website.", code: "invalid_api_key" },
      }),
    outcome: { failure: "key", said: "Incorrect API key provided: … Find yours at the website." },
  },
  { of: "an address without /v1: a web page", server: () => page, outcome: { failure: "web-page" }, requests: 1 },
  {
    of: "a proxy's own page for an error",
    server: () => ({
      kind: "json",
      status: 502,
      value: "Bad gateway",
      headers: { "content-type": "text/html", "retry-after-ms": "1" },
    }),
    outcome: { failure: "server", said: "it answered with a web page" },
  },
  {
    of: "Anthropic's layer: too many requests",
    server: () => json(429, { error: { type: "rate_limit_error", message: "Slow down" } }),
    outcome: { failure: "rate-limit", said: "Slow down" },
  },
  {
    of: "Groq: tokens a minute, as a request that is too large",
    server: () => json(413, { error: { message: "Request too large for model", code: "rate_limit_exceeded" } }),
    outcome: { failure: "context", said: "Request too large for model" },
  },
  {
    of: "Gemini's layer: a wrong key is a bad request",
    server: () =>
      json(400, [
        {
          error: {
            ...{ code: 400, message: "API key not valid: AIzaSyA1b2C3.", status: "INVALID_ARGUMENT" },
            details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID" }, { locale: "en-US" }],
          },
        },
      ]),
    outcome: { failure: "key", said: "API key not valid: …" },
    requests: 1,
  },
];

const fits = (characters: number, refusal: Behaviour): Server => without((body) => evidenceIn(body) > characters, refusal);
const CONTEXT: Scenario[] = [
  {
    of: "OpenAI: the context is too long, by its code",
    server: fits(8000, refuse({ message: "Too long.", code: "context_length_exceeded" })),
    task: LONG,
    last: (body) => evidenceIn(body) <= 8000 && format(body) === "json_schema",
    requests: 2,
  },
  {
    of: "llama.cpp: the same by its type",
    server: fits(4000, json(400, { error: { code: 400, message: "exceeds", type: "exceed_context_size_error", n_ctx: 4096 } })),
    task: LONG,
    last: (body) => evidenceIn(body) <= 4000,
    requests: 3,
  },
  {
    of: "llama.cpp, once: the same with status 200",
    server: fits(8000, json(200, { error: { code: 400, message: "exceeds", type: "exceed_context_size_error" } })),
    task: LONG,
    last: (body) => evidenceIn(body) <= 8000,
  },
  {
    of: "Anthropic's layer: a request that is too large (413)",
    server: fits(8000, json(413, { error: { type: "request_too_large", message: "Too large." } })),
    task: LONG,
    last: (body) => evidenceIn(body) <= 8000,
    requests: 2,
  },
  {
    of: "vLLM: a bad request without a code, whatever is given up",
    server: fits(
      8000,
      json(400, {
        object: "error",
        message: "This model's maximum context length is 4096 tokens.",
        type: "BadRequestError",
        code: 400,
      }),
    ),
    task: LONG,
    last: (body) => evidenceIn(body) <= 8000,
  },
  {
    of: "nothing that is short enough",
    server: () => refuse({ message: "Too long.", code: "context_length_exceeded" }),
    task: LONG,
    outcome: { failure: "context", said: "Too long." },
    requests: 4,
  },
  {
    of: "the context is set: less is sent at once",
    server: fits(9000, refuse({ message: "Too long." })),
    settings: { contextTokens: 7000 },
    task: LONG,
    requests: 1,
  },
  {
    of: "Ollama: reads the beginning of a longer prompt, and says nothing",
    server: () => usedBy({ prompt_tokens: 2048, completion_tokens: 9 }),
    task: LONG,
    outcome: { cutAt: 2048 },
  },
  {
    of: "a short prompt is not cut, however little is counted",
    server: () => usedBy({ prompt_tokens: 5, completion_tokens: 9 }),
    isCut: false,
  },
];

function halves(bytes: Buffer): Buffer[] {
  const at = Math.floor(bytes.length / 2);
  return [bytes.subarray(0, at), bytes.subarray(at)];
}

const ALL = [...LADDER, ...READING, ...FAILING, ...CONTEXT];

describe("an endpoint as it is known to be", () => {
  it("is one of at least fifty", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(50);
    expect(new Set(ALL.map((each) => each.of)).size).toBe(ALL.length);
  });

  it("stands in the table of the docs with a source, and the docs say how many there are", () => {
    const page = readFileSync("docs/llm.md", "utf8");
    const rows = page.split("\n").filter((line) => /^\| .*\| `https?:/.test(line));
    const names = rows.map((row) => /^\| ([\p{L}.]+)/u.exec(row)?.[1] ?? "");
    expect(names).toHaveLength(11);
    for (const name of names) expect(ALL.filter((each) => each.of.startsWith(name)).length, name).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/\]\(https:\/\/[^)]+\) +\|$/);
    expect(page).toContain(`${ALL.length} scenarios`);
  });

  it.each(ALL.map((each) => [each.of, each] as const))(
    "%s",
    async (_, { server, settings, task, outcome, last, requests, isCut }) => {
      const fake = await serve(server);
      const result: ModelOutcome = await modelAt(fake.baseUrl, settings).write(task ?? TASK, new AbortController().signal);
      if (outcome?.failure === undefined) expect(result).toMatchObject({ kind: "draft", draft: { copies: [{ sentence: 11 }] } });
      if (outcome !== undefined) expect(result).toMatchObject(outcome);
      if (isCut === false) expect(result).not.toHaveProperty("cutAt");
      if (requests !== undefined) expect(fake.asked).toHaveLength(requests);
      expect(last?.(fake.asked.at(-1)?.body as Body) ?? true).toBe(true);
    },
  );
});

describe("what was learned of an endpoint", () => {
  it("is remembered for its model: no call tries again what was refused", async () => {
    const fake = await serve(
      without(has("max_completion_tokens"), json(422, { detail: [{ loc: ["body", "max_completion_tokens"], msg: "" }] })),
    );
    const model = modelAt(fake.baseUrl);
    await model.write(TASK, new AbortController().signal);
    await model.write({ ...TASK, about: "Sweden" }, new AbortController().signal);
    expect(fake.asked).toHaveLength(3);
    await model.write({ ...TASK, purpose: "answer" }, new AbortController().signal);
    expect(fake.asked).toHaveLength(5);
  });

  it.each([
    ["was refused", fits(4000, refuse({ message: "Too long.", code: "context_length_exceeded" }))],
    ["was cut", () => usedBy({ prompt_tokens: 1500, completion_tokens: 9 })],
  ])("is remembered of a length that %s: the next prompt is short from the start", async (_, server) => {
    const fake = await serve(server);
    const model = modelAt(fake.baseUrl);
    await model.write(LONG, new AbortController().signal);
    const before = fake.asked.length;
    await model.write({ ...LONG, about: "Sweden" }, new AbortController().signal);
    expect(fake.asked).toHaveLength(before + 1);
    expect(evidenceIn(fake.asked.at(-1)?.body as Body)).toBeLessThan(evidenceIn(fake.asked[0]?.body as Body) / 2);
  });

  it("keeps the numbers of what is sent when evidence is left out", async () => {
    const fake = await serve(fits(8000, refuse({ message: "Too long.", code: "context_length_exceeded" })));
    await modelAt(fake.baseUrl).write(LONG, new AbortController().signal);
    const sent = [...(fake.asked.at(-1)?.body.messages[1]?.content.matchAll(/"number":(\d+)/g) ?? [])].map((match) => match[1]);
    expect(sent).toEqual(["11", "12", "21", "22"]);
  });

  it("does not blame the manner of asking where only the length was the trouble", async () => {
    const fake = await serve(fits(8000, json(400, { message: "maximum context length", code: 400 })));
    const model = modelAt(fake.baseUrl);
    await model.write(LONG, new AbortController().signal);
    await model.write(TASK, new AbortController().signal);
    expect(fake.asked.at(-1)?.body).toMatchObject({ stream: true, response_format: { type: "json_schema" } });
  });
});

describe("what is paid for", () => {
  it("is told apart by what the endpoint had in its cache", async () => {
    const usage = { prompt_tokens: 1000, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 800 } };
    const fake = await serve(() => usedBy(usage));
    const model = modelAt(fake.baseUrl, { prices: { input: 1, output: 4, cached: 0.1 } });
    const outcome = await model.write(TASK, new AbortController().signal);
    expect(outcome.usage).toEqual({ inputTokens: 1000, outputTokens: 100, cachedTokens: 800 });
    expect(model.costMicros(outcome.usage)).toBe(200 + 80 + 400);
  });

  it("is the prompt of a request that ran into the time limit", async () => {
    const fake = await serve(() => ({ kind: "hang" }));
    const stop = new AbortController();
    const model = modelAt(fake.baseUrl);
    const writing = model.write(TASK, stop.signal);
    await expect.poll(() => fake.asked.length, { timeout: 10_000 }).toBe(1);
    stop.abort();
    const { inputTokens } = model.estimate(TASK);
    expect(await writing).toMatchObject({ kind: "failed", failure: "timeout", usage: { inputTokens, outputTokens: 0 } });
  });

  it("begins with what stays the same: rules and articles before the question", async () => {
    const fake = await serve(() => good());
    const model = modelAt(fake.baseUrl);
    for (const about of ["Norway", "What did they say?"]) await model.write({ ...TASK, about }, new AbortController().signal);
    const [first = "", second = ""] = fake.asked.map(({ body }) => body.messages.map((message) => message.content).join("\n"));
    const shared = [...first].findIndex((character, at) => character !== second[at]);
    expect(shared).toBeGreaterThan(first.indexOf("as article 2 says"));
  });
});
