import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeUnseen, showText } from "../../../src/domain/chat/show-text.ts";
import { disguiseIn } from "../../fakes/disguises.ts";
import { hostileText } from "../../fakes/documents.ts";

describe("a text as it is shown", () => {
  it.each([
    ["overrides", "He is \u202Eyltiug ton\u202C.", "He is yltiug ton."],
    ["isolates and embeddings", "\u2067a\u2069\u202Ab\u202C\u2066c\u2068d", "abcd"],
    ["marks of direction", "1\u200E2\u200F3\u061C4", "1234"],
    ["zero width", "n\u200Bo\u2060t\uFEFF\u00AD\u200C\u200D now", "not now"],
    ["tags", "safe\u{E0001}\u{E0068}\u{E0069}\u{E007F}", "safe"],
    ["the flag of a region, which keeps its flag", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🏴"],
    ["selectors in excess", "a\uFE0F❤\uFE0F\uFE0F\uFE00", "a❤"],
    ["fillers", "\u3164a\u115Fb\uFFA0", "ab"],
    ["annotations", "\uFFF9base\uFFFAnote\uFFFB", "basenote"],
    ["separators of lines and paragraphs", "a\u2028b\u2029c", "a\nb\nc"],
    ["what a terminal obeys", "a\u001B[31mb\u009B2Jc\u007F\r", "a [31mb 2Jc  "],
    ["half a character", "a\uD800b", "a\uFFFDb"],
    ["a flood of marks", `Z${"\u0335\u0301".repeat(50)}a`, "Z\u0335\u0301\u0335\u0301a"],
    ["marks without a character", "\u0338\u0338of course", "of course"],
  ])("drops %s", (_, written, shown) => {
    expect(showText(written)).toBe(shown);
    expect(JSON.parse(escapeUnseen(JSON.stringify(written)))).toBe(written);
    expect(escapeUnseen(JSON.stringify(written))).not.toMatch(/[\p{Cc}\p{DI}\u2028\u2029]/u);
  });

  it.each([
    "The minister said: “We’ll meet — in Łódź, Çeşme or Huế.”\n\tNext",
    "می\u200Cخواهم",
    "क\u094D\u200Dष",
    "র\u200D\u09CDয",
    "ශ\u0DCA\u200Dරී ලංකා",
    "שָׁלוֹם",
    "🏳\uFE0F\u200D🌈 👩🏽\u200D🚀 ❤\uFE0F\u200D🔥 👨\u200D👩\u200D👧 1\uFE0F\u20E3 ☺\uFE0E",
    "葛\u{E0100}城",
    "ᠪᠠ\u180Eᠢ ᠭ\u180Bᠠ",
    "U\u0308ber na\u0303o Vie\u0323\u0302t",
  ])("leaves %s as it is", (written) => {
    expect(showText(written)).toBe(written);
  });

  it("has nothing in it that disguises it, and the same again changes nothing", () => {
    const any = fc.oneof(
      hostileText,
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."aZ \u0301\u0302\u200C\u200D\uFE0F\u094D\u0915👩🏽\u{E0041}\u202E\u115F") }),
    );
    fc.assert(
      fc.property(any, (written) => {
        const shown = showText(written);
        expect(disguiseIn(shown)).toBeNull();
        expect(showText(shown)).toBe(shown);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves what is plainly visible untouched", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aZé09 ßжλあ漢한अسش,.-“”\n\t🙂") }), (written) => {
        expect(showText(written)).toBe(written);
      }),
    );
  });
});
