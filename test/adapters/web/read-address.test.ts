import { expect, it } from "vitest";
import { readAddress } from "../../../src/adapters/web/read-address.ts";

it("asks no address with a password in it, and repeats none in its sentence", () => {
  expect(readAddress("https://me:secret@a.example/feed", "about:blank")).toMatchObject({ href: "https://a.example/feed" });
  for (const address of [
    "https://me:secret@a.example:22/feed",
    "ftp://me:secret@a.example/feed",
    "https://me:se@cret@a.example:99999/",
  ])
    expect(JSON.stringify(readAddress(address, "about:blank"))).toMatch(/^(?!.*(?:secret|cret@)).*a\.example/);
});
