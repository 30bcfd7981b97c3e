import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { englishInRules } from "../../scripts/english-in-rules.ts";
import { readSources } from "../../scripts/walls.ts";

const inRule = (source: string, path = "extract/quotes/rule.ts") => englishInRules(new Map([[path, source]]));

describe("English in the rules", () => {
  it("is all in src/extract/en", () => {
    expect(englishInRules(readSources(fileURLToPath(new URL("../../src", import.meta.url))))).toEqual([]);
  });

  it.each([
    ["a pattern with a word", `const A = /^(?:said|says)$/;`],
    ["an ending in a pattern", `const A = /ing$/i;`],
    ["a list of words", `const A = words("said says told");`],
    ["a list in two parts", `const A = new Set(("said says " + "told").split(" "));`],
    ["a set of words", `const A = new Set(["said", "says", "told"]);`],
  ])("is seen in %s", (_, source) => {
    expect(inRule(`\n${source}`)).toEqual([expect.stringContaining("src/extract/quotes/rule.ts:2 holds English")]);
  });

  it.each([
    ["a pattern of marks and classes", String.raw`const A = /^[“"]?\p{Lu}[a-z]+\s(?<=x)\d/u;`],
    ["a word that is compared with", `const a = word === "according";`],
    ["labels of the grammar", `const A = words("ccomp xcomp acl");`],
    ["codes of countries", `const A = "BR RU IN CN".split(" ");`],
    ["names of rules", `const A = new Set(["subject then verb", "colon", "verb then subject"]);`],
  ])("is not seen in %s", (_, source) => {
    expect(inRule(source)).toEqual([]);
  });

  it("belongs in extract/en, and is not looked for elsewhere", () => {
    const list = `const A = words("said says told");`;
    expect(inRule(list, "extract/en/verbs.ts")).toEqual([]);
    expect(inRule(list, "commands/show-help.ts")).toEqual([]);
  });
});
