import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Session } from "../../src/adapters/terminal/program.ts";
import { createProgram } from "../../src/app/app.ts";
import { type Config, loadConfig } from "../../src/config/config.ts";
import type { Document } from "../../src/domain/chat/document.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { LISBON } from "../fakes/evidence.ts";
import {
  type AskedCompletion,
  type Behaviour,
  chunkOf,
  completionOf,
  eventOf,
  type FakeCompletions,
  startFakeCompletions,
  streamOf,
} from "../servers/fake-completions.ts";

/** The whole program with a language model's endpoint of ours: real store, real commands, real SDK. */

const BRIEFING = { kind: "briefing" as const, topic: "portugal-norway" };
const QUESTION = { kind: "ask" as const, question: "What did Moreira and Solberg discuss?" };
const OWN = "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4.";

let place: ReturnType<typeof temporaryFolder>;
let server: FakeCompletions;
let behave: (asked: AskedCompletion) => Behaviour;
let session: Session;
let said: string[];

beforeEach(async () => {
  place = temporaryFolder();
  said = [];
  server = await startFakeCompletions((asked) => behave(asked));
  session = await open({});
  async function* read() {
    yield { kind: "article" as const, article: LISBON };
  }
  for await (const result of session.ingest(read(), new AbortController().signal)) expect(result.status).toBe("new");
  // That the store is new.
  said = [];
});

afterEach(async () => {
  await session.close();
  await server.close();
  place.remove();
});

async function open(env: Record<string, string>): Promise<Session> {
  const config: Config = loadConfig({
    DATABASE_URL: `file:${place.path("store.db")}`,
    OPENAI_API_KEY: "sk-hunter2",
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: "model-x",
    OPENAI_PROSE: "checked",
    OPENAI_TIMEOUT_MS: "8000",
    ...env,
  });
  return createProgram(() => config).openSession({ say: (sentence) => said.push(sentence) });
}

/** What the program answers without a key. */
async function localAnswer(): Promise<object> {
  const local = await createProgram(() => loadConfig({ DATABASE_URL: `file:${place.path("store.db")}` })).openSession();
  try {
    return (await local.answer(QUESTION)).data;
  } finally {
    await local.close();
  }
}

/** The numbers of the sentences that hold the words, as the endpoint was shown them. */
function shownNumbers({ body }: AskedCompletion, words: string): number[] {
  const data = JSON.parse(body.messages[1]?.content.split("\n")[1] ?? "{}");
  const sentences: { number: number; text: string }[] = data.articles.flatMap(
    (article: { sentences: object[] }) => article.sentences,
  );
  return sentences.filter((sentence) => sentence.text.includes(words)).map((sentence) => sentence.number);
}

/** Writes one sentence; asked whether it follows, it says so. */
function pointing(text: string, words: string, verdict: object = { follows: true }): (asked: AskedCompletion) => Behaviour {
  return (asked) =>
    asked.body.messages[1]?.content.includes('"claims"') === true
      ? streamOf(JSON.stringify({ verdicts: [{ number: 1, ...verdict }] }))
      : streamOf(JSON.stringify({ points: [{ text, sentences: shownNumbers(asked, words) }], meetings: [], quotes: [] }));
}

function wordsIn(document: Document): string {
  return JSON.stringify([...document.blocks, ...document.detail]);
}

describe("with a language model that points", () => {
  it("briefs in the articles' sentences under the model's headings, and shows no word that the model wrote", async () => {
    await session.close();
    session = await open({ OPENAI_PROSE: "copy" });
    behave = (asked) => {
      const [sentence] = shownNumbers(asked, "in Lisbon");
      const point = { sentence, keep: [{ from: 1, to: 2 }], heading: "Talks", opener: "Also", text: "Norway sank." };
      return streamOf(
        `<think>{not yet}</think>Sure!\n${JSON.stringify({ points: [point, "nonsense", { sentence: 99 }], quotes: [1] })}`,
      );
    };
    const { document, data } = await session.answer(BRIEFING);
    expect(data).toMatchObject({ summary: [{ text: `Also, ${OWN}`, citations: [{ articleId: "lisbon", text: OWN }] }] });
    expect(wordsIn(document)).not.toContain("sank");
    expect(wordsIn(document)).toContain("Chosen and shortened by model-x; the words are the articles' own.");
  });
});

describe("with a language model", () => {
  it("briefs in its sentences, keeps the JSON's shape, and says who wrote", async () => {
    behave = pointing("Ana Moreira and Erik Solberg met in Lisbon on 4 March 2024.", "in Lisbon");
    const { document, data } = await session.answer(BRIEFING);
    expect(data).toMatchObject({
      topic: "portugal-norway",
      summary: [
        { text: "Ana Moreira and Erik Solberg met in Lisbon on 4 March 2024.", citations: [{ articleId: "lisbon", text: OWN }] },
      ],
    });
    expect(Object.keys(data)).toEqual(["topic", "summary", "quotes", "meetings", "people", "sources"]);
    expect(wordsIn(document)).toContain("Written by model-x from the passages it cites.");
  });

  it("answers in its sentences, keeps the JSON's shape, and says who wrote", async () => {
    behave = pointing("Ana Moreira and Erik Solberg met in Lisbon.", "in Lisbon");
    const { document, data } = await session.answer(QUESTION);
    expect(data).toMatchObject({ answer: "Ana Moreira and Erik Solberg met in Lisbon." });
    expect(Object.keys(data)).toEqual(["answer", "citations"]);
    expect(wordsIn(document)).toContain("Written by model-x");
  });

  it("pays for a text once, in this process and in the next", async () => {
    behave = pointing("Ana Moreira and Erik Solberg met in Lisbon on 4 March 2024.", "in Lisbon");
    const first = await session.answer(BRIEFING);
    await session.close();
    session = await open({});
    expect((await session.answer(BRIEFING)).data).toEqual(first.data);
    expect(server.asked).toHaveLength(2);
  });

  it("asks the endpoint once more whether its sentence follows, and shows the passage where it says no", async () => {
    behave = pointing("Ana Moreira and Erik Solberg met in Lisbon on 4 March 2024.", "in Lisbon", { follows: "no" });
    const { document, data } = await session.answer({ ...BRIEFING, explain: true });
    expect(data).toMatchObject({ summary: [{ text: OWN, citations: [{ articleId: "lisbon", text: OWN }] }] });
    expect(server.asked[1]?.body).toMatchObject({ model: "model-x", response_format: { type: "json_schema" } });
    expect(server.asked[1]?.body.messages[1]?.content).not.toContain("fisheries");
    expect(wordsIn(document)).toContain("asked again, the model says that it does not follow");
  });

  it("explains to a terminal what was refused and why, word for word", async () => {
    behave = pointing("Ana Moreira and Erik Solberg met in Sweden on March 4.", "in Lisbon");
    const { document } = await session.answer({ ...BRIEFING, explain: true });
    expect(document.audience).toBe("asker");
    expect(wordsIn(document)).toContain("met in Sweden");
    expect(wordsIn(document)).toContain("no passage names its person, place or thing");
    const plain = await session.answer(BRIEFING);
    expect(wordsIn(plain.document)).not.toContain("Sweden");
    expect(wordsIn(plain.document)).toContain("How it was written");
  });

  it("shows tokens, cost and refusals by day and purpose in the status", async () => {
    await session.close();
    session = await open({ OPENAI_PRICE_INPUT: "0.4", OPENAI_PRICE_OUTPUT: "1.6", OPENAI_DAILY_DOLLARS: "2" });
    behave = pointing("Ana Moreira and Erik Solberg met in Sweden on March 4.", "in Lisbon");
    await session.answer(BRIEFING);
    const { data, document } = await session.answer({ kind: "status" });
    expect(data).toMatchObject({
      model: {
        models: { briefing: "model-x", answer: "model-x", digest: "model-x" },
        cap: { costMicros: 2_000_000 },
        days: [
          { purpose: "briefing", calls: 1, inputTokens: 1000, outputTokens: 100, costDollars: 0.00056, rejected: { name: 1 } },
        ],
      },
    });
    expect(wordsIn(document)).toContain("1,000 tokens in, 100 out, $0.0006; refused sentences: name 1.");
  });

  it("switches to the local engine where the day's budget is spent, and says so", async () => {
    await session.close();
    session = await open({ OPENAI_DAILY_TOKENS: "10" });
    const { document, data } = await session.answer(BRIEFING);
    expect(data).toMatchObject({
      summary: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining(OWN) })]),
    });
    expect(wordsIn(document)).toContain("Local engine: today's budget for the language model is spent.");
    expect(server.asked).toEqual([]);
    expect(said).toEqual(["Written by the local engine: today's budget for the language model is spent."]);
  });

  const error = (status: number): Behaviour => ({
    kind: "json",
    status,
    value: { error: { message: "no" } },
    headers: { "retry-after-ms": "1" },
  });
  it.each<[string, Behaviour]>([
    ["refuses the key", error(401)],
    ["does not know this model", error(404)],
    ["accepts no more requests", error(429)],
    ["server failed", error(500)],
    ["could not be reached", { kind: "cut", text: "{" }],
    ["was cut off", completionOf('{"points":[{"te')],
    ["answer had the wrong format", completionOf('{"summary":"fine"}')],
    ["declined", completionOf(null, { refusal: "No." })],
    ["answer was empty", { kind: "json", value: { choices: [] } }],
    ["was cut off", { kind: "events", events: [chunkOf({ content: '{"points":[{"te' })], ending: "cut" }],
    ["server failed", { kind: "events", events: [chunkOf({ content: "{" }), eventOf({ error: {} })], ending: "stall" }],
    ["did not answer in time", { kind: "events", events: [chunkOf({ content: '{"points":[{"te' })], ending: "stall" }],
    [
      "no sentence from the language model passed the check",
      completionOf('{"points":[{"text":"Norway joined the European Union.","sentences":[99]}],"meetings":[],"quotes":[]}'),
    ],
  ])("falls back to the local engine's text, labelled and told once: %s", async (words, behaviour) => {
    behave = () => behaviour;
    const briefing = await session.answer(BRIEFING);
    expect(briefing.data).toMatchObject({
      summary: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining(OWN) })]),
    });
    expect(wordsIn(briefing.document)).toContain("Local engine: ");
    expect(wordsIn(briefing.document)).toContain(words);
    const answer = await session.answer(QUESTION);
    expect(answer.data).toEqual(await localAnswer());
    expect(wordsIn(answer.document)).toContain(words);
    expect(said.length).toBeLessThanOrEqual(1);
    expect(said.join(" ")).not.toContain("hunter2");
  });

  it("shows nothing of a stream that never ends, however good it began", async () => {
    await session.close();
    session = await open({ OPENAI_TIMEOUT_MS: "1000" });
    const begun = '{"points":[{"text":"Ana Moreira and Erik Solberg met in Lisbon on 4 March 2024.","sentences":[1]},';
    behave = () => ({ kind: "events", events: [chunkOf({ content: begun }), chunkOf({ content: " " })], ending: "repeat" });
    const { document } = await session.answer(BRIEFING);
    expect(wordsIn(document)).not.toContain("met in Lisbon on 4 March 2024");
    expect(wordsIn(document)).toContain("Local engine: the language model did not answer in time.");
    await expect.poll(() => server.open()).toBe(0);
  });

  it("falls back within the time that is set where the endpoint says nothing", async () => {
    await session.close();
    session = await open({ OPENAI_TIMEOUT_MS: "1000" });
    behave = () => ({ kind: "trickle" });
    const { document } = await session.answer(BRIEFING);
    expect(wordsIn(document)).toContain("Local engine: the language model did not answer in time.");
  });
});

describe("without a language model", () => {
  it("asks nobody, says nothing of one, and explains that the local engine wrote", async () => {
    await session.close();
    session = await createProgram(() => loadConfig({ DATABASE_URL: `file:${place.path("store.db")}` })).openSession();
    const { document, data } = await session.answer(BRIEFING);
    expect(data).toMatchObject({
      summary: expect.arrayContaining([expect.objectContaining({ text: expect.stringContaining(OWN) })]),
    });
    expect(wordsIn(document)).not.toMatch(/engine|How it was written/);
    const explained = await session.answer({ ...BRIEFING, explain: true });
    expect(wordsIn(explained.document)).toContain("no language model is set up");
    expect((await session.answer({ kind: "status" })).data).not.toHaveProperty("model");
    expect(server.asked).toEqual([]);
  });
});
