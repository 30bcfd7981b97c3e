import type { GivenRole } from "../../../domain/evidence/extraction.ts";
import type { FoundPerson } from "../found-people.ts";

/** Offices that one person holds at a time in a state. */
export const UNIQUE =
  /^(?:acting |caretaker |interim |outgoing )?(?:(?:deputy |vice )?president|(?:deputy )?prime minister|premier|(?:vice )?chancellor|king|queen|emperor|emir|sultan|crown prince|(?:first|second) (?:lady|gentleman)|[\p{L} ]*\bminister|[\p{L} ]*secretary(?: of state)?|attorney general)$/iu;
/** Who is meant by "the Chinese leader". */
export const LEADER =
  /^(?:president|prime minister|premier|chancellor|supreme leader|leader|chairman|general secretary|taoiseach)$/i;
export const NOT_SERVING = /^(?:former|ex|then|late|onetime|one-time)\b/i;
/** Heads that serve a state even where no country is said; a chief, director or head may be anybody's. */
const STATE_OFFICE =
  /\b(?:president|minister|premier|chancellor|secretary|ambassador|envoy|king|queen|prince|princess|duke|duchess|countess|emperor|emir|sultan|senator|representative|congress(?:man|woman)|governor|general|admiral|attorney general|undersecretary|negotiator|lady|gentleman|speaker|adviser|advisor|spokes(?:man|woman|person)|whip|lawmaker|legislator|chief of staff|MP|taoiseach|leader)\b(?!-general| general)/i;

export function isOpen(role: GivenRole): boolean {
  return (
    role.country === null &&
    (role.affiliation === null || /^ministry$/i.test(role.affiliation)) &&
    role.title !== null &&
    STATE_OFFICE.test(role.title)
  );
}

export function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/^(?:former|ex|then|acting|interim|caretaker|outgoing|late)[ -]/, "")
    .replace("premier", "prime minister")
    .replace("defense", "defence");
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
  if (!UNIQUE.test(title) || NOT_SERVING.test(title)) return taken;
  for (const other of people)
    for (const { title: held, country } of other === person ? [] : other.roles)
      if (country !== null && held !== null && !NOT_SERVING.test(held) && keyOf(held) === key) taken.add(country);
  return taken;
}
