import type { MeetingRecord, PersonRecord } from "../domain/evidence/records.ts";
import { namesOf } from "../evidence/find-named.ts";
import { wordsOf } from "../evidence/words.ts";

/** Whether a meeting lists a person, under any of their names: one who shares no more than the family name is another. */
export function tookPart(meeting: MeetingRecord, person: PersonRecord): boolean {
  const own = [person.name, ...person.aliases].map(wordsOf);
  const all = new Set(own.flat());
  return sharingName(meeting, person).some((words) => {
    const isIn = words.every((word) => all.has(word));
    return isIn || own.some((each) => each.length > 1 && each.every((word) => words.includes(word)));
  });
}

/** Whether a meeting lists somebody else of a person's name, and not that person: then what its reports call by that name is the other. */
export function isNamesakes(meeting: MeetingRecord, person: PersonRecord): boolean {
  return sharingName(meeting, person).length > 0 && !tookPart(meeting, person);
}

function sharingName({ participants }: MeetingRecord, person: PersonRecord): string[][] {
  const known = namesOf(person);
  const people = participants.filter(({ kind }) => kind === "person").map(({ name }) => wordsOf(name));
  return people.filter((words) => words.some((word) => known.has(word)));
}
