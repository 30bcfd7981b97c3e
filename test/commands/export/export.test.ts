import { unzipSync } from "fflate";
import { convertToHtml } from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createCommands } from "../../../src/commands/create-commands.ts";
import { exportDocument } from "../../../src/commands/export/export-document.ts";
import { EVIDENCE_COLUMNS, type EvidenceRow, exportEvidence } from "../../../src/commands/export/export-evidence.ts";
import { verbatimPerAnswer } from "../../../src/commands/reads/verbatim.ts";
import { writeDocx } from "../../../src/documents/export/write-docx.ts";
import { writeHtml } from "../../../src/documents/export/write-html.ts";
import { writeMarkdown } from "../../../src/documents/export/write-markdown.ts";
import type { ExportedKind } from "../../../src/domain/chat/intent.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";

const WORKSPACE = "slack:T1";
const MARKED = articleOf({
  id: "marked",
  url: "https://valley-post.example/marked",
  publisher: "Valley *Post* & <Sons>",
  publishedAt: "2024-03-08",
  text: 'LISBON - Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 7. "We <b>signed</b> *all* of [it] & more, &lt;i&gt; for $5," Moreira said.',
});
const WEEKDAY = articleOf({
  id: "weekday",
  url: "https://valley-post.example/weekday",
  publisher: "Valley Post",
  publishedAt: "2024-03-22",
  text: 'VIENNA - Austrian Foreign Minister Karl Huber met Belgian Foreign Minister Eva Claes in Vienna on Thursday. "We will sign on Friday," Huber said.',
});
const ARTICLES = [...DESK_ARTICLES, MARKED, WEEKDAY];

describe("an export", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  const clock = { now: () => Date.parse("2024-03-22T12:00:00Z") };

  beforeAll(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    async function* read() {
      for (const article of ARTICLES) yield { kind: "article" as const, article };
    }
    const run = { workspaceId: WORKSPACE, articles: read() };
    for await (const { status } of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(status).toBe("new");
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  const exported = (what: ExportedKind, about: string, verbatimWords = 300) => {
    const commands = createCommands({ store, clock, writer: null });
    const deps = { commands, articles: store.articles, verbatim: verbatimPerAnswer(verbatimWords), clock };
    return exportDocument(deps, { workspaceId: WORKSPACE, userId: "export" }, { what, about });
  };

  it.each([
    ["briefing", "norway-portugal"],
    ["person", "moreira"],
    ["timeline", "norway-portugal"],
    ["digest", "norway-portugal"],
  ] as const)(
    "of a %s has a footnote for each line that says something of the world, and each is an article's own words",
    async (what, about) => {
      const { sections, notes } = await exported(what, about);
      expect(notes.length).toBeGreaterThan(0);
      for (const { citation, text } of notes) {
        expect(ARTICLES.find(({ id }) => id === citation.articleId)?.text.slice(citation.start, citation.end)).toBe(text);
      }
      for (const { heading, lines } of sections)
        if (heading !== "People" && !(what === "person" && heading === null))
          for (const line of lines) expect(line.notes.length, line.text).toBeGreaterThan(0);
    },
  );

  it("says in its lines which day “on Thursday” is, and leaves the passages in its footnotes as they are", async () => {
    for (const what of ["briefing", "digest"] as const) {
      const document = await exported(what, "austria-belgium");
      const word = await convertToHtml({ buffer: Buffer.from(writeDocx(document)) });
      for (const written of [writeMarkdown(document).replaceAll("\\", ""), writeHtml(document), word.value])
        expect(written, what).toContain("in Vienna on Thursday [21 March 2024].");
      expect(document.notes.map(({ text }) => text).join(" ")).toContain("in Vienna on Thursday.");
      expect(document.notes.map(({ text }) => text).join(" ")).not.toContain("[");
    }
    const timeline = await exported("timeline", "austria-belgium");
    expect(writeMarkdown(timeline)).toMatch(/^- 21 March 2024: .*in Vienna on Thursday\.\[\^/m);
    const { sections } = await exported("person", "huber");
    expect(JSON.stringify(sections)).toContain("We will sign on Friday [22 March 2024]");
  });

  it("as Markdown, HTML and Word shows what an article says as text, never as marks", async () => {
    const document = await exported("person", "moreira");
    const markdown = writeMarkdown(document);
    expect(markdown).toContain("We \\<b\\>signed\\</b\\> \\*all\\* of \\[it\\] & more, \\&lt;i\\&gt; for \\$5");
    expect(markdown).toMatch(/\[\^\d+\]: “/);
    const html = writeHtml(document);
    expect(html).toContain("We &lt;b&gt;signed&lt;/b&gt; *all* of [it] &amp; more");
    expect(html).not.toMatch(/<b>|<script|<img/);
    const { value, messages } = await convertToHtml({ buffer: Buffer.from(writeDocx(document)) });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    expect(value).toContain("We &lt;b&gt;signed&lt;/b&gt; *all* of [it] &amp; more");
    expect(value.match(/<li id="footnote-/g)?.length).toBe(document.notes.length);
    expect(value).toContain("https://valley-post.example/marked#:~:text=");
  });

  it("as Word is made of well-formed parts, and the same twice", async () => {
    const document = await exported("briefing", "norway-portugal");
    const bytes = writeDocx(document);
    expect(Buffer.from(writeDocx(document)).equals(Buffer.from(bytes))).toBe(true);
    const xml = Object.entries(unzipSync(bytes)).map(([fileName, part]) => ({
      fileName,
      contents: Buffer.from(part).toString("utf8"),
    }));
    expect(xml.length).toBe(7);
    const { errors } = await validateXML({
      xml,
      schema: [
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>',
      ],
      extension: "relaxng",
    });
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it("quotes no more of an article than the limit of words", async () => {
    const { notes } = await exported("person", "moreira", 6);
    const words = new Map<string, number>();
    for (const { citation, text } of notes)
      words.set(citation.articleId, (words.get(citation.articleId) ?? 0) + text.split(/\s+/).length);
    expect(notes.length).toBeGreaterThan(0);
    expect(Math.max(...words.values())).toBeLessThanOrEqual(6);
  });

  it("of a digest says of which week it tells, where that is not the last one, and is no preview", async () => {
    const lately = await exported("digest", "norway-portugal");
    expect(lately.title).toMatch(/^Digest: Norway – Portugal, 22 March 2024$/);
    expect(lately.made).toMatch(/footnotes\. No article on this is newer than 8 March 2024\. A digest of that week/);
    const fresh = await exported("digest", "austria-belgium");
    expect(fresh.made).toMatch(/footnotes\.$/);
  });

  it("says where the articles hold nothing", async () => {
    await expect(exported("briefing", "iceland-malta")).rejects.toThrow("hold nothing on iceland-malta");
  });

  it("of the evidence has a row for each quotation, passage of a meeting and person, with exact places", async () => {
    const rows: EvidenceRow[] = [];
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number) => void told.push([done, total]);
    for await (const row of exportEvidence(store, WORKSPACE, { verbatimWords: 300, onProgress })) rows.push(row);
    expect(told.map(([done]) => done)).toEqual(told.map((_, at) => at + 1));
    expect(new Set(told.map(([, total]) => total))).toEqual(new Set([told.length]));
    const things = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
    expect(told.length).toBe(things.size);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["quote", "meeting", "person"]));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([...EVIDENCE_COLUMNS]);
      if (row.kind === "person") continue;
      const article = ARTICLES.find(({ id }) => id === row.articleId);
      expect(article?.text.slice(Number(row.start), Number(row.end))).toBe(row.text);
      expect([row.url, row.publisher]).toEqual([article?.url, article?.publisher]);
    }
    const few: EvidenceRow[] = [];
    for await (const row of exportEvidence(store, WORKSPACE, { verbatimWords: 3, onProgress })) few.push(row);
    expect(few.some(({ kind, text, start }) => kind === "quote" && text === null && start !== null)).toBe(true);
    for await (const row of exportEvidence(store, "slack:T2", { verbatimWords: 300, onProgress })) expect(row).toBeUndefined();
  });
});
