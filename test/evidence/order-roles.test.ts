import { expect, it } from "vitest";
import { type CountedRole, orderRoles } from "../../src/evidence/order-roles.ts";

function role(title: string, [firstSeen, lastSeen]: [string, string], given: Partial<CountedRole> = {}): CountedRole {
  return { title, affiliation: null, country: "NO", firstSeen, lastSeen, uses: 1, ...given };
}
const titles = (roles: CountedRole[]) => orderRoles(roles).map(({ title }) => title);
const PRESIDENT = role("President", ["2023-01-05", "2024-06-01"], { uses: 4 });

it("puts the office of the newest article first, whatever the order they come in", () => {
  const roles = [role("Foreign Minister", ["2019-01-01", "2020-01-01"]), PRESIDENT];
  expect(titles(roles)).toEqual(["President", "Foreign Minister"]);
});

it("leaves out what one article says against three at the time", () => {
  const once = role("Reporter", ["2023-02-01", "2023-02-01"], { country: null });
  expect(titles([once, PRESIDENT])).toEqual(["President"]);
  expect(titles([once, { ...PRESIDENT, uses: 2 }])).toEqual(["President", "Reporter"]);
});

it("leaves out the same office of another country that one article gives", () => {
  const other = role("President", ["2023-02-01", "2023-02-01"], { country: "CL" });
  expect(orderRoles([other, PRESIDENT])).toEqual([PRESIDENT]);
});

it("keeps an office that one article gives at another time, in a party, or as a former one", () => {
  const day: [string, string] = ["2023-02-01", "2023-02-01"];
  const earlier = role("Mayor", ["2015-02-01", "2015-02-01"]);
  const former = role("Former Mayor", day);
  const party = role("Chair", day, { affiliation: "Harbour Party" });
  expect(titles([earlier, PRESIDENT])).toEqual(["President", "Mayor"]);
  expect(titles([former, PRESIDENT])).toEqual(["President", "Former Mayor"]);
  expect(titles([party, PRESIDENT])).toEqual(["President", "Chair"]);
});

it("puts callings and mere leaders behind an older office, and what somebody then was last", () => {
  const day: [string, string] = ["2025-02-01", "2025-02-01"];
  const roles = [role("Then-Mayor", day), role("Leader", day, { uses: 2 }), role("Author", day), PRESIDENT];
  expect(titles(roles)).toEqual(["President", "Leader", "Author", "Then-Mayor"]);
});

it("says first that somebody is dead", () => {
  const late = role("Late President", ["2024-05-01", "2024-05-01"]);
  expect(titles([PRESIDENT, late])).toEqual(["Late President", "President"]);
});

it("leaves out a mere diplomat at the time of an office, and what somebody then was beside the office itself", () => {
  const day: [string, string] = ["2023-02-01", "2023-02-01"];
  const once = { ...PRESIDENT, uses: 1 };
  expect(titles([role("Diplomat", day, { country: null }), once])).toEqual(["President"]);
  expect(titles([role("Then-President", day), once])).toEqual(["President"]);
});

it("tells one office that is written in two ways once, with all its time", () => {
  const short = role("Harbour Commission President", ["2023-01-01", "2023-06-01"], { uses: 2 });
  const long = role("President", ["2024-01-01", "2024-01-01"], { affiliation: "Harbour Commission" });
  expect(orderRoles([short, long])).toEqual([{ ...short, lastSeen: "2024-01-01", uses: 3 }]);
});

it("leaves out a vague word that one article alone has, whenever that was", () => {
  const once = role("Diplomat", ["2022-06-04", "2022-06-04"]);
  expect(titles([once, PRESIDENT])).toEqual(["President"]);
  expect(titles([{ ...once, uses: 2 }, PRESIDENT])).toEqual(["President", "Diplomat"]);
  expect(titles([once])).toEqual(["Diplomat"]);
});
