import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passageUrl } from "../../../src/domain/evidence/passage-url.ts";

describe("passageUrl", () => {
  it("names a short passage as a whole, without the marks around it", () => {
    expect(passageUrl("https://a.example/x", "“We agreed, at last,”")).toBe(
      "https://a.example/x#:~:text=We%20agreed%2C%20at%20last",
    );
  });

  it("names a long passage by its first and last five words", () => {
    const passage = "one two three four five six seven eight nine ten eleven twelve thirteen.";
    expect(passageUrl("https://a.example/x", passage)).toBe(
      "https://a.example/x#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
    );
  });

  it("encodes the directive's own punctuation", () => {
    expect(passageUrl("https://a.example/", "co-operation & trade")).toBe(
      "https://a.example/#:~:text=co%2Doperation%20%26%20trade",
    );
  });

  it("keeps a fragment that the address has, and leaves an address with a directive alone", () => {
    expect(passageUrl("https://a.example/#top", "word")).toBe("https://a.example/#top:~:text=word");
    expect(passageUrl("https://a.example/#:~:text=x", "word")).toBe("https://a.example/#:~:text=x");
  });

  it("leaves alone what is no web address, and passages without words", () => {
    expect(passageUrl("mailto:a@b.example", "word")).toBe("mailto:a@b.example");
    expect(passageUrl("https://a.example/", " — “” ")).toBe("https://a.example/");
    expect(passageUrl("https://a.example/", "x".repeat(500))).toBe("https://a.example/");
  });

  it("keeps what nobody sees within a passage as the page has it, and shows none of it", () => {
    expect(passageUrl("https://a.example/", "\u2067He is\u2069 not\u00AD guilty\u202C.")).toBe(
      "https://a.example/#:~:text=He%20is%E2%81%A9%20not%C2%AD%20guilty",
    );
  });

  it("gives an address that parses, for any passage", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (passage) => {
        expect(URL.canParse(passageUrl("https://a.example/x", passage))).toBe(true);
      }),
    );
  });
});
