import { describe, expect, it } from "vitest";
import { sourceInline, sourceInlines, sourcesOf } from "../../src/documents/blocks.ts";
import { nameArticle, nameDatedArticle } from "../../src/documents/name-article.ts";

const IN_2024 = { today: "2024-01-01", language: "en" } as const;
const PLAIN = { id: "p6", url: null, publisher: null, publishedAt: "2022-09-08T10:00:00Z" };

describe("the name of an article for readers", () => {
  it("is its publisher's", () => {
    expect(nameArticle({ ...PLAIN, publisher: "Valley Post", url: "https://valley.example/a" })).toBe("Valley Post");
    expect(nameDatedArticle({ ...PLAIN, publisher: "Valley Post" }, IN_2024)).toEqual(["Valley Post", "8 Sep 2022"]);
  });
  it("is the site's, where nobody names the publisher", () => {
    expect(nameArticle({ ...PLAIN, url: "https://www.valley.example/a" })).toBe("valley.example");
  });
  it("is its file's, where it came in one", () => {
    expect(nameArticle({ ...PLAIN, id: "desk/talks.txt" })).toBe("talks.txt");
    expect(nameArticle({ ...PLAIN, id: "desk/talks.jsonl#3" })).toBe("talks.jsonl");
  });
  it("is its date otherwise, once, and never its id", () => {
    expect(nameDatedArticle(PLAIN, IN_2024)).toEqual(["article of 8 Sep 2022"]);
    expect(nameArticle(PLAIN)).toBe("article of 8 September 2022");
    expect(nameArticle({ ...PLAIN, publishedAt: null })).toBe("article without a date");
    expect(nameArticle(undefined)).toBe("article without a date");
  });
  it("stands in brackets behind a sentence where it is its date alone, in the language of the digest, and without them in a list of sources", () => {
    const article = { ...PLAIN, title: null, language: null };
    const passage = (articleId: string) => ({ articleId, start: 0, end: 4, text: "Fish" });
    const sources = sourcesOf([article, { ...article, id: "p7", publishedAt: null }], "2024-01-01");
    const linkOf = (...args: Parameters<typeof sourceInline>) => {
      const inline = sourceInline(...args);
      return inline.type === "source" ? inline.link : null;
    };
    expect(linkOf(passage("p6"), sources)).toMatchObject({ label: "(Article of 8 Sep 2022)", listed: "Article of 8 Sep 2022" });
    expect(linkOf(passage("p6"), sources, "de")?.label).toBe("(Artikel vom 8. Sept. 2022)");
    expect(linkOf(passage("p7"), sources, "fr")?.label).toBe("(Article sans date)");
    const shown = sourceInlines([passage("p6"), passage("p7")], sources).map((inline) =>
      inline.type === "source" ? inline.link.label : inline.type === "text" ? inline.text : "",
    );
    expect(shown.join("")).toBe("(Article of 8 Sep 2022); (Article without a date)");
  });
});
