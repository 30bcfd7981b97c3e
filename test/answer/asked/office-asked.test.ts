import { describe, expect, it } from "vitest";
import { officeAsked } from "../../../src/answer/asked/office-asked.ts";

describe("officeAsked", () => {
  it.each([
    ["Who is the defence minister of Japan?", "Japanese Defense Minister Kenta Mori spoke."],
    ["who is japan's defence minister", "The defence minister of Japan spoke."],
    ["Is Mori the prime minister of Japan?", "Japan's Prime Minister Kenta Mori spoke."],
    ["Who was the French foreign minister?", "France's new foreign minister spoke."],
    ["Who is the president of the United States?", "The U.S. President spoke."],
  ])("finds in an article who it is: %s", (question, sentence) => {
    expect(officeAsked(question)?.test(sentence)).toBe(true);
  });

  it.each([
    ["Who is the defence minister of Japan?", "India's Defence Minister met Japan's Prime Minister."],
    ["Who is the president of France?", "The president met delegates from Britain and France."],
  ])("does not take another's office: %s", (question, sentence) => {
    expect(officeAsked(question)?.test(sentence)).toBe(false);
  });

  it.each([
    "What is the capital of France?",
    "Who met the minister?",
    "Who spoke of Japan?",
    "",
    `who is the ${"minister ".repeat(40_000)}of japan`,
  ])("asks for no office in %.40s", (question) => {
    expect(officeAsked(question)).toBeNull();
  });
});
