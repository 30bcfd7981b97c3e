import { expect, it } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";

it("takes a word that describes somebody by a name for no person", () => {
  const text =
    "Falk-linked militants fired rockets on Monday. Falk-backed Asad said that he was ready. Lisbon-based Rui Costa said no. " +
    "Prime Minister Ana-Maria Lund said nothing.";
  const article = {
    id: "a",
    title: "",
    text,
    publishedAt: "2024-03-05",
    url: null,
    publisher: null,
    author: null,
    language: "en",
  };
  const names = extractArticle(article).people.map(({ name }) => name);
  expect(names.filter((name) => /-(?:linked|backed|based)/.test(name))).toEqual([]);
  expect(names).toContain("Ana-Maria Lund");
});
