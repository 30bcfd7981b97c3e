import { expect, it } from "vitest";
import { linkLabel } from "../../../src/domain/evidence/link-target.ts";

const labelOf = (label: string, url: string) => linkLabel({ label, url, citation: null });

it.each([
  ["plainly", "reuters.com"],
  ["as a part of the world's", "news.reuters.com"],
  ["with another full stop", "reuters\u2024com"],
  ["with a wide full stop", "reuters\uFF0Ecom"],
  ["with an ideographic full stop", "reuters\u3002com"],
  ["with a middle dot", "reuters\u00B7com"],
  ["with a bullet", "reuters\u2022com"],
  ["with a mark on a letter", "reuters.c\u0307om"],
  ["with a mark before the full stop", "reuters\u0307.com"],
  ["with a Roman numeral for a letter", "reuters.co\u217F"],
  ["with a digit for a letter", "reuters.c0m"],
  ["with letters of mathematics", "\u{1D5FF}euters.com"],
  ["with a Cyrillic letter", "r\u0435uters.com"],
  ["behind an @", "@reuters.com"],
  ["under many names", "a.b.c.d.e.f.g.h.i.j.reuters.com"],
])("says where a link leads whose label names another website %s", (_, label) => {
  expect(labelOf(label, "https://evil.example/x")).toBe(`${label} (evil.example)`);
});

it("says so where only a mark tells the named website from the one behind it", () => {
  expect(labelOf("k\u00F6ln.example", "https://koln.example/")).toBe("k\u00F6ln.example (koln.example)");
});

it.each(["reuters.com", "Reuters, reuters.com", "The U.S. at 5 a.m.", "Section 2.10", "Ms. Larsen · Reuters"])(
  "leaves the label “%s” alone, which names no other website",
  (label) => {
    expect(labelOf(label, "https://www.reuters.com/x")).toBe(label);
  },
);
