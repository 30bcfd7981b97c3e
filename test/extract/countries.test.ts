import { describe, expect, it } from "vitest";
import { allCountries, countryCodeOf, countryForms, countryWord } from "../../src/extract/countries.ts";

describe("the table of countries", () => {
  it("has each country once, by a code, a name and its people", () => {
    const countries = allCountries();
    expect(countries).toHaveLength(250);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(250);
    for (const { code, name } of countries) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(name).not.toBe("");
    }
    expect(countryForms("FR")).toEqual(["france", "french republic", "french"]);
    expect(countryWord("Porto-Novo")).toEqual({ code: "BJ", kind: "capital" });
  });

  it.each([
    ["Island", null],
    ["Dominique", null],
    ["Iceland", "IS"],
    ["Antiguans", "AG"],
    ["Barbudan", "AG"],
    ["the People’s Republic of China", "CN"],
  ])("reads %s as %s", (text, code) => {
    expect(countryCodeOf(text)).toBe(code);
  });
});
