import { describe, expect, it } from "vitest";
import { nameArticle, nameDatedArticle } from "../../src/documents/name-article.ts";

const PLAIN = { id: "p6", url: null, publisher: null, publishedAt: "2022-09-08T10:00:00Z" };

describe("the name of an article for readers", () => {
  it("is its publisher's", () => {
    expect(nameArticle({ ...PLAIN, publisher: "Valley Post", url: "https://valley.example/a" })).toBe("Valley Post");
    expect(nameDatedArticle({ ...PLAIN, publisher: "Valley Post" })).toEqual(["Valley Post", "8 September 2022"]);
  });
  it("is the site's, where nobody names the publisher", () => {
    expect(nameArticle({ ...PLAIN, url: "https://www.valley.example/a" })).toBe("valley.example");
  });
  it("is its file's, where it came in one", () => {
    expect(nameArticle({ ...PLAIN, id: "desk/talks.txt" })).toBe("talks.txt");
    expect(nameArticle({ ...PLAIN, id: "desk/talks.jsonl#3" })).toBe("talks.jsonl");
  });
  it("is its date otherwise, once, and never its id", () => {
    expect(nameDatedArticle(PLAIN)).toEqual(["article of 8 September 2022"]);
    expect(nameArticle({ ...PLAIN, publishedAt: null })).toBe("article without a date");
    expect(nameArticle(undefined)).toBe("article without a date");
  });
});
