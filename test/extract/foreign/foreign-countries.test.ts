import { expect, test } from "vitest";
import { extractArticle } from "../../../src/extract/extract-article.ts";
import { foreignCountries, languageOfScript } from "../../../src/extract/foreign/foreign-countries.ts";
import { articleOf } from "../../fakes/evidence.ts";

test.each([
  ["de", "Japan und Indien haben mit den Vereinigten Staaten über Südkorea gesprochen.", ["JP", "IN", "US", "KR"]],
  ["de", "Er sah indes den Mali Fluss; in der Türkei regnet es.", ["ML", "TR"]],
  ["fr", "Le Japon et l’Inde, mais aussi la Corée du Sud, la Côte d'Ivoire et les États-Unis.", ["JP", "IN", "KR", "CI", "US"]],
  [
    "de",
    "Die japanische Ministerin traf den indischen Minister der Deutschen Bank und einen südkoreanischen.",
    ["JP", "IN", "KR"],
  ],
  ["fr", "La ministre japonaise et le ministre indien, avec des Sud-Coréens et une société américaine.", ["JP", "IN", "US"]],
  ["es", "La ministra japonesa y el ministro indio con los estadounidenses.", ["JP", "US"]],
  ["fr", "La chine à chiner, dit-elle en Chine.", ["CN"]],
  ["es", "Japón y Corea del Sur hablaron con Arabia Saudita y España.", ["JP", "KR", "SA", "ES"]],
  ["es", "La cuba de vino llegó a Cuba.", ["CU"]],
  ["ja", "日本の首相は、インドとインドネシア、米国の首脳と会談した。インドア競技も見た。", ["JP", "IN", "ID", "US"]],
  ["zh", "日本首相与印度总理在东京会谈,印度尼西亚和美国也表示欢迎。", ["JP", "IN", "ID", "US"]],
  ["hi", "जापान और भारत के बीच, और अमेरिका तथा दक्षिण कोरिया के साथ भी।", ["JP", "IN", "US", "KR"]],
  ["pt", "O Japão e a Índia.", []],
  [null, "Japan und Indien haben gesprochen.", []],
])("in a text in %s, %s names its countries", (language, text, codes) => {
  expect(foreignCountries(text, language)).toEqual(codes);
});

test.each([
  ["ja", "日本の首相は昨日、東京でインドの首相と会談し、協定に署名した。"],
  ["zh", "日本首相昨天在东京与印度总理举行会谈,双方签署了协议并发表声明。"],
  ["hi", "जापान के प्रधानमंत्री ने टोक्यो में भारत के प्रधानमंत्री से मुलाकात की।"],
  [null, "The prime ministers of Japan and India met in Tokyo (東京)."],
])("a text is %s by its script: %s", (language, text) => {
  expect(languageOfScript(text)).toBe(language);
});

test("an article in another language is on its countries' topics, and says nothing more", () => {
  const text = "Japan und Indien haben in Tokio ein Abkommen über Halbleiter unterzeichnet. ".repeat(8);
  const { countries, quotes, people, meetings, sentences } = extractArticle(articleOf({ text, language: "de" }));
  expect([...countries].sort()).toEqual(["IN", "JP"]);
  expect([quotes, people, meetings]).toEqual([[], [], []]);
  expect(sentences.length).toBe(8);
});

test("a word in katakana that only begins like a country names none", () => {
  expect(foreignCountries("インドネ".repeat(2000), "ja")).toEqual([]);
});
