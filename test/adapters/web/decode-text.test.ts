import { expect, it } from "vitest";
import { decodeText } from "../../../src/adapters/web/decode-text.ts";

/** "日本" in each. */
const JAPANESE: Record<string, number[]> = {
  shift_jis: [0x93, 0xfa, 0x96, 0x7b],
  "euc-jp": [0xc6, 0xfc, 0xcb, 0xdc],
  "iso-2022-jp": [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42],
};
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const page = (head: string, ...parts: (string | number[])[]) =>
  bytes(`<html><head>${head}</head><body><p>`, ...parts, "</p></body></html>");

it("reads UTF-8 with a broken byte as UTF-8, and replaces that byte alone", () => {
  const text = "Dr. Müller und Frau Öztürk aus Zürich übergaben Größeres für Köln.";
  const body = Buffer.concat([Buffer.from(text), Buffer.from([0xe3]), Buffer.from(" Ende")]);
  expect(decodeText(body, "text/html; charset=utf-8")).toBe(`${text}\ufffd Ende`);
  expect(decodeText(body, "text/html")).toBe(`${text}\ufffd Ende`);
});

it("reads what is UTF-8 as that, whatever else is declared", () => {
  const body = Buffer.from('<?xml version="1.0" encoding="utf-16"?><rss>Müller</rss>');
  expect(decodeText(body, "text/xml")).toContain("Müller");
  expect(decodeText(body, "text/xml; charset=iso-8859-1")).toContain("Müller");
});

it("reads UTF-16 by its zeros, with or without a byte order mark", () => {
  const little = Buffer.from("<p>Menon met Morita</p>", "utf16le");
  expect(decodeText(little, "")).toBe("<p>Menon met Morita</p>");
  expect(decodeText(Buffer.from(little).swap16(), "text/html")).toBe("<p>Menon met Morita</p>");
});

it.each(["Shift_JIS", "cp932", "windows-31j", "x-sjis", "ShiftJIS"])("knows Shift_JIS by the name %s", (label) => {
  const body = page(`<meta http-equiv="Content-Type" content="text/html; charset=${label}">`, JAPANESE["shift_jis"] ?? []);
  expect(decodeText(body, "text/html")).toContain("<p>日本</p>");
});

it("keeps a declared encoding with a broken byte in it", () => {
  const many = Array.from({ length: 30 }, () => JAPANESE["shift_jis"] ?? []);
  const body = page('<meta charset="Shift_JIS">', ...many, [0xfd], "Z");
  const text = decodeText(body, "text/html");
  expect(text).toContain("日本".repeat(30));
  expect(text.match(/\ufffd/g)).toHaveLength(1);
});

it("finds a declaration behind a long comment", () => {
  const body = page(`<!-- ${"x".repeat(5000)} --><meta charset="euc-jp">`, JAPANESE["euc-jp"] ?? []);
  expect(decodeText(body, "text/html")).toContain("日本");
});

it.each(Object.keys(JAPANESE))("detects %s that nobody declares", (label) => {
  const hiragana: Record<string, number[]> = {
    shift_jis: [0x82, 0xcd, 0x82, 0xcc, 0x82, 0xc9, 0x82, 0xf0],
    "euc-jp": [0xa4, 0xcf, 0xa4, 0xce, 0xa4, 0xcb, 0xa4, 0xf2],
    "iso-2022-jp": [0x1b, 0x24, 0x42, 0x24, 0x4f, 0x24, 0x4e, 0x24, 0x4b, 0x24, 0x72, 0x1b, 0x28, 0x42],
  };
  const words = Array.from({ length: 20 }, () => [JAPANESE[label] ?? [], " ", hiragana[label] ?? [], " "]).flat();
  expect(decodeText(page('<script>var language = "none of it";</script>', ...words), "text/html")).toContain(
    "日本 はのにを 日本 はのにを",
  );
});

it("reads the quotation marks and dashes of Windows-1252", () => {
  expect(
    decodeText(
      bytes("<p>", [0x93], "We won", [0x92], "t wait", [0x94], " ", [0x96], " Roe</p>"),
      "text/html; charset=windows-1252",
    ),
  ).toBe("<p>“We won’t wait” – Roe</p>");
  expect(decodeText(bytes("<p>", [0x93], "We won", [0x92], "t wait", [0x94], "</p>"), "")).toBe("<p>“We won’t wait”</p>");
});

it("never fails, whatever a header names", () => {
  expect(decodeText(bytes("<p>caf", [0xe9], "</p>"), "text/html; charset=klingon")).toContain("caf");
  expect(decodeText(new Uint8Array(), "text/html")).toBe("");
});
