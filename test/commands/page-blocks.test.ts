import { expect, it } from "vitest";
import { pageActions, pageFooter, type ShownPage } from "../../src/commands/page-blocks.ts";

const page = (given: Partial<ShownPage>): ShownPage => ({
  intent: { kind: "quotes", page: 2 },
  shown: 10,
  total: 43,
  more: true,
  noun: "quotes",
  ...given,
});

it("a page says which rows it shows of how many, and leads back and on", () => {
  expect(JSON.stringify(pageFooter(page({})))).toContain("Quotes 11 to 20 of 43.");
  expect(pageActions(page({})).map(({ label, intent }) => [label, intent])).toEqual([
    ["Back", { kind: "quotes", page: 1 }],
    ["More quotes", { kind: "quotes", page: 3 }],
  ]);
});

it("a list of one page needs neither", () => {
  const whole = page({ intent: { kind: "quotes" }, total: 7, shown: 7, more: false });
  expect([pageFooter(whole), pageActions(whole)]).toEqual([[], []]);
});

it("a page that nobody counted says which rows it shows", () => {
  expect(JSON.stringify(pageFooter(page({ total: null })))).toContain("Quotes 11 to 20.");
});
