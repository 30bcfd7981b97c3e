import { expect, it } from "vitest";
import { languageName, primaryLanguage } from "../../../src/domain/evidence/language.ts";

it.each([
  ["en", "en"],
  ["EN-us", "en"],
  [" pt_BR ", "pt"],
  ["zh-Hans-CN", "zh"],
  ["iw", "he"],
  ["fil", "fil"],
  ["und", null],
  ["mul", null],
  ["english", null],
  ["e", null],
  ["", null],
  [null, null],
  ["de\u0000", null],
  ["<script>", null],
])("reads the tag %j as %j", (tag, language) => {
  expect(primaryLanguage(tag)).toBe(language);
});

it("names a language in English, and leaves a code that has no name", () => {
  expect(["de", "ja", "qaa"].map(languageName)).toEqual(["German", "Japanese", "qaa"]);
});
