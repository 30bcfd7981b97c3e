import { expect, it } from "vitest";
import { isNamesakes, tookPart } from "../../src/answer/took-part.ts";
import type { MeetingRecord, PersonRecord } from "../../src/domain/evidence/records.ts";

const meetingOf = (...names: string[]) =>
  ({ participants: names.map((name) => ({ name, kind: "person" })) }) as unknown as MeetingRecord;
const personOf = (name: string, ...aliases: string[]) => ({ name, aliases, roles: [] }) as unknown as PersonRecord;

it("takes a participant for a person under any of their names, and not for one of the same family name", () => {
  const han = personOf("Han Bo Un", "Han");
  expect(tookPart(meetingOf("Han Bo Un", "Ama Owusu"), han)).toBe(true);
  expect(tookPart(meetingOf("Han", "Ama Owusu"), han)).toBe(true);
  expect(tookPart(meetingOf("Han Sol-bi", "Ama Owusu"), han)).toBe(false);
  expect(isNamesakes(meetingOf("Han Sol-bi", "Ama Owusu"), han)).toBe(true);
  expect(isNamesakes(meetingOf("Ama Owusu"), han)).toBe(false);
  expect(isNamesakes(meetingOf("UN Assembly", "Ama Owusu"), han)).toBe(false);
});
