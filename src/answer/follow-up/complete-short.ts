import { stripEnd } from "../../domain/strip-end.ts";
import { type Named, nameIn } from "../../evidence/find-named.ts";
import { contentWords } from "../../evidence/words.ts";
import { countryCodeOf, countryName } from "../../extract/countries.ts";
import { ASKS_WHAT_SAID } from "../../extract/en/questions/asking-words.ts";
import {
  A_SIDE,
  ABOUT_WHAT,
  ASKS,
  ASKS_WHAT,
  CIRCUMSTANCE_LINK,
  DAY_AT_END,
  DISCUSS,
  LAST_MATTER,
  MATTER_LINK,
  WHAT_ABOUT,
  WITH_SOMEBODY,
} from "../../extract/en/questions/follow-up-words.ts";
import { discussedQuestion, MEETING_ASKED, TALKED_ABOUT } from "../../extract/en/questions/meeting-words.ts";
import { elsewhere, ofAnotherCountry, ofAnotherSubject, withoutCircumstances } from "./go-on-from.ts";

type Somebody = Named["people"][number];

/**
 * "and Solberg?", "what about Ukraine?": the last question with the new name in the place of the old one, or about the new thing; null where
 * the question is none of that kind.
 */
export async function completeShort(
  question: string,
  last: string,
  lookUp: (text: string) => Promise<Named>,
): Promise<string | null> {
  const opening = WHAT_ABOUT.exec(question);
  if (opening === null) return null;
  const rest = stripEnd(question.slice(opening[0].length), /[?.!\s]/);
  if (rest === "" || ASKS.test(rest) || contentWords(rest).length > 4) return null;
  const base = stripEnd(last, /[?.!\s]/);
  const [person] = (await lookUp(rest)).people;
  const asked = (await lookUp(base)).people;
  if (person !== undefined && asked.length > 0)
    return ofAnotherPerson(base, person, { asked, isOther: WITH_SOMEBODY.test(rest) });
  const side = sideIn(rest);
  if (side !== null) return ofAnotherSide(base, side, asked);
  const bare = rest.replace(MATTER_LINK, "");
  const talk = ASKS_WHAT.test(base) ? DISCUSS.exec(base) : null;
  if (talk !== null && (bare !== rest || !CIRCUMSTANCE_LINK.test(rest))) {
    const end = talk.index + talk[0].length;
    return `${base.slice(0, end)} about ${bare}${base.slice(end).replace(TALKED_ABOUT, "")}?`;
  }
  // Of two who met, a country is what they talked of, and takes the place of neither.
  const isOfMeeting = ABOUT_WHAT.test(opening[0]) && countryCodeOf(bare) !== null && MEETING_ASKED.test(base);
  if (isOfMeeting && asked.length > 1) return discussedQuestion(asked.slice(0, 2).map(nameIn), bare);
  const about = LAST_MATTER.exec(base);
  // "What about Norway?" is the matter of what was said; "and Norway?" may have said something as well.
  const isMatter = about !== null && ASKS_WHAT_SAID.test(base) && ABOUT_WHAT.test(opening[0]);
  const instead = elsewhere(base, rest) ?? ofAnotherCountry(base, rest) ?? (isMatter ? null : ofAnotherSubject(base, rest));
  if (instead !== null) return instead;
  if (CIRCUMSTANCE_LINK.test(rest) || about === null) return `${base} ${rest}?`;
  return `${base.slice(0, about.index)}${about[0]}${bare}?`;
}

/**
 * "And Solberg?" in the place of whoever is of the same country, for two of one country seldom meet each other abroad; else of the one named
 * last. Somebody whom the question names already changes places with the other: "What did Moe say to Lund? And Lund?"
 */
function ofAnotherPerson(
  base: string,
  person: Somebody,
  { asked, isOther }: { asked: Somebody[]; isOther: boolean },
): string | null {
  // The day that was put in is of the other's meeting.
  const question = base.replace(DAY_AT_END, "");
  const [one, other] = asked;
  const isThere = asked.some((each) => each.person.id === person.person.id);
  if (isThere) return one === undefined || other === undefined ? null : `${changePlaces(question, one, other)}?`;
  const homes = homesOf(person);
  const same = isOther ? undefined : asked.findLast((each) => homesOf(each).some((home) => homes.includes(home)));
  const before = same ?? asked.at(-1);
  return before === undefined ? null : `${question.replace(nameOf(before), nameIn(person))}?`;
}

function changePlaces(question: string, one: Somebody, other: Somebody): string {
  const first = nameOf(one).exec(question);
  const second = nameOf(other).exec(question);
  if (first === null || second === null || first.index + first[0].length > second.index) return question;
  const between = question.slice(first.index + first[0].length, second.index);
  return `${question.slice(0, first.index)}${second[0]}${between}${first[0]}${question.slice(second.index + second[0].length)}`;
}

function homesOf({ person }: Somebody): string[] {
  return person.roles.flatMap(({ country }) => country ?? []);
}

function nameOf({ words }: Somebody): RegExp {
  return new RegExp(words.join("\\P{L}+"), "u");
}

/** "The Norwegian side" as "Norway". */
function sideIn(rest: string): string | null {
  const said = A_SIDE.exec(rest)?.[1];
  const code = said === undefined ? null : countryCodeOf(said.replace(/['’]s$/, ""));
  return code === null ? null : (countryName(code) ?? null);
}

/** The country as whoever spoke, or else as the other of those who met: theirs was another day and place. */
function ofAnotherSide(base: string, side: string, asked: Somebody[]): string | null {
  if (ASKS_WHAT_SAID.test(base)) return ofAnotherSubject(base, side);
  const before = asked.at(-1);
  if (before === undefined) return ofAnotherCountry(base, side) ?? ofAnotherSubject(base, side);
  return `${withoutCircumstances(base).replace(nameOf(before), side)}?`;
}
