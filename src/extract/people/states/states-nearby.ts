import { MEETS, STATE_BODY, STATE_BODY_OFFICE, VISITS } from "../../en/people/country-words.ts";
import { LEADERS_OFFICE, UNIQUE_OFFICE } from "../../en/people/office-words.ts";
import { firstIndex } from "../../first-index.ts";
import { sentenceAt, type TextModel } from "../../read-text.ts";
import type { FoundPerson } from "../found-people.ts";
import { leading } from "./home-state.ts";
import { giveCountry, isOpen, keyOf, takenStates } from "./office-classes.ts";
import type { PlaceMention } from "./places.ts";

const REACH_CHARACTERS = 500;
const MAX_MENTIONS = 40;
const MAX_BODY_TOKENS = 5;
const HOST_REACH_CHARACTERS = 160;

/** "Japan's foreign ministry called. Ministry spokesman A": the body of one state that was named before the office that names it, or its field. */
export function inferByBody(model: TextModel, people: FoundPerson[], places: PlaceMention[]): void {
  const bodies = bodiesOfStates(model, places);
  for (const person of people) {
    const role = person.roles.find(
      (each) =>
        each.country === null &&
        each.title !== null &&
        (each.affiliation === null || STATE_BODY.has(each.affiliation.toLowerCase())),
    );
    const title = keyOf(role?.title ?? "");
    const field = STATE_BODY_OFFICE.exec(title);
    const at = person.mentions.find((mention) => mention.title !== null)?.start;
    if (role === undefined || field === null || at === undefined) continue;
    const kind = field[2] === "minister" ? "ministry" : field[2];
    const near = bodies.filter(
      (body) =>
        body.start < at &&
        at - body.start < REACH_CHARACTERS &&
        body.kind === kind &&
        (field[1] === undefined || body.field === field[1]),
    );
    const codes = new Set(near.map((body) => body.code));
    const [code] = codes;
    if (codes.size === 1 && code !== undefined) giveCountry({ person, role }, code, `the ${kind} named before, of that state`);
  }
}

/** "The Ukrainian Defense ministry": bodies with the field that they are for, as `keyOf` writes it. */
function bodiesOfStates(
  model: TextModel,
  places: PlaceMention[],
): { code: string; start: number; field: string; kind: string }[] {
  return places.flatMap((place) => {
    if (place.kind === "capital" || place.kind === "seat") return [];
    const from = firstIndex(model.tokens, (token) => token.end >= place.end) + 1;
    for (let at = from; at < from + MAX_BODY_TOKENS; at++) {
      const word = model.tokens[at];
      if (word === undefined || word.kind === "mark") break;
      if (STATE_BODY.has(word.lower))
        return [
          {
            code: place.code,
            start: place.start,
            field: keyOf(
              model.tokens
                .slice(from, at)
                .map((token) => token.lower)
                .join(" "),
            ),
            kind: word.lower,
          },
        ];
    }
    return [];
  });
}

/** "travelled to Honduras to congratulate President A": whom a visitor meets in a state serves that state. */
export function inferByHost(model: TextModel, person: FoundPerson, places: PlaceMention[]): void {
  for (const mention of person.mentions) {
    const role = person.roles.find((each) => isOpen(each) && UNIQUE_OFFICE.test(each.title ?? ""));
    if (role === undefined || mention.title === null) continue;
    const from = mention.start - HOST_REACH_CHARACTERS;
    const at = firstIndex(places, (place) => place.start >= mention.start) - 1;
    const place = places[at];
    if (place === undefined || place.start < from || place.kind === "seat" || place.adjective) continue;
    const before = model.text.slice(Math.max(0, place.start - 28), place.start);
    const between = model.text.slice(place.end, mention.start);
    if (VISITS.test(before) && MEETS.test(between) && !/[.!?]\s/.test(between))
      giveCountry(
        { person, role },
        place.code,
        `"${before.trimStart()}${model.text.slice(place.start, place.end)}${between}${mention.text}"`,
      );
  }
}

/** "President A has agreed, the White House said": a seat of one state's government in the sentences on its president. */
export function inferBySeat(
  model: TextModel,
  { person, people }: { person: FoundPerson; people: FoundPerson[] },
  places: PlaceMention[],
): void {
  const role = person.roles.find((each) => isOpen(each) && LEADERS_OFFICE.test(each.title ?? ""));
  if (role === undefined) return;
  const sums = new Map<string, number>();
  for (const mention of person.mentions.slice(0, MAX_MENTIONS)) {
    const sentence = sentenceAt(model, mention.start);
    if (sentence === null) continue;
    for (let at = firstIndex(places, (place) => place.start >= sentence.start); at < places.length; at++) {
      const place = places[at];
      if (place === undefined || place.start >= sentence.end) break;
      if (place.kind === "seat") sums.set(place.code, (sums.get(place.code) ?? 0) + 1);
    }
  }
  for (const taken of takenStates(people, { person, title: role.title ?? "" })) sums.delete(taken);
  const code = leading(sums, 1, 3);
  if (code !== null && !person.roles.some((each) => each.country !== null && each.country !== code))
    giveCountry({ person, role }, code, "a seat of its government in the sentences on the person");
}
