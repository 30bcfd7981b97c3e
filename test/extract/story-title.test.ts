import { describe, expect, it } from "vitest";
import { storyTitle } from "../../src/extract/story-title.ts";

describe("storyTitle", () => {
  it("is the title that the article has", () => {
    expect(storyTitle({ title: "Two ministers meet", text: "Something else. And more." })).toBe("Two ministers meet");
  });

  it("is the first sentence where there is no title, without its full stop", () => {
    expect(storyTitle({ title: null, text: "\n Dr. Amara Okoye met her counterpart in Accra.\n\nThey spoke." })).toBe(
      "Dr. Amara Okoye met her counterpart in Accra",
    );
  });

  it("keeps the stop of an abbreviation at its end", () => {
    expect(storyTitle({ title: null, text: "Envoys flew to the U.S." })).toBe("Envoys flew to the U.S.");
  });

  it("does not begin with the head that says when the text was published", () => {
    expect(storyTitle({ title: null, text: " date 2023-05-20 Envoys met in Accra. They spoke." })).toBe("Envoys met in Accra");
  });

  it("cuts a long sentence after a word, and shows that it did", () => {
    const text = `${"Ministers of several states, among them ".repeat(5)}Ghana, met. They spoke.`;
    const title = storyTitle({ title: null, text });
    expect(title.length).toBeLessThanOrEqual(121);
    expect(title).toMatch(/^Ministers of several states, .* (?:Ministers|of|several|states|among|them)…$/);
  });

  it("cuts a word that is longer than a title may be", () => {
    expect(storyTitle({ title: null, text: "x".repeat(5_000) })).toBe(`${"x".repeat(120)}…`);
  });
});
