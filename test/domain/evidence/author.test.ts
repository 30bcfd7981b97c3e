import fc from "fast-check";
import { expect, it } from "vitest";
import { authorLine } from "../../../src/domain/evidence/author.ts";

it.each([
  [["Ana Moreira"], "Ana Moreira"],
  [["By Ana Moreira"], "Ana Moreira"],
  [["Byron Lima"], "Byron Lima"],
  [["ana@gazette.example (Ana Moreira)"], "Ana Moreira"],
  [["  Ana\n\tMoreira  ", "Erik Solberg", "Ana Moreira"], "Ana Moreira, Erik Solberg"],
  [["श्रुति राव", "Zoë O’Neill-Lund"], "श्रुति राव, Zoë O’Neill-Lund"],
  [["A B", "C D", "E F", "G H", "I J"], "A B, C D, E F, G H"],
  [["admin", null, undefined, ""], null],
  [["https://social.example/ana", "www.gazette.example", "desk@gazette.example"], null],
  [["12345", "—"], null],
  [["x".repeat(81)], null],
  [["\u202emoreira\u202c\u0007 \u200bana"], "moreira ana"],
])("takes %j as %j", (given, author) => {
  expect(authorLine(given)).toBe(author);
});

it("gives one bounded line without characters that nobody sees, whatever it is given", () => {
  const anything = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), { maxLength: 8 });
  fc.assert(
    fc.property(anything, (given) => {
      const line = authorLine(given);
      if (line === null) return;
      expect(line.length).toBeLessThanOrEqual(4 * 80 + 6);
      expect(line).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
