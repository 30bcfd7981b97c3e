import { beforeEach, describe, expect, it } from "vitest";
import { createWorkSpans, type WorkSpans } from "../../../src/adapters/operations/span-work.ts";
import type { Article } from "../../../src/domain/evidence/article.ts";
import type { WritingTask } from "../../../src/domain/model/language-model.ts";
import type { ArticleReader } from "../../../src/domain/sources/readers.ts";
import type { Fetched, Fetcher } from "../../../src/domain/sources/web.ts";
import { always, createFakePoster } from "../../fakes/digest-poster.ts";
import { createFakeModel, draftOf } from "../../fakes/language-model.ts";
import { createFakeTracer, type FakeTracer } from "../../fakes/tracer.ts";

const REQUEST = { url: "https://me:hunter2@feeds.velm.example/a?key=hunter2", want: "feed", validators: null } as const;
const TASK: WritingTask = {
  kind: "write",
  purpose: "answer",
  prose: "copy",
  about: "What did hunter2 say?",
  reading: null,
  turns: [],
  articles: [{ publishedAt: null, sentences: [{ number: 1, text: "hunter2 met nobody." }] }],
  quotes: [],
  meetings: [],
  limits: { points: 3, words: 40, quotes: 2 },
};
const MESSAGE = { workspaceId: "hunter2", channelId: "hunter2", key: "hunter2", payload: {}, rootId: null, topic: "hunter2" };

describe("the spans of what is worked", () => {
  let tracer: FakeTracer;
  let spans: WorkSpans;

  beforeEach(() => {
    tracer = createFakeTracer();
    spans = createWorkSpans(tracer);
  });

  function fetcherOf(fetched: Fetched): Fetcher {
    return spans.fetcher({ get: async () => fetched, close: async () => undefined });
  }

  it("say of a fetch what was wanted, how much came, and the kind of a failure", async () => {
    const content = {
      url: REQUEST.url,
      contentType: "",
      body: new Uint8Array(7),
      maxAgeMs: null,
      etag: null,
      lastModified: null,
    };
    await fetcherOf({ kind: "content", content }).get(REQUEST);
    const failure = { trouble: "timeout", sentence: "hunter2 did not answer.", retryAfterMs: null } as const;
    expect(await fetcherOf({ kind: "failed", failure }).get(REQUEST)).toEqual({ kind: "failed", failure });
    expect(tracer.spans).toEqual([
      {
        name: "attache.fetch",
        attributes: { "attache.fetch.want": "feed", "attache.outcome": "content", "http.response.body.size": 7 },
        failed: null,
      },
      { name: "attache.fetch", attributes: { "attache.fetch.want": "feed", "attache.outcome": "failed" }, failed: "timeout" },
    ]);
  });

  it("say of an article how long it is and how much was found, and stand around its transaction", async () => {
    const article: Article = {
      id: "hunter2",
      title: "hunter2",
      text: "hunter2 spoke.",
      publishedAt: null,
      url: null,
      publisher: null,
      author: null,
      language: null,
    };
    const nothing = { summary: [], quotes: [], people: [], meetings: [], countries: [], sentences: [] };
    await spans.extract(async () => nothing)(article);
    const stored = spans.evidence({ write: () => Promise.reject(new Error("hunter2")) });
    await expect(stored.write("hunter2", async () => 1)).rejects.toThrow("hunter2");
    expect(tracer.spans).toEqual([
      {
        name: "attache.ingest.extract",
        attributes: { "attache.characters": 14, "attache.quotes": 0, "attache.people": 0, "attache.meetings": 0 },
        failed: null,
      },
      { name: "attache.ingest.store", attributes: {}, failed: null },
    ]);
  });

  it("say of a search how many terms it had and how many articles it found", async () => {
    const reader: Pick<ArticleReader, "ids"> = { ids: async () => ["hunter2", "hunter3"] };
    const searched = spans.articles({ ...unused, ...reader });
    expect(await searched.ids("hunter2", { terms: ["hunter2"], limit: 5 })).toEqual(["hunter2", "hunter3"]);
    expect(tracer.spans).toEqual([
      { name: "attache.search", attributes: { "attache.terms": 1, "attache.found": 2 }, failed: null },
    ]);
  });

  it("say of a call to the language model its purpose, model, tokens and failure", async () => {
    const signal = new AbortController().signal;
    await spans.model(createFakeModel(() => draftOf({}))).write(TASK, signal);
    const usage = { inputTokens: 3, outputTokens: 0 };
    const failing = createFakeModel(() => ({ kind: "failed", failure: "key", usage, said: "Key hunter2 is wrong." }));
    await spans.model(failing).write(TASK, signal);
    const attributes = { "attache.purpose": "answer", "attache.task": "write", "gen_ai.request.model": "fake-answer" };
    expect(tracer.spans).toEqual([
      {
        name: "attache.model.call",
        attributes: { ...attributes, "gen_ai.usage.input_tokens": 100, "gen_ai.usage.output_tokens": 10 },
        failed: null,
      },
      {
        name: "attache.model.call",
        attributes: { ...attributes, "gen_ai.usage.input_tokens": 3, "gen_ai.usage.output_tokens": 0 },
        failed: "key",
      },
    ]);
  });

  it("say of a post its platform and outcome, with the platform's code", async () => {
    const poster = createFakePoster();
    const posting = spans.poster(poster);
    await posting.post(MESSAGE, always);
    poster.failNext({ kind: "refused", code: "msg_too_long" });
    await posting.post(MESSAGE, always);
    poster.failNext({ kind: "rate-limited", retryAfterMs: 5, scope: "channel" });
    await posting.post(MESSAGE, always);
    expect(tracer.spans.map(({ attributes, failed }) => [attributes["attache.outcome"], failed])).toEqual([
      ["posted", null],
      ["refused", "msg_too_long"],
      ["rate-limited", "rate-limited"],
    ]);
    expect(JSON.stringify(tracer.spans)).not.toContain("hunter2");
  });
});

const unused: ArticleReader = {
  find: async () => [],
  ids: async () => [],
  load: async () => [],
  revisions: async () => [],
  textsOf: async () => new Map(),
  count: async () => 0,
  isEmpty: async () => true,
  frequencies: async () => ({ total: 0, holding: new Map() }),
};
