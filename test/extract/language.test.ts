import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { english } from "../../src/extract/en/english.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { judgeLanguage } from "../../src/extract/judge-language.ts";
import type { Language } from "../../src/extract/language.ts";
import { readText } from "../../src/extract/read-text.ts";
import { words } from "../../src/extract/words.ts";

const german: Language = {
  ...english,
  tag: "de",
  sentences: {
    titleAbbreviations: words("hr fr dr"),
    otherAbbreviations: words("bzw usw"),
    starters: words("Der Die Das Sie Er Es"),
    beforeNetwork: words("auf"),
  },
  judged: { common: words("und der die das nicht mit auf ist den von sich auch werden"), minShare: 0.07, minDifferent: 4 },
  boilerplate: /^(?:lesen sie auch|anzeige)\b/i,
};

function sentencesOf(text: string, language: Language): string[] {
  return readText(text, language).sentences.map(({ start, end }) => text.slice(start, end));
}

describe("a language as a parameter of the engine", () => {
  it("says which full stops end no sentence", () => {
    const text = "Am Abend traf Hr. Zimmer die Ministerin. Mr. Lund blieb fern.";
    expect(sentencesOf(text, german)).toEqual(["Am Abend traf Hr. Zimmer die Ministerin.", "Mr.", "Lund blieb fern."]);
    expect(sentencesOf(text, english)).toEqual(["Am Abend traf Hr.", "Zimmer die Ministerin.", "Mr. Lund blieb fern."]);
  });

  it("says by its common words whether a text is in it", () => {
    const text =
      "Die Ministerin und der Präsident sprachen mit den Gästen auf der Insel, und das ist nicht alles von sich aus. ".repeat(4);
    expect(judgeLanguage(text, "de", german)).toEqual({ language: "de", isRead: true });
    expect(judgeLanguage(text, "de", english)).toEqual({ language: "de", isRead: false });
  });

  it("says which lines no summary holds", () => {
    const text =
      "Lesen Sie auch unser neues Heft über die Inseln im Norden. Die Ministerin reiste am Abend in die Hauptstadt der Insel.";
    const article = {
      id: "a",
      url: null,
      title: null,
      publisher: null,
      author: null,
      publishedAt: "2026-03-02",
      language: "de",
      text,
    };
    expect(extractArticle(article, german).summary.map((span) => span.text)).toEqual([
      "Die Ministerin reiste am Abend in die Hauptstadt der Insel.",
    ]);
  });
});

/** The rooms that read articles and questions. What people are shown, and what they type as a schedule, is other rooms' English. */
const ROOMS = ["extract", "evidence", "answer", "model", "briefing", "ingest"];
/** May, March and sat are words of their own. */
const CALENDAR =
  /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues|thurs|sept)\b/i;

describe("the English calendar", () => {
  it.each(ROOMS)("stands in src/extract/en alone, and so not in %s", (room) => {
    const root = join(import.meta.dirname, "../../src", room);
    const found = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !(room === "extract" && path.startsWith("en/")))
      .filter((path) => literalsOf(readFileSync(join(root, path), "utf8")).some((literal) => CALENDAR.test(literal)));
    expect(found).toEqual([]);
  });
});

/** Its strings and regular expressions, without comments, which show what a rule reads. */
function literalsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?<!:)\/\/.*$/gm, "");
  return code.match(/"[^"\n]*"|`[^`]*`|\/[^/\n]+\//g) ?? [];
}
