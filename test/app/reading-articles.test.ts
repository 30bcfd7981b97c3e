import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../src/adapters/terminal/cli.ts";
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";
import type { Article } from "../../src/domain/evidence/article.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { fakeTerminal } from "../adapters/terminal/fake-terminal.ts";
import { LISBON } from "../fakes/evidence.ts";
import { completionOf, type FakeCompletions, startFakeCompletions } from "../servers/fake-completions.ts";

/** What the endpoint says of the article: its second quotation is given to somebody else. */
const READING = {
  quotes: [
    { n: 1, speaker: "Moreira", sentence: 3 },
    { n: 2, speaker: "Ana Moreira", sentence: 1 },
  ],
  people: [{ name: "Ana Moreira", office: "Foreign Minister", country: "PT", sentences: [1] }],
  meetings: [
    {
      ...{ kind: "talks", status: "held", participants: ["Ana Moreira", "Erik Solberg"] },
      ...{ when: "on March 4", where: "Lisbon", sentences: [1] },
    },
  ],
};

let place: ReturnType<typeof temporaryFolder>;
let server: FakeCompletions;

beforeEach(async () => {
  place = temporaryFolder();
  server = await startFakeCompletions(() => completionOf(JSON.stringify(READING)));
});

afterEach(async () => {
  await server.close();
  place.remove();
});

/** Ingests in a session of its own and tells what it then knows. */
async function ingest(articles: Article[], env: Record<string, string>) {
  const config = loadConfig({
    DATABASE_URL: `file:${place.path("store.db")}`,
    ...{ OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: "model-x", ...env },
  });
  const session = await createProgram(() => config).openSession({ say: () => undefined });
  try {
    async function* read() {
      for (const article of articles) yield { kind: "article" as const, article };
    }
    const statuses: string[] = [];
    for await (const result of session.ingest(read(), new AbortController().signal)) statuses.push(result.status);
    const asked = server.asked.length;
    const quotes: unknown[] = [];
    for await (const quote of (await session.answer({ kind: "quotes", all: true })).data as AsyncIterable<unknown>)
      quotes.push(quote);
    const meetings = (await session.answer({ kind: "meetings" })).data;
    const status = (await session.answer({ kind: "status" })).data;
    return { statuses, asked, quotes, meetings, status };
  } finally {
    await session.close();
  }
}

async function cli(argv: string[]) {
  const terminal = fakeTerminal();
  const program = createProgram(() => loadConfig({ DATABASE_URL: `file:${place.path("store.db")}` }));
  const demo = { articles: "demo/articles", database: place.path("demo.db") };
  const rest = { version: "0.0.0", debug: false, demo, envFile: place.path(".env"), isNew: () => false };
  const status = await runCli(program, argv, { terminal, ...rest });
  return { status, out: terminal.out(), err: terminal.err() };
}

describe("ingest with a language model that reads", () => {
  it("asks once, keeps what the text bears out, has the rest from the local engine, and asks nothing of a text that it knows", async () => {
    const first = await ingest([LISBON], { OPENAI_READS: "1" });
    expect(first).toMatchObject({ statuses: ["new"], asked: 1 });
    expect(first.meetings).toMatchObject([{ kind: "talks", place: "Lisbon", date: { start: "2024-03-04" } }]);
    expect(first.quotes).toMatchObject([{ speaker: { name: "Ana Moreira" } }, { speaker: { name: "Erik Solberg" } }]);
    expect(first.status).toMatchObject({
      model: { days: [{ purpose: "reading", calls: 1, rejected: { "not-the-speaker": 1 } }] },
    });
    const again = await ingest([LISBON, { ...LISBON, id: "lisbon-2", url: null }], { OPENAI_READS: "1" });
    expect(again.asked).toBe(1);
  });

  it("tells afterwards of the stored article who said what, and what was refused", async () => {
    await ingest([LISBON], { OPENAI_READS: "1" });
    const { status, out } = await cli(["why", LISBON.id]);
    expect(status).toBe(0);
    const words = out.replace(/\s+/g, " ");
    expect(words).toMatch(/— Ana Moreira \(\w+\) \[both say so: sure;/);
    expect(words).toMatch(/— Erik Solberg \(\w+\) \[the local engine says so;/);
    expect(words).toContain("quotes[1].speaker: the grammar around the quotation gives it to somebody else");
    expect(await cli(["why", "nowhere"])).toMatchObject({
      status: 1,
      err: expect.stringContaining("No stored article has the id or address nowhere"),
    });
  });

  it("asks nothing where it is off", async () => {
    expect((await ingest([LISBON], {})).asked).toBe(0);
  });
});
