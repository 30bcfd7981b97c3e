import { expect, it } from "vitest";
import { tellsOf } from "../../src/answer/tells-of.ts";

const NAMES = [new Set(["owusu"]), new Set(["otieno"])];

it("reads a meeting between two names, or behind both", () => {
  expect(tellsOf("Owusu met President Peter Otieno in Accra.", NAMES)).toBe(true);
  expect(tellsOf("Owusu and President Otieno of Kenya met in Accra.", NAMES)).toBe(true);
  expect(tellsOf("Owusu and Otieno looked forward to meeting in Accra.", NAMES)).toBe(false);
  expect(tellsOf("Lund told Owusu that the meeting between President Otieno and Moe was off.", NAMES)).toBe(false);
  expect(tellsOf("Owusu thanked Otieno, who met Lund.", NAMES)).toBe(false);
});
