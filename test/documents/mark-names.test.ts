import { expect, test } from "vitest";
import { markNames } from "../../src/documents/mark-names.ts";

const HOLM = [{ surname: "Holm", name: "Sigrid Holm" }];

test("a surname that two people share has the full name behind it, once", () => {
  expect(markNames("Holm crossed the border, and Holm went on.", HOLM)).toBe(
    "Holm [Sigrid Holm] crossed the border, and Holm went on.",
  );
  expect(markNames("On Monday, Holm’s visit ended.", HOLM)).toBe("On Monday, Holm’s [Sigrid Holm] visit ended.");
});

test("a full name and another word stay as they are", () => {
  expect(markNames("Erik Holm spoke in Stockholm of Holmgard.", HOLM)).toBe("Erik Holm spoke in Stockholm of Holmgard.");
  expect(markNames("Holm spoke.")).toBe("Holm spoke.");
});
