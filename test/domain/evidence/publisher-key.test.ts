import { expect, it } from "vitest";
import { publisherKey } from "../../../src/domain/evidence/publisher-key.ts";

const keyOf = (url: string | null, publisher: string | null) => publisherKey({ id: "a1", url, publisher });

it("two feeds of one outlet are one publisher, whatever they are called", () => {
  expect(keyOf("https://www.gazette.org/asia/1", "Gazette: Asia")).toBe(keyOf("https://edition.gazette.org/2", "Gazette: World"));
  expect(keyOf("https://www.gazette.co.uk/1", "Gazette")).not.toBe(keyOf("https://www.courier.co.uk/1", "Courier"));
});

it("two outlets on one platform are two, and where there is no address, the name tells", () => {
  expect(keyOf("https://news.google.com/articles/1", "Gazette")).not.toBe(keyOf("https://news.google.com/articles/2", "Courier"));
  expect(keyOf(null, "Gazette")).toBe("Gazette");
  expect(keyOf(null, null)).toBe("a1");
});
