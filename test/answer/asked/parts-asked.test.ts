import { expect, it } from "vitest";
import { partsAsked } from "../../../src/answer/asked/parts-asked.ts";

it("reads two questions in one line, and one where only one is asked", () => {
  expect(partsAsked("Who met Owusu and when?")).toEqual(["Who met Owusu?", "when?"]);
  expect(partsAsked("Where and when did Owusu and Otieno meet?")).toEqual(["Where did Owusu and Otieno meet?", "when?"]);
  expect(partsAsked("How many people attended the fair, and who chaired it?")).toEqual([
    "How many people attended the fair?",
    "who chaired it?",
  ]);
  expect(partsAsked("When did Owusu and Otieno meet?")).toEqual(["When did Owusu and Otieno meet?"]);
  expect(partsAsked("What did Owusu say about ferries and what they cost?")).toHaveLength(1);
});
