import { LEADERS_OFFICE, ONE_HOLDER, SAYS_BEFORE, SAYS_BEHIND, UNIQUE_OFFICE } from "../../en/people/office-words.ts";
import { firstIndex } from "../../first-index.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { FoundPerson } from "../found-people.ts";

import type { Described } from "./office-descriptions.ts";
import type { PlaceMention } from "./places.ts";

const MAX_PEOPLE = 80;
const MAX_MENTIONS = 40;

/**
 * "… a deal with Lund. The North Korean leader wants": the office belongs to the only person without one in its sentence, or the one
 * before, whom the article names beside that state elsewhere too, where nobody else holds an office of that state by this name.
 * Changes `people` in place.
 */
export function nameByDescription(
  model: TextModel,
  people: FoundPerson[],
  { described, places }: { described: Described[]; places: PlaceMention[] },
): void {
  const known = people.slice(0, MAX_PEOPLE);
  for (const { code, office, start, words } of described) {
    if (
      !(UNIQUE_OFFICE.test(office) || LEADERS_OFFICE.test(office)) ||
      !ONE_HOLDER.test(model.text.slice(Math.max(0, start - 4), start))
    )
      continue;
    if (known.some((person) => person.roles.some((role) => role.country === code && isLeading(role.title)))) continue;
    const sentence = sentenceAt(model, start);
    const from = model.sentences[Math.max(0, (sentence?.index ?? 0) - 1)]?.start ?? start;
    const near = known.filter(
      (person) =>
        person.roles.every((role) => role.title === null && (role.country === null || role.country === code)) &&
        person.mentions.some((mention) => mention.start >= from && mention.start < start),
    );
    const [person] = near;
    if (near.length !== 1 || person === undefined || speaks(model, person, from)) continue;
    if (!isNamedBeside(model, person, { code, start, places })) continue;
    person.roles = [{ title: office, affiliation: null, country: code }];
    person.rules.push(`${office} of ${code}: "${words}" behind the name`);
  }
}

function isLeading(title: string | null): boolean {
  return title !== null && (UNIQUE_OFFICE.test(title) || LEADERS_OFFICE.test(title));
}

/** "…," said Lund: whoever is asked about a leader is not the leader. */
export function speaks(model: TextModel, person: FoundPerson, from: number): boolean {
  return person.mentions.some(
    (mention) =>
      mention.start >= from &&
      (SAYS_BEHIND.test(model.text.slice(mention.end, mention.end + 100)) ||
        SAYS_BEFORE.test(model.text.slice(Math.max(0, mention.start - 8), mention.start))),
  );
}

/** Some other sentence names both, or the same one names the state before the description. */
function isNamedBeside(
  model: TextModel,
  person: FoundPerson,
  { code, start, places }: { code: string; start: number; places: PlaceMention[] },
): boolean {
  return person.mentions.slice(0, MAX_MENTIONS).some((mention) => {
    const sentence = sentenceAt(model, mention.start);
    if (sentence === null) return false;
    for (let at = firstIndex(places, (place) => place.start >= sentence.start); at < places.length; at++) {
      const place = places[at];
      if (place === undefined || place.start >= sentence.end) return false;
      if (place.code === code && place.start !== start) return true;
    }
    return false;
  });
}
