import { expect, it } from "vitest";
import { withoutFurniture } from "../../../../src/ingest/sources/pages/without-furniture.ts";

const STORY = "Ana Moreira met Erik Solberg in Lisbon on Tuesday, and spoke of fisheries.";
const MORE = "The post of ambassador appeared first on the list, she said. They read more books than papers.";

it.each([
  "The post Talks on fish appeared first on The Harbour Gazette.",
  "This article first appeared on Coast Weekly.",
  "submitted by /u/harbour_cat\n[link] [comments]",
  "submitted by /u/harbour_cat [link] [comments]",
  "Continue reading Talks on fish →",
  "Read the full story",
  "Read more: Solberg meets Moreira's deputy in Oslo on Friday",
  "Also read | Fishing fleets ask for rules",
  "Sign up for our newsletter, and get the tide table every morning",
  "Follow us on WhatsApp",
  "Share this article",
  "Facebook Twitter WhatsApp Email",
  "Share | Tweet | Print",
])("leaves %j out of a text", (line) => {
  expect(withoutFurniture([STORY, line, MORE].join("\n\n"))).toBe(`${STORY}\n\n${MORE}`);
});

it("leaves out the line above a text that says when it was posted, and keeps what a text says further down", () => {
  expect(withoutFurniture(["Posted on November 24, 2026 by Ana", "4 min read", STORY].join("\n\n"))).toBe(STORY);
  const below = [STORY, MORE, STORY, MORE, STORY, "Updated rules will be published on Friday"].join("\n\n");
  expect(withoutFurniture(below)).toBe(below);
});

it("leaves out what stands for the words that a teaser has not", () => {
  expect(withoutFurniture(`${STORY} […]`)).toBe(STORY);
  expect(withoutFurniture(`${STORY} [...]`)).toBe(STORY);
  expect(withoutFurniture(`${STORY} … Read more »`)).toBe(STORY);
});

it.each([
  "Related parties to the treaty met in Oslo, and the post of envoy was filled by Max Toll on Monday.",
  "“Follow us to Oslo,” Solberg said. Subscribers to the wind fund may sign up for shares until Friday.",
  "Published figures show that trade grew by a tenth.",
])("keeps a sentence: %j", (sentence) => {
  expect(withoutFurniture([STORY, MORE, STORY, MORE, STORY, sentence].join("\n\n"))).toContain(sentence);
});
