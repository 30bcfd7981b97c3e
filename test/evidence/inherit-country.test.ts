import { describe, expect, it } from "vitest";
import { inheritCountry } from "../../src/evidence/inherit-country.ts";

const role = (title: string, country: string | null, uses: number) => ({
  ...{ title, affiliation: null, country, uses },
  ...{ firstSeen: "2024-03-01", lastSeen: "2024-03-01" },
});

describe("an office whose country is not said", () => {
  it("has that of the person, and is one with the office that says it", () =>
    expect(
      inheritCountry([{ ...role("Vice President", null, 50), firstSeen: "2024-02-01" }, role("Vice President", "PT", 3)], "PT"),
    ).toEqual([{ ...role("Vice President", "PT", 53), firstSeen: "2024-02-01" }]));

  it("is one with the same title in another spelling, as most articles spell it", () => {
    const roles = [role("National Security Adviser", "PT", 3), role("National Security Advisor", null, 40)];
    expect(inheritCountry(roles, "PT")).toEqual([role("National Security Advisor", "PT", 43)]);
  });

  it("has none where the person's is not known, where it is no state's, and where a body is named", () => {
    const roles = [role("European Commission President", null, 1), role("Novelist", null, 1)];
    expect(inheritCountry(roles, "PT")).toEqual(roles);
    expect(inheritCountry([role("President", null, 1)], null)).toEqual([role("President", null, 1)]);
    const ofBody = { ...role("President", null, 1), affiliation: "Harbour Bank" };
    expect(inheritCountry([ofBody], "PT")).toEqual([ofBody]);
  });
});

describe("an office of another country than the person's", () => {
  it("goes where ten times as many articles give that title at home, and stays where it is another title", () => {
    const [home, mistaken] = [role("President", "PT", 20), role("President", "AF", 2)];
    expect(inheritCountry([home, mistaken], "PT")).toEqual([home]);
    expect(inheritCountry([home, role("Ambassador", "AF", 1)], "PT")).toHaveLength(2);
    expect(inheritCountry([role("President", "PT", 5), mistaken], "PT")).toHaveLength(2);
  });
});
