import { expect, it } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { isSmallTalk } from "../../src/extract/en/questions/chat-words.ts";

it("knows thanks from a question", () => {
  for (const said of ["thanks", "ok, great", "Thank you very much!", "+1"]) expect(isSmallTalk(said)).toBe(true);
  for (const asked of ["why?", "and Japan?", "thanks, and who is Lund?"]) expect(isSmallTalk(asked)).toBe(false);
});

it("answers thanks in a thread with nothing, whatever the thread is about", async () => {
  const store = { people: { byName: async () => [] } } as unknown as Parameters<typeof answerQuestion>[0];
  const conversation = { topic: "india-japan", turns: [{ question: "Who is Lund?", answer: "Ida Lund is the mayor." }] };
  const told = await answerQuestion(store, "desk", { question: "thanks!", today: "2024-10-01", conversation });
  expect(told.answer).toBeNull();
  expect(told.nearest).toBeNull();
});
