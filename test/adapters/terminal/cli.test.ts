import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/prisma/sqlite/open-database.ts";
import { runCli } from "../../../src/adapters/terminal/cli.ts";
import { createProgram } from "../../../src/app/app.ts";
import { LISBON } from "../../fakes/evidence.ts";
import { LOOPBACK_SOURCES, NO_WEB } from "../../fakes/source-settings.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { fakeTerminal } from "./fake-terminal.ts";

describe("the command line", () => {
  let place: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    place = temporaryFolder();
  });

  afterEach(() => place.remove());

  async function attache(argv: string[], input = "") {
    const terminal = fakeTerminal(input);
    const program = createProgram(() => ({
      databaseUrl: `file:${place.path("store.db")}`,
      debug: false,
      logLevel: "silent",
      rereadsArticles: true,
      marksSeen: false,
      retentionDays: null,
      health: null,
      slack: null,
      model: null,
      discord: null,
      sources: LOOPBACK_SOURCES,
      web: NO_WEB,
      warnings: [],
    }));
    const status = await runCli(program, argv, {
      terminal,
      version: "0.0.0",
      debug: false,
      demo: { articles: "demo/articles", database: place.path("demo.db") },
      envFile: place.path(".env"),
      isNew: () => false,
    });
    return {
      status,
      out: terminal.out(),
      err: terminal.err(),
      json: () =>
        terminal
          .out()
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
    };
  }

  const line = (value: object) => `${JSON.stringify(value)}\n`;

  it("extracts one article a line, in order, with spans that are the article's own characters", async () => {
    const { status, json } = await attache(["extract", "--jsonl"], line(LISBON) + line({ id: "two", text: "Nothing was said." }));
    expect(status).toBe(0);
    const [first, second] = json();
    expect(Object.keys(first)).toEqual(["id", "summary", "quotes", "people", "meetings", "countries"]);
    for (const quote of first.quotes) {
      expect(LISBON.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(LISBON.text.slice(quote.speaker.mention.start, quote.speaker.mention.end)).toBe(quote.speaker.mention.text);
    }
    expect(first.meetings[0]).toMatchObject({ kind: "meeting", date: { start: "2024-03-04" }, place: "Lisbon", status: "held" });
    expect(second).toMatchObject({ id: "two", quotes: [], meetings: [] });
  });

  it("holds a draft against the article, and says what it refuses", async () => {
    const draft = {
      meetings: [{ kind: "meeting", status: "held", participants: ["Nobody Atall"], when: null, where: "Oslo", sentences: [1] }],
    };
    const { status, json } = await attache(["extract", "--jsonl"], line({ ...LISBON, draft }) + line({ ...LISBON, id: "two" }));
    expect(status).toBe(0);
    const [first, second] = json();
    expect(first.refused).toEqual([
      { path: "meetings[0].participants[0]", reason: "not-in-the-sentence" },
      { path: "meetings[0].where", reason: "not-in-the-sentence" },
    ]);
    expect(first.meetings[0]).toMatchObject({ date: { start: "2024-03-04" }, place: "Lisbon" });
    expect(second).not.toHaveProperty("refused");
  });

  it("numbers sentences and quotations from 1 as a language model sees them, with offsets into the text", async () => {
    const { status, json } = await attache(["extract", "--jsonl", "--numbered"], line(LISBON));
    expect(status).toBe(0);
    const [numbered] = json();
    expect(Object.keys(numbered)).toEqual(["id", "sentences", "quotes"]);
    expect(numbered.sentences.map((each: { n: number }) => each.n)).toEqual(
      numbered.sentences.map((_: object, at: number) => at + 1),
    );
    for (const { start, end } of numbered.sentences) expect(LISBON.text.slice(start, end)).toMatch(/^\S.*\S$/s);
    const [extraction] = (await attache(["extract", "--jsonl"], line(LISBON))).json();
    expect(numbered.quotes).toEqual(
      extraction.quotes.map(({ start, end }: { start: number; end: number }, at: number) => ({ n: at + 1, start, end })),
    );
  });

  it("reads stored articles again that an older engine read, and counts them", async () => {
    await attache(["ingest", "--jsonl"], line(LISBON) + line({ id: "two", text: "Nothing was said." }));
    const database = openDatabase(place.path("store.db"));
    database.exec('UPDATE "Article" SET "engineVersion" = 0; DELETE FROM "Quote"');
    database.close();
    expect((await attache(["reread", "--status", "--json"])).json()).toEqual([{ done: 0, left: 2 }]);
    expect((await attache(["reread", "--status"])).out).toBe(
      "The current engine has read 0 of 2 articles, and an older one the rest.\n",
    );
    expect((await attache(["quotes", "--json"])).out.trim()).toBe("");
    const { status, out, err } = await attache(["reread"]);
    expect({ status, out }).toEqual({ status: 0, out: "The current engine has read all 2 articles.\n" });
    expect(err).toContain("2 left");
    expect((await attache(["quotes", "--json"])).json()).toHaveLength(2);
    expect((await attache(["reread", "--json"])).json()).toEqual([{ done: 2, left: 0 }]);
  });

  it("takes the date of a plain-text file from its head, and nothing else", async () => {
    const path = place.path("note.txt");
    writeFileSync(
      path,
      " date 2022-09-09 Prime Minister Ana Moreira called on President Erik Solberg on Friday. Both spoke of fish.",
    );
    const { json } = await attache(["extract", path, "--json"]);
    const [extraction] = json();
    expect(extraction.id).toBe(path);
    expect(extraction.meetings[0].date).toEqual({ start: "2022-09-09", end: "2022-09-09", precision: "day" });
    expect(extraction.summary[0].text.startsWith("Prime Minister")).toBe(true);
  });

  it("makes two names one person, and takes them apart again", async () => {
    await attache(["ingest", "--jsonl"], line(LISBON) + line({ id: "two", text: "Anita Queiroz flew to Oslo, Queiroz said." }));
    const merged = await attache(["person", "merge", "Anita Queiroz", "into", "Ana Moreira"]);
    expect(merged.out).toContain("are now one person: Ana Moreira");
    expect((await attache(["person", "queiroz", "--json"])).json()).toMatchObject([{ name: "Ana Moreira" }]);
    expect((await attache(["person", "split", "Anita Queiroz", "from", "Ana Moreira"])).status).toBe(0);
    expect((await attache(["person", "queiroz", "--json"])).json()).toMatchObject([{ name: "Anita Queiroz" }]);
    const unknown = await attache(["person", "merge", "Anita Queiros", "into", "Ana Moreira"]);
    expect(unknown).toMatchObject({ status: 1, out: "" });
    expect(unknown.err).toBe("No article names Anita Queiros. Did you mean Anita Queiroz?\n");
  });

  it("ingests, briefs, lists and answers, each with what it rests on", async () => {
    writeFileSync(place.path("lisbon.json"), JSON.stringify(LISBON));
    expect((await attache(["ingest", "--json", place.path("lisbon.json")])).json()).toEqual([{ id: "lisbon", status: "new" }]);
    expect((await attache(["ingest", "--jsonl", "--json"], line(LISBON))).json()).toEqual([
      { id: "lisbon", status: "unchanged" },
    ]);

    const [briefing] = (await attache(["briefing", "portugal-norway", "--json"])).json();
    expect(Object.keys(briefing)).toEqual(["topic", "summary", "quotes", "meetings", "people", "sources"]);
    expect(briefing.summary.length).toBeGreaterThan(0);
    for (const sentence of briefing.summary) {
      expect(sentence.citations[0].text).toBe(sentence.text);
      for (const { start, end, text } of sentence.citations) expect(LISBON.text.slice(start, end)).toBe(text);
    }
    expect((await attache(["meetings", "moreira", "--json"])).json()).toMatchObject([
      { articleIds: ["lisbon"], participants: [{ name: "Ana Moreira" }, { name: "Erik Solberg" }] },
    ]);
    expect((await attache(["person", "solberg", "--json"])).json()).toMatchObject([
      { name: "Erik Solberg", articleIds: ["lisbon"] },
    ]);
    expect((await attache(["quotes", "solberg", "--json"])).json()).toMatchObject([
      { text: '"frank and useful to both sides"', speaker: { name: "Erik Solberg" }, saidOn: "2024-03-05", url: LISBON.url },
    ]);
    expect((await attache(["stories", "--json"])).json()).toMatchObject([{ articleIds: ["lisbon"] }]);
    expect(
      (await attache(["people", "--json"]))
        .json()
        .map((person: { name: string }) => person.name)
        .sort(),
    ).toEqual(["Ana Moreira", "Erik Solberg"]);

    const questions =
      line({ id: "q1", question: "Where did Moreira meet Solberg?" }) +
      line({ id: "q2", question: "How many submarines did Sweden sell to Chile?" });
    const answers = (await attache(["ask", "--jsonl"], questions)).json();
    expect(answers[0]).toMatchObject({
      id: "q1",
      answer: expect.stringContaining("Lisbon"),
      citations: expect.arrayContaining([expect.objectContaining({ articleId: "lisbon", start: 0 })]),
    });
    expect(answers[1]).toEqual({ id: "q2", answer: null, citations: [] });
  });

  it("gives an unknown topic an empty summary and what is spelt like it", async () => {
    await attache(["ingest", "--jsonl"], line(LISBON));
    const { status, json } = await attache(["briefing", "portugaal", "--json"]);
    expect(status).toBe(0);
    expect(json()[0]).toMatchObject({ topic: "portugaal", summary: [], didYouMean: ["Portugal"] });
  });

  it("names further commands as a shell takes them, and takes them", async () => {
    writeFileSync(place.path("lisbon.json"), JSON.stringify(LISBON));
    await attache(["ingest", place.path("lisbon.json")]);
    const { out } = await attache(["briefing", "portugal"]);
    const next =
      /^Next: ((?:.+\n)+)/m
        .exec(out)?.[1]
        ?.trim()
        .split(/\n| · /) ?? [];
    expect(next).toContain("attache sources portugal");
    for (const line of next) expect((await attache(line.split(" ").slice(1))).status).toBe(0);
    expect((await attache(["sources", "portugal", "--json"])).json()[0]).toMatchObject({ articleId: LISBON.id });
    expect((await attache(["sources", "list", "--json"])).out).toBe("");
    expect((await attache(["sources", "ad", "https://a.example"])).err).toContain("attache sources add https://a.example?");
  });

  it("says what to do first where nothing is stored", async () => {
    const { status, out } = await attache(["briefing", "india-japan"]);
    expect(status).toBe(0);
    expect(out).toContain("There are no articles yet. Follow a group of public feeds");
    expect(out).toContain("attache sources starter Asia and the Pacific");
    expect(out).toMatch(/attache\s+ingest\s+article\.txt/);
  });

  it("says which rule gave each thing where asked to explain", async () => {
    writeFileSync(place.path("lisbon.json"), JSON.stringify(LISBON));
    expect((await attache(["extract", "--explain", place.path("lisbon.json")])).out).toMatch(
      /\[subject then verb; verb “\w+”;\s+subject “[^”]+”;\s+clause “[^”]+”\]/,
    );
    expect((await attache(["extract", place.path("lisbon.json")])).out).not.toContain("[subject then verb");
  });

  describe("given bad input", () => {
    const bad: { what: string; make: (path: string) => void; says: RegExp }[] = [
      { what: "an empty file", make: (path) => writeFileSync(path, ""), says: /bad\.txt is empty\./ },
      { what: "a file of white space", make: (path) => writeFileSync(path, " \n\t\n"), says: /is empty/ },
      {
        what: "binary bytes",
        make: (path) => writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x01])),
        says: /is not UTF-8 text: convert it/,
      },
      { what: "a text of 20 MB", make: (path) => writeFileSync(path, "word ".repeat(4_000_000)), says: /is longer than 2 MB/ },
      { what: "a missing file", make: () => undefined, says: /does not exist: check the path/ },
      { what: "a folder", make: (path) => mkdirSync(path), says: /is a folder: name its files/ },
      {
        what: "a date that is none in the head",
        make: (path) => writeFileSync(path, "date 2023-02-29 Somebody met somebody."),
        says: /an invalid date, 2023-02-29: write it as YYYY-MM-DD/,
      },
    ];

    it.each(bad)("tells in one sentence of $what, does the rest of the batch and fails", async ({ make, says }) => {
      const path = place.path("bad.txt");
      make(path);
      const good = place.path("good.txt");
      writeFileSync(good, "Prime Minister Ana Moreira arrived in Oslo on Monday.");
      for (const command of ["extract", "ingest"]) {
        const { status, out, err } = await attache([command, "--json", path, good]);
        expect(status).toBe(1);
        expect(err).toMatch(says);
        expect(err).not.toMatch(/\n\s+at /);
        expect(out).toContain(good);
      }
    });

    const lines: { what: string; text: string; says: RegExp }[] = [
      { what: "broken JSON", text: '{"id": "a", "text": ', says: /line 2 is not JSON/ },
      { what: "no object", text: "[1, 2]", says: /line 2 is not an article: it is not an object/ },
      { what: "no text", text: '{"id": "a"}', says: /line 2 is not an article: its "text" is missing/ },
      { what: "an empty text", text: '{"id": "a", "text": " "}', says: /line 2 has an empty "text"/ },
      {
        what: "neither id nor url",
        text: '{"text": "Words."}',
        says: /line 2 is not an article: it has neither an "id" nor a "url"/,
      },
      {
        what: "a date that is none",
        text: '{"id": "a", "text": "Words.", "publishedAt": "2023-02-30"}',
        says: /line 2 has an invalid date, "2023-02-30": write it as YYYY-MM-DD/,
      },
    ];

    it.each(lines)("names the line with $what, and the others go through", async ({ text, says }) => {
      const { status, err, json } = await attache(
        ["extract", "--jsonl"],
        `${line(LISBON)}${text}\n\n${line({ id: "three", text: "Fine." })}`,
      );
      expect(status).toBe(1);
      expect(err).toMatch(says);
      expect(json().map((each) => each.id)).toEqual(["lisbon", "three"]);
    });

    it("reads a text in another script, and finds less in it", async () => {
      const { status, json } = await attache(
        ["extract", "--jsonl"],
        line({ id: "ja", text: "岸田首相は８日、東京でインドの閣僚と会談した。「自由で開かれたインド太平洋」を確認した。" }),
      );
      expect(status).toBe(0);
      expect(json()[0].id).toBe("ja");
    });

    it("takes wrong usage as such", async () => {
      expect((await attache(["briefing"])).status).toBe(2);
      expect((await attache(["nonsense"])).status).toBe(2);
      expect((await attache(["ingest"])).status).toBe(2);
      expect((await attache(["digest", "nonsense"])).status).toBe(2);
      expect((await attache(["sources", "add", "--nonsense"])).status).toBe(2);
      await attache(["ingest", "--jsonl"], line(LISBON));
      const { status, err } = await attache(["briefing", "norway", "--since", "yesterday-ish"]);
      expect(status).toBe(2);
      expect(err).toMatch(/“yesterday-ish” is not a date: write --since 2026-01-31/);
    });
  });

  it.each([
    "ingest",
    "extract",
    "briefing",
    "meetings",
    "person",
    "people",
    "quotes",
    "stories",
    "ask",
    "demo",
    "prompt",
    "status",
  ])("explains %s where asked for help", async (command) => {
    const { status, out } = await attache([command, "--help"]);
    expect(status).toBe(0);
    expect(out).toContain(`Usage: attache ${command}`);
  });

  it("reads the schedule of a digest behind its topics, and refuses one that is none", async () => {
    expect((await attache(["digest", "follow", "quad", "at", "07:30", "Asia/Tokyo"])).out).toMatch(
      /Digest on quad .* at 07:30 every day, Asia\/Tokyo/,
    );
    const { status, err } = await attache(["digest", "follow", "quad", "at", "25:00"]);
    expect(status).toBe(2);
    expect(err).toMatch(/I don't understand “25:00” in the schedule/);
  });
});
