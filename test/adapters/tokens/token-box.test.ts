import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenBox, type TokenKey } from "../../../src/adapters/tokens/token-box.ts";

const key = (id: string): TokenKey => ({ id, secret: randomBytes(32) });
const OLD = key("2025");
const NEW = key("2026");
const TOKEN = "xoxb-1-secret";

describe("a box for tokens", () => {
  it("gives back any text, and never the same sealed text twice", () => {
    const box = createTokenBox([NEW]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, boundTo) => {
        const [first, second] = [box.seal(text, boundTo), box.seal(text, boundTo)];
        expect(first.sealed).not.toBe(second.sealed);
        expect(box.open(first, boundTo)).toBe(text);
      }),
    );
  });

  it("shows nothing of what it holds", () => {
    const { sealed } = createTokenBox([NEW]).seal(TOKEN, "slack:T1");
    expect(sealed).not.toContain("xox");
    expect(Buffer.from(sealed.slice(2), "base64url").toString("latin1")).not.toContain("xox");
  });

  it("opens with an older key what that key sealed, and seals with the newest", () => {
    const sealed = createTokenBox([OLD]).seal(TOKEN, "slack:T1");
    const both = createTokenBox([NEW, OLD]);
    expect(both.open(sealed, "slack:T1")).toBe(TOKEN);
    expect(both.seal(TOKEN, "slack:T1").keyId).toBe("2026");
  });

  it("does not open in another row, with a byte changed, under another key's name or in another form", () => {
    const box = createTokenBox([NEW, OLD]);
    const { keyId, sealed } = box.seal(TOKEN, "slack:T1");
    const bytes = Buffer.from(sealed.slice(2), "base64url");
    expect(() => box.open({ keyId, sealed }, "slack:T2")).toThrow(
      /The key "2026" in TOKEN_KEYS does not decrypt what is stored for slack:T2/,
    );
    expect(() => box.open({ keyId, sealed }, "discord:T1")).toThrow();
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open({ keyId, sealed: `1.${changed.toString("base64url")}` }, "slack:T1")).toThrow();
    }
    expect(() => box.open({ keyId: "2025", sealed }, "slack:T1")).toThrow();
    expect(() => box.open({ keyId, sealed: `2.${sealed.slice(2)}` }, "slack:T1")).toThrow();
    for (let length = 0; length < bytes.length; length++)
      expect(() => box.open({ keyId, sealed: `1.${bytes.subarray(0, length).toString("base64url")}` }, "slack:T1")).toThrow();
  });

  it("says in one sentence which key is missing, without the token", () => {
    const sealed = createTokenBox([OLD]).seal(TOKEN, "slack:T1");
    expect(() => createTokenBox([NEW]).open(sealed, "slack:T1")).toThrow(
      'What is stored for slack:T1 is encrypted with the key "2025", which TOKEN_KEYS does not have. Add that key after the newest one.',
    );
  });
});
