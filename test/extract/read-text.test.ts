import { describe, expect, it } from "vitest";
import { english } from "../../src/extract/en/english.ts";
import { readText } from "../../src/extract/read-text.ts";

describe("readText", () => {
  it("takes a text wrapped at a column for one paragraph, though a link in it runs on", () => {
    const lines = [
      "The minister received the president of the neighbouring republic, Andrew",
      "Lindqvist, at the ministry, and both signed what their envoys had prepared,",
      `as [the statement](https://example.org/statements/${"a-long-name-".repeat(10)}) on the`,
      "pages of the ministry says in more words than this.",
    ];
    const model = readText(lines.join("\n"), english);
    expect(model.paragraphs.length).toBe(1);
    expect(model.sentences.length).toBe(1);
  });

  it("takes lines that are paragraphs for paragraphs", () => {
    const model = readText("The minister has left for Oslo.\nThe president stays at home.\nNobody said why.", english);
    expect(model.paragraphs.length).toBe(3);
  });
});
