import { expect, it } from "vitest";
import { escapePatterns } from "../../scripts/escape-patterns.ts";

function valueIn<Value>(module: string): Value {
  return new Function(`${module}; return value;`)() as Value;
}

it.each([
  ["const value = /^[“é–😀]+’s$/u;", "“é–😀’s", "a’s"],
  ["const value = /[’']s|é$/;", "it’s", "its"],
])("writes the expression in %j in ASCII, and it matches the same", (module, matched, other) => {
  const escaped = escapePatterns("module.js", module);

  expect(escaped).toMatch(/^[ -~]*$/);
  const [was, is] = [valueIn<RegExp>(module), valueIn<RegExp>(escaped)];
  expect([is.test(matched), is.test(other)]).toEqual([true, false]);
  expect([was.test(matched), was.test(other)]).toEqual([true, false]);
});

it("writes raw texts in ASCII, and they stay the same", () => {
  const module = `const name = 'x'; const value = String.raw\`[’…]\\b\${name}é\\d😀\`;`;
  const escaped = escapePatterns("module.ts", module);

  expect(escaped).toMatch(/^[ -~]*$/);
  expect(valueIn(escaped)).toBe("[’…]\\bxé\\d😀");
});

it("leaves all else as it is", () => {
  const module = `const value = tag\`é\${1}\` + '’' + /a/.source; // é`;

  expect(escapePatterns("module.ts", module)).toBe(module);
});

it("refuses what cannot be parsed", () => {
  expect(() => escapePatterns("module.ts", "const é = ;")).toThrow("module.ts");
});
