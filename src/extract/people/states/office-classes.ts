import type { GivenRole } from "../../../domain/evidence/extraction.ts";
import {
  MINISTRY,
  NOT_SERVING,
  STANDING_PREFIX,
  STATE_OFFICE,
  UNION_OFFICE,
  UNIQUE_OFFICE,
} from "../../en/people/office-words.ts";
import type { FoundPerson } from "../found-people.ts";

export function isOpen(role: GivenRole): boolean {
  return (
    role.country === null &&
    (role.affiliation === null || MINISTRY.test(role.affiliation)) &&
    role.title !== null &&
    STATE_OFFICE.test(role.title) &&
    !UNION_OFFICE.test(role.title)
  );
}

export function keyOf(title: string): string {
  return title.toLowerCase().replace(STANDING_PREFIX, "").replace("premier", "prime minister").replace("defense", "defence");
}

/** The role is held for this state; `because` is the rule with the words it rests on, for `--explain`. */
export function giveCountry({ person, role }: { person: FoundPerson; role: GivenRole }, code: string, because: string): void {
  role.country = code;
  person.rules.push(`${role.title ?? "acts"} for ${code}: ${because.replace(/\s+/g, " ")}`);
}

/** The states whose office of this name somebody else of the article holds: it cannot be theirs. */
export function takenStates(people: FoundPerson[], { person, title }: { person: FoundPerson; title: string }): Set<string> {
  const key = keyOf(title);
  const taken = new Set<string>();
  if (!UNIQUE_OFFICE.test(title) || NOT_SERVING.test(title)) return taken;
  for (const other of people)
    for (const { title: held, country } of other === person ? [] : other.roles)
      if (country !== null && held !== null && !NOT_SERVING.test(held) && keyOf(held) === key) taken.add(country);
  return taken;
}
