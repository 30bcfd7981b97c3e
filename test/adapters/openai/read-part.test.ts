import { expect, it } from "vitest";
import { createPartReader } from "../../../src/adapters/openai/read-part.ts";
import type { Draft } from "../../../src/domain/model/language-model.ts";

const WHOLE =
  '```json\n{"points": [{"sentence": 3, "keep": [], "heading": ""}, {"sentence": 5, "keep": [{"from": 1, "to": 4}]}], "quotes": []}';

it("hands on each point once it is whole, whatever the pieces", () => {
  const parts: Draft[] = [];
  const heard = createPartReader("copy", (draft) => parts.push(draft));
  for (let end = 1; end <= WHOLE.length; end++) heard(WHOLE.slice(0, end));
  const told = parts.map(({ copies }) => copies.map(({ sentence }) => sentence));
  expect(told[0]).toEqual([3]);
  expect(told.at(-1)).toEqual([3, 5]);
  for (const each of told) expect([[3], [3, 5]]).toContainEqual(each);
});

it("says nothing of what is no draft, and begins anew with a call that is repeated", () => {
  const parts: Draft[] = [];
  const heard = createPartReader("copy", (draft) => parts.push(draft));
  heard("Sure! Here you are: {}}");
  expect(parts).toEqual([]);
  heard('{"points": [{"sentence": 7, "keep": []}');
  heard('{"points": [{"sentence": 8, "keep": []}, {"sentence');
  expect(parts.map(({ copies }) => copies[0]?.sentence)).toContain(7);
});
