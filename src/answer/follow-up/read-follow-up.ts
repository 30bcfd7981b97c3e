import type { ConversationContext } from "../../domain/chat/intent.ts";
import { readGivenDate, showDate } from "../../domain/chat/show-date.ts";
import type { PeopleReader } from "../../domain/sources/readers.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { findNamed, type Named, nameIn } from "../../evidence/find-named.ts";
import { contentWords, wordsOf } from "../../evidence/words.ts";
import { countryCodeOf, countryName } from "../../extract/countries.ts";
import { ASKS_WHAT_SAID } from "../../extract/en/questions/asking-words.ts";
import {
  ABOUT_IT,
  ASKED_FOR_SOMEBODY,
  ASKS,
  AT_THAT_TIME,
  DAY_IN_TEXT,
  HER_AS_POSSESSIVE,
  LEANS,
  OF_THE_COUNTRY,
  OF_THE_TWO,
  ONE_PERSON,
  OPENING,
  PERSONAL_PRONOUN,
  POSSESSIVE,
  PRONOUN_ALONE,
  SEVERAL_PEOPLE,
  THE_ONE_AFTER,
  THE_ONE_BEFORE,
  THE_TWO,
  TWO_NATIONS,
  WHAT_ABOUT,
  WHO_IS_THAT,
} from "../../extract/en/questions/follow-up-words.ts";
import { NAMES_A_TIME } from "../../extract/en/questions/meeting-words.ts";
import { isPlainReportingVerb } from "../../extract/en/reporting-verbs.ts";
import { askAnew } from "./ask-anew.ts";
import { completeShort } from "./complete-short.ts";
import { askWhen, ofTheMeeting, withMatter, withPlace, withThing } from "./go-on-from.ts";

/** A question as it stands by itself. */
export interface StandaloneQuestion {
  /** With what is meant in the place of "he", "they" and "the one before". */
  text: string;
  /** Whether anything was put in, so that people can be told how they were read. */
  changed: boolean;
  /** What the thread is about, where the question names nothing itself: it helps to find, and is not asked for. */
  context: string;
  /** The question asks for what came before or after what was last answered: that answer's date. */
  beside: { direction: "before" | "after"; date: string } | null;
  /** ISO date of what was last answered, where the question goes on from it ("what did they agree on?"); null where it names its own matter. */
  around: string | null;
}

/** An answer that puts a day in front is about that day. */
const BEGINS_WITH_DAY = /^\d/;

/**
 * Reads a question with what the thread is about, its people and its turns: pronouns get the name that they stand for, a bare "and on
 * Ukraine?" gets the last question, and "the one before" gets the date that was last answered.
 */
export async function readFollowUp(
  question: string,
  conversation: ConversationContext | undefined,
  find: { people: PeopleReader; workspaceId: string },
): Promise<StandaloneQuestion> {
  const asked = question.replace(/\s+/g, " ").trim();
  const alone = { text: asked, changed: false, context: "", beside: null, around: null };
  if (conversation === undefined) return alone;
  const last = conversation.turns.at(-1);
  const lookUp = (text: string) => findNamed(find.people, find.workspaceId, text);
  const beside = besideOf(asked, last?.answer ?? null);
  if (beside !== null && last !== undefined)
    return { text: askWhen(last.question), changed: true, context: "", beside, around: null };
  const given = last?.answer == null ? null : readGivenDate(last.answer);
  const anew = await askAnew(asked, conversation.turns, lookUp);
  if (anew !== null) return { text: anew.text, changed: true, context: "", beside: null, around: anew.date };
  const another = last === undefined ? null : await askOfAnother(asked, conversation, lookUp);
  if (another !== null) return { text: another, changed: true, context: "", beside: null, around: null };
  if (namesNobody(asked)) return alone;
  const somebody = last === undefined ? null : await askWhoThatIs(asked, last, lookUp);
  if (somebody !== null) return { text: somebody, changed: true, context: "", beside: null, around: null };
  const short = last === undefined ? null : await completeShort(asked, last.question, lookUp);
  if (short !== null)
    return { text: short, changed: true, context: "", beside: null, around: ASKS_WHAT_SAID.test(short) ? given : null };
  const meeting = await askOfMeeting(asked, conversation, lookUp);
  if (meeting !== null) return { text: meeting, changed: true, context: "", beside: null, around: given };
  const matter = withMatter(last === undefined ? asked : withPlace(asked, last), conversation);
  const thing = last === undefined ? matter : withThing(matter, last.question);
  const dated = given === null ? thing : thing.replace(AT_THAT_TIME, `on ${showDate(given)}`);
  const text = await replacePronouns(dated.replace(OPENING, ""), conversation, lookUp);
  const named = await lookUp(text);
  const bare = named.people.length === 0 && named.countries.length === 0;
  const context = [
    bare ? (conversation.topic?.replace(/[-–]/g, " ") ?? "") : "",
    (bare && leans(asked)) || ABOUT_IT.test(stripEnd(text, /[?.!\s]/)) ? (last?.question.replace(DAY_IN_TEXT, "") ?? "") : "",
  ];
  return {
    text,
    changed: text !== asked.replace(OPENING, ""),
    context: context.filter((part) => part !== "").join(". "),
    beside: null,
    around: goesOn(asked, text) && BEGINS_WITH_DAY.test(last?.answer ?? "") ? given : null,
  };
}

/** "How long did the meeting last?": of the meeting that the last turns told of; null where the question names anybody itself. */
async function askOfMeeting(
  question: string,
  { turns }: ConversationContext,
  lookUp: (text: string) => Promise<Named>,
): Promise<string | null> {
  const own = await lookUp(question);
  if (own.people.length + own.countries.length > 0) return null;
  for (const turn of [...turns].reverse()) {
    const asked = (await lookUp(turn.question)).people;
    const answered = asked.length > 1 ? [] : (await lookUp(turn.answer ?? "")).people;
    const others = answered.filter(({ person, words }) => {
      const behind = wordsOf((turn.answer ?? "").split(words.join(" "))[1] ?? "")[0] ?? "";
      return asked.every((each) => each.person.id !== person.id) && !isPlainReportingVerb(behind);
    });
    const people = [...asked, ...others].map(nameIn);
    const date = turn.answer === null ? null : readGivenDate(turn.answer);
    const told = { question: turn.question, people, date };
    const text = ofTheMeeting(question, told);
    if (text !== null) return text;
  }
  return null;
}

/** Something was put into the question, or it asks for somebody's words without a matter: of the time that was told of, unless it names one. */
function goesOn(asked: string, text: string): boolean {
  if (NAMES_A_TIME.test(asked)) return false;
  return text !== asked.replace(OPENING, "") || ASKS_WHAT_SAID.exec(stripEnd(asked, /[?.!\s]/))?.[2] === "";
}

function namesNobody(question: string): boolean {
  return PRONOUN_ALONE.test(stripEnd(question.replace(WHAT_ABOUT, ""), /[?.!\s]/));
}

/** "And her?": the last question of another who was named before; null where nobody else was. */
async function askOfAnother(
  question: string,
  { turns }: ConversationContext,
  lookUp: (text: string) => Promise<Named>,
): Promise<string | null> {
  const last = turns.at(-1)?.question ?? "";
  if (!namesNobody(question)) return null;
  const asked = (await lookUp(last)).people;
  const before = asked.at(-1);
  for (const text of [...turns].reverse().flatMap((turn) => [turn.answer ?? "", turn.question])) {
    const other = (await lookUp(text)).people.find(({ person }) => !asked.some((each) => each.person.id === person.id));
    if (other === undefined || before === undefined) continue;
    return `${stripEnd(last, /[?.!\s]/).replace(before.words.join(" "), nameIn(other))}?`;
  }
  return null;
}

/** "Who is he?" behind "whom did Lund meet?": the one whom the answer names and the question does not; null where nobody was asked for. */
async function askWhoThatIs(
  question: string,
  { question: last, answer }: ConversationContext["turns"][number],
  lookUp: (text: string) => Promise<Named>,
): Promise<string | null> {
  if (answer === null || !WHO_IS_THAT.test(stripEnd(question, /[?.!\s]/)) || !ASKED_FOR_SOMEBODY.test(last)) return null;
  const asked = (await lookUp(last)).people;
  const told = (await lookUp(answer)).people.find(({ person }) => !asked.some((each) => each.person.id === person.id));
  return told === undefined ? null : `Who is ${nameIn(told)}?`;
}

/** "exit", "thanks": what asks for nothing is not what the next question goes on from. */
export function isRemark(text: string): boolean {
  return !ASKS.test(text) && contentWords(text).length < 2;
}

function leans(question: string): boolean {
  return LEANS.test(question) || contentWords(question).length < 3;
}

function besideOf(question: string, answer: string | null): StandaloneQuestion["beside"] {
  const date = answer === null ? null : readGivenDate(answer);
  if (date === null || contentWords(question).length > 3) return null;
  if (THE_ONE_BEFORE.test(question)) return { direction: "before", date };
  return THE_ONE_AFTER.test(question) ? { direction: "after", date } : null;
}

async function replacePronouns(
  question: string,
  conversation: ConversationContext,
  lookUp: (text: string) => Promise<Named>,
): Promise<string> {
  const one = ONE_PERSON.test(question);
  const several = SEVERAL_PEOPLE.test(question) || (conversation.topic !== null && question.search(OF_THE_COUNTRY) >= 0);
  if (!one && !several) return question;
  const nations = TWO_NATIONS.test(question);
  const topic = sidesOf(conversation.topic ?? "").join(" and ");
  const turns = [...conversation.turns].reverse().flatMap((turn) => [turn.question, turn.answer ?? ""]);
  for (const text of nations ? [topic, ...turns] : [...turns, topic]) {
    const named = await lookUp(text);
    if (nations && named.countries.length > 1) return put(question, countryNames(named));
    if (nations) continue;
    const [country] = named.countries;
    if (text === topic && country !== undefined && named.countries.length === 1 && question.search(OF_THE_COUNTRY) >= 0)
      return question.replace(OF_THE_COUNTRY, `${countryName(country) ?? country}'s`);
    const people = named.people.map(nameIn);
    if (one && people[0] !== undefined) return put(question, people[0]);
    if (!several) continue;
    if (people.length > 1) return put(question, people.slice(0, 2).join(" and "));
    if (named.countries.length > 1) return put(question, countryNames(named));
  }
  return question;
}

/** The sides of a topic, countries by their names: "us-turkey" is "United States" and "Turkey". */
function sidesOf(topic: string): string[] {
  return topic.split(/[-–]/).map((side) => countryName(countryCodeOf(side.trim()) ?? "") ?? side);
}

function put(question: string, name: string): string {
  return question
    .replace(OF_THE_TWO, `${name}'s`)
    .replace(THE_TWO, name)
    .replace(POSSESSIVE, `${name}'s`)
    .replace(HER_AS_POSSESSIVE, `${name}'s`)
    .replace(PERSONAL_PRONOUN, name);
}

function countryNames({ countries }: Named): string {
  return countries.map((code) => countryName(code) ?? code).join(" and ");
}
