import { describe, expect, it } from "vitest";
import { foldRoles } from "../../../src/domain/evidence/fold-roles.ts";
import type { CountedRole } from "../../../src/evidence/order-roles.ts";

function role(title: string, given: Partial<CountedRole> = {}): CountedRole {
  return { title, affiliation: null, country: null, firstSeen: "2024-03-01", lastSeen: "2024-03-01", uses: 1, ...given };
}

describe("roles of one person", () => {
  it("are one where an article only leaves the country out, over the time of both", () => {
    const vague = role("Foreign Minister", { firstSeen: "2023-01-05", lastSeen: "2024-06-01" });
    const whole = role("foreign minister", { country: "NO" });
    expect(foldRoles([vague, whole])).toEqual([{ ...whole, firstSeen: "2023-01-05", lastSeen: "2024-06-01", uses: 2 }]);
  });

  it("take in what one says of the country and another of the house", () => {
    const both = role("Envoy", { country: "NO", affiliation: "Foreign Ministry" });
    expect(foldRoles([role("Envoy", { country: "NO" }), both, role("Envoy", { affiliation: "Foreign Ministry" })])).toEqual([
      { ...both, uses: 3 },
    ]);
  });

  it("stay apart where they are held in two countries, and a vague one fits either", () => {
    const roles = [role("Ambassador", { country: "NO" }), role("Ambassador", { country: "CL" }), role("Ambassador")];
    expect(foldRoles(roles)).toEqual(roles);
  });

  it("stay apart where their titles differ, in their order", () => {
    const roles = [role("Finance Minister", { country: "CL" }), role("Foreign Minister"), role("Spokesperson")];
    expect(foldRoles(roles)).toEqual(roles);
  });

  it("keep a date that only one of them has", () => {
    const [folded] = foldRoles([role("Envoy", { firstSeen: null, lastSeen: null }), role("Envoy", { country: "NO" })]);
    expect(folded).toMatchObject({ country: "NO", firstSeen: "2024-03-01", lastSeen: "2024-03-01" });
  });
});
