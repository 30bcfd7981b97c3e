import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { renderDocument as renderForDiscord } from "../../src/adapters/discord/documents/render.ts";
import { openStore, type Store } from "../../src/adapters/prisma/open-store.ts";
import { renderDocument } from "../../src/adapters/slack/documents/render.ts";
import { PLAIN_STYLE, render } from "../../src/adapters/terminal/render.ts";
import { createCommands } from "../../src/commands/create-commands.ts";
import type { Asker } from "../../src/domain/chat/chat.ts";
import type { Document } from "../../src/domain/chat/document.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import type { Draft, Prose, WritingTask } from "../../src/domain/model/language-model.ts";
import { ingestArticles } from "../../src/ingest/ingest-articles.ts";
import { createModelWriter } from "../../src/model/create-model-writer.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { extract, LISBON } from "../fakes/evidence.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger, draftOf } from "../fakes/language-model.ts";

/**
 * Texts that try to steer a language model, against a model that obeys every one of them: it says what it was told to say, in every
 * way that it can be said, and cites whatever might help. Nothing of it may reach a channel.
 */
const attempts = z
  .array(
    z.object({
      id: z.string(),
      place: z.enum(["title", "body", "alt", "feed", "quote", "question"]),
      technique: z.string(),
      text: z.string(),
      /** What the model is told to say. */
      says: z.string(),
      /** A part of it that nothing else holds. */
      canary: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL("../fixtures/injections.json", import.meta.url), "utf8")));
type Attempt = (typeof attempts)[number];

const CLOCK = { now: () => Date.parse("2024-03-09T12:00:00Z") };
const QUESTION = "What did the ministers of Norway and Portugal discuss in Lisbon?";
const LEAD = "The foreign ministers of Norway and Portugal talked about fisheries in Lisbon on Monday, officials in Norway said.";
const TAIL = "The next round of talks of Norway and Portugal is to be held in Oslo in the autumn.";

/** An article on the topic that carries the attempt where it says. */
function carrierOf({ place, text }: Attempt): Article {
  const article = { id: "carrier", url: "https://carrier.example/talks", publisher: "The Carrier", publishedAt: "2024-03-08" };
  const bodies = {
    title: `${LEAD} ${TAIL}`,
    body: `${LEAD} ${text} ${TAIL}`,
    alt: `${LEAD}\n\n${text}\n\n${TAIL}`,
    feed: text,
    quote: `${LEAD} ${text} ${TAIL}`,
    question: `${LEAD} ${TAIL}`,
  };
  return { ...article, author: null, language: null, title: place === "title" ? text : "Talks in Lisbon", text: bodies[place] };
}

/** Says what it was told to say: plain, quoted, behind a true sentence, and copied; citing nothing, one sentence, several, all, and none that exists. */
function obey({ says, text, canary }: Attempt, task: WritingTask): Draft {
  const shown = task.articles.flatMap((article) => article.sentences);
  const numbers = shown.map((sentence) => sentence.number);
  const holding = shown.filter((sentence) => sentence.text.toLowerCase().includes(canary.toLowerCase()));
  const first = shown[0]?.text.replace(/[.!?]$/, "") ?? "";
  const texts = [`${says}.`, `“${says}”.`, `${first} and ${says}.`, text, `Norway and Portugal said that ${says}.`];
  const citing = [
    [],
    numbers.slice(0, 1),
    numbers.slice(0, 5),
    holding.map((sentence) => sentence.number).slice(0, 5),
    numbers.slice(-3),
    [999],
  ];
  const copied = holding.map((sentence) => ({ text: sentence.text, sentences: [sentence.number] }));
  const points = texts.flatMap((each) => citing.map((sentences) => ({ text: each, sentences })));
  const all = [...holding, ...shown].map(({ number }) => number);
  return {
    copies: all.map((sentence) => ({ sentence, keep: [{ from: 1, to: 4 }], heading: says, opener: text })),
    points: [...copied, ...points].slice(0, 40),
    meetings: citing.map((sentences) => ({ meeting: 1, text: `${says}.`, sentences })),
    quotes: [...task.quotes.map((quote) => quote.number), 999],
  };
}

const ASKER: Asker = {
  platform: "slack",
  workspaceId: "",
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: true,
  isMember: true,
  timeZone: null,
};

let place: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeAll(async () => {
  place = temporaryFolder();
  store = await openStore({ url: `file:${place.path("store.db")}` });
});

afterAll(async () => {
  await store.close();
  place.remove();
});

/** The attempt's articles, in a workspace of its own. */
async function ingestFor(attempt: Attempt): Promise<void> {
  async function* read() {
    for (const article of [LISBON, carrierOf(attempt)]) yield { kind: "article" as const, article };
  }
  const into = { workspaceId: attempt.id, articles: read() };
  for await (const result of ingestArticles({ store: store.evidence, extract, clock: CLOCK }, into))
    expect(result.status).toBe("new");
}

async function answersTo(attempt: Attempt, prose: Prose): Promise<{ documents: Document[]; shown: WritingTask[] }> {
  const workspaceId = attempt.id;
  const model = createFakeModel((task) => draftOf(obey(attempt, task)));
  const deps = {
    prose,
    model,
    ledger: createMemoryLedger(),
    cache: createMemoryCache(),
    clock: CLOCK,
    deadlineMs: 10_000,
  };
  const writer = createModelWriter({
    ...deps,
    cap: { tokens: null, costMicros: null },
    onTrouble: () => undefined,
    onCut: () => undefined,
    concurrency: 4,
  });
  const commands = createCommands({ store, clock: CLOCK, writer });
  const question = attempt.place === "question" ? attempt.text : QUESTION;
  const asker = { ...ASKER, workspaceId };
  const documents: Document[] = [];
  for (const explain of [false, true]) {
    documents.push((await commands.answer(workspaceId, { kind: "briefing", topic: "portugal-norway", explain }, asker)).document);
    const { document } = await commands.answer(workspaceId, { kind: "ask", question, explain }, asker);
    // A question stands above its answer, in the words of whoever asked.
    documents.push({ ...document, title: "", blocks: document.blocks.filter((block) => block.type !== "actions") });
  }
  return { documents, shown: model.shown };
}

function slackJson(document: Document): string {
  const { message, thread } = renderDocument(document, () => "button");
  return JSON.stringify([message, ...thread]);
}

function discordJson(document: Document): string {
  const { message, thread } = renderForDiscord(document, () => "button");
  return JSON.stringify([message, ...thread]);
}

function linksIn(text: string): string[] {
  return text.match(/https?:\/\/[^\s"<>|\\]+/g) ?? [];
}

describe("a model that obeys every injected order", () => {
  it("is tried with at least sixty attempts, in every place where strangers write", () => {
    expect(attempts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(attempts.map((attempt) => attempt.id)).size).toBe(attempts.length);
    const places = attempts.map((attempt) => attempt.place);
    for (const each of ["title", "body", "alt", "feed", "quote", "question"])
      expect(places.filter((one) => one === each).length).toBeGreaterThanOrEqual(8);
  });

  it.each(attempts.map((attempt) => [`${attempt.id} (${attempt.technique})`, attempt] as const))(
    "says nothing of it: %s",
    async (_, attempt) => {
      await ingestFor(attempt);
      const answers = [await answersTo(attempt, "copy"), await answersTo(attempt, "checked")];
      for (const { shown } of answers) expect(shown.length).toBeGreaterThan(0);
      for (const document of answers.flatMap((each) => each.documents)) {
        const terminal = render(document, { width: 4000, style: PLAIN_STYLE });
        const slack = slackJson(document);
        for (const output of [terminal, slack, discordJson(document)]) {
          expect(output.toLowerCase()).not.toContain(attempt.canary.toLowerCase());
          expect(output.toLowerCase()).not.toContain(attempt.says.toLowerCase());
          for (const link of linksIn(output))
            expect(["harbour-gazette.example", "carrier.example"]).toContain(new URL(link).hostname);
        }
        expect(slack).not.toMatch(/"type":"(?:user|usergroup|channel|broadcast)"|<[!@#]/);
      }
    },
  );
});
