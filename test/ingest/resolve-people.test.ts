import { describe, expect, it } from "vitest";
import type { KnownPerson } from "../../src/domain/evidence/evidence-store.ts";
import type { Person, Role } from "../../src/domain/evidence/extraction.ts";
import { resolvePeople } from "../../src/ingest/resolve-people.ts";

const role = (title: string, country: string | null): Role => ({ title, affiliation: null, country });
const person = (name: string, ...roles: Role[]): Person => ({ name, aliases: [], roles, mentions: [], rules: [] });
const known = (key: number, name: string, ...roles: Role[]): KnownPerson => ({
  ...{ key, name, aliases: [], uses: 1, among: [] },
  roles: roles.map((each) => ({ ...each, firstSeen: "2024-03-01", lastSeen: "2024-03-05" })),
});
const named = (people: Person[]) => ({ people, filedOn: "2024-03-06", countries: [] });
const keys = (people: Person[], others: KnownPerson[]) => resolvePeople(named(people), others).map((each) => each.key);

describe("a person of an article", () => {
  it("is the known one of the same name", () =>
    expect(keys([person("Ana Moreira")], [known(1, "Erik Solberg"), known(2, "Ana Moreira")])).toEqual([2]));

  it("is not the known one who holds the same office of another country", () => {
    const others = [known(1, "Ana Paula Moreira", role("Foreign Minister", "BR"))];
    expect(keys([person("Ana Moreira", role("Foreign Minister", "PT"))], others)).toEqual([null]);
  });

  it("is the one whose name is spelt otherwise only where the office agrees", () => {
    const others = [known(1, "Dmitri Petrov", role("President", "BG"))];
    expect(keys([person("Dimitry Petrov", role("President", "BG"))], others)).toEqual([1]);
    expect(keys([person("Dimitry Petrov")], others)).toEqual([null]);
    expect(keys([person("Dimitry Petrov", role("Coach", "EE"))], others)).toEqual([null]);
  });

  it("is nobody where two are alike, rather than one of them by chance", () => {
    const others = [known(1, "Ana Maria Moreira"), known(2, "Ana Rita Moreira")];
    expect(keys([person("Ana Moreira")], others)).toEqual([null]);
  });

  it("is never the same known person as another of the article", () => {
    expect(
      keys([person("Park Min-gyu"), person("Min-gyu Park")], [known(1, "Park Min-gyu")]).filter((key) => key === 1),
    ).toHaveLength(1);
  });

  it("is whom an admin says, whatever the letters say", () => {
    const others = [known(1, "Wim Kowal")];
    const rule = { key: "willem kowal", otherKey: "wim kowal" };
    expect(resolvePeople(named([person("Willem Kowal")]), others, [{ kind: "same", ...rule }])[0]?.key).toBe(1);
    expect(
      resolvePeople(named([person("Wim Kowal")]), others, [{ kind: "different", key: "wim kowal", otherKey: "wim kowal" }])[0]
        ?.key,
    ).toBe(null);
  });
});
