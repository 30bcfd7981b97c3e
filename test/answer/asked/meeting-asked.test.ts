import { expect, it } from "vitest";
import { asksOfMeeting, choiceOf, othersAsked } from "../../../src/answer/asked/meeting-asked.ts";
import type { MeetingRecord } from "../../../src/domain/evidence/records.ts";
import type { Named } from "../../../src/evidence/find-named.ts";

it.each([
  ["Who met Otieno in Accra?", true],
  ["Whom did Owusu visit?", true],
  ["Which presidents took part in Owusu's call?", true],
  ["Where was the summit held?", true],
  ["Who proposed the summit of Owusu and Otieno?", false],
  ["Who will stand in for Owusu at the summit?", false],
])("knows whether %s asks for a meeting itself", (text, isAsked) => {
  expect(asksOfMeeting(text)).toBe(isAsked);
});

it('takes two people as a choice only if nothing but "or" stands between them', () => {
  const people = [["Ama", "Owusu"], ["Otieno"]].map((words, at) => ({ person: { id: `p${at}` }, at, words }));
  const named = { people, countries: [] } as unknown as Named;
  expect(choiceOf("When did Moe meet Ama Owusu or President Otieno?", named).size).toBe(2);
  expect(choiceOf("How often did Ama Owusu speak or meet with Otieno?", named).size).toBe(0);
});

it("names those who were there beside whom the question names, where it asks for them", () => {
  const participants = ["Ama Owusu", "Peter Otieno"].map((name) => ({ name, kind: "person" }));
  const meeting = { participants: [...participants, { name: "Ghana", kind: "country" }] } as unknown as MeetingRecord;
  const names = [new Set(["ama", "owusu"])];
  expect(othersAsked("Whom did Owusu meet in Accra?", meeting, names)).toEqual(["otieno"]);
  expect(othersAsked("When did Owusu meet Otieno?", meeting, names)).toEqual([]);
});
