import { describe, expect, it } from "vitest";
import { indexDocument, phraseQuery } from "../../../../src/adapters/prisma/postgresql/index-document.ts";
import { indexWords, queryWords } from "../../../../src/adapters/prisma/search/index-words.ts";
import { openDatabase } from "../../../../src/adapters/prisma/sqlite/open-database.ts";

const TEXTS = [
  "Ministers' meetings: negotiating, negotiated, negotiations, relational, hopefulness, generalizations.",
  "The U.S.-Japan treaty (COVID-19, 2+2, ₹500 crore) – “so-called” co-operation…",
  "São Tomé, Đà Nẵng, Zürich, Kraków, ÅLESUND; naïve façade",
  "日本の外相 и министр Лавров, Υπουργος",
  "ponies caresses flies dying singing sky skies happily agreed agreeing feed controlling rolled",
];

/** What SQLite's own tokenizer makes of a text. */
function sqliteWords(text: string): Set<string> {
  const database = openDatabase(":memory:");
  database.exec("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')");
  database.exec("CREATE VIRTUAL TABLE words USING fts5vocab('t', 'row')");
  database.prepare("INSERT INTO t VALUES (?)").run(text);
  const rows = database.prepare("SELECT term FROM words").all() as { term: string }[];
  database.close();
  return new Set(rows.map(({ term }) => term));
}

describe("the words of the index on PostgreSQL", () => {
  it.each(TEXTS)("are those that SQLite finds in %j", (text) => {
    expect(new Set(indexWords(text))).toEqual(sqliteWords(text));
  });

  it("stand in a document with their places, the title's marked, and a gap behind the title", () => {
    const { document, length } = indexDocument({ workspaceId: "t", title: "Grain talks", text: "Talks on grain" });
    expect(document).toBe("'ws74' 'grain':1A,6 'talk':2A,4 'on':5");
    expect(length).toBe(5);
  });

  it("hold to PostgreSQL's limits, however long the article is", () => {
    const words = Array.from({ length: 120_000 }, (_, at) => `w${at.toString(36)}x`).join(" ");
    const { document } = indexDocument({
      workspaceId: "t",
      title: null,
      text: `${"tea ".repeat(40_000)} ${words} ${"z".repeat(5_000)}`,
    });
    expect(Buffer.byteLength(document.replace(/'|:[\dA,]*/g, ""))).toBeLessThan(1_048_576);
    expect(document.match(/'tea':([\d,]*)/)?.[1]?.split(",")).toHaveLength(255);
  });

  it("make a query in which nothing is an operator", () => {
    expect(queryWords(["a & !b", "':*", "\u0000", "New Delhi"])).toEqual([
      ["a", "b"],
      ["new", "delhi"],
    ]);
    expect(phraseQuery(["new", "delhi"])).toBe("'new' <-> 'delhi'");
  });
});
