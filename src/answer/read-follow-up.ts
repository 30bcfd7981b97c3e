import type { ConversationContext } from "../domain/chat/intent.ts";
import { readGivenDate } from "../domain/chat/show-date.ts";
import type { PeopleReader } from "../domain/sources/readers.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { findNamed, type Named } from "../evidence/find-named.ts";
import { contentWords } from "../evidence/words.ts";
import { countryName } from "../extract/countries.ts";
import {
  ASKS,
  CIRCUMSTANCE_LINK,
  HER_AS_POSSESSIVE,
  LAST_MATTER,
  LEANS,
  MATTER_LINK,
  ONE_PERSON,
  OPENING,
  PERSONAL_PRONOUN,
  POSSESSIVE,
  SEVERAL_PEOPLE,
  THE_ONE_AFTER,
  THE_ONE_BEFORE,
  THE_TWO,
  TWO_NATIONS,
  WHAT_ABOUT,
} from "../extract/en/questions/follow-up-words.ts";

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
}

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
  const alone = { text: asked, changed: false, context: "", beside: null };
  if (conversation === undefined) return alone;
  const last = conversation.turns.at(-1);
  const lookUp = (text: string) => findNamed(find.people, find.workspaceId, text);
  const beside = besideOf(asked, last?.answer ?? null);
  if (beside !== null && last !== undefined) return { text: last.question, changed: true, context: "", beside };
  const short = last === undefined ? null : await completeShort(asked, last.question, lookUp);
  if (short !== null) return { text: short, changed: true, context: "", beside: null };
  const text = await replacePronouns(asked.replace(OPENING, ""), conversation, lookUp);
  const named = await lookUp(text);
  const bare = named.people.length === 0 && named.countries.length === 0;
  const context = bare ? [conversation.topic?.replace(/[-–]/g, " ") ?? "", leans(asked) ? (last?.question ?? "") : ""] : [];
  return {
    text,
    changed: text !== asked.replace(OPENING, ""),
    context: context.filter((part) => part !== "").join(". "),
    beside: null,
  };
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

/** "and Solberg?", "what about Ukraine?": the last question with the new name in the place of the old one, or about the new thing. */
async function completeShort(question: string, last: string, lookUp: (text: string) => Promise<Named>): Promise<string | null> {
  const opening = WHAT_ABOUT.exec(question);
  if (opening === null) return null;
  const rest = stripEnd(question.slice(opening[0].length), /[?.!\s]/);
  if (rest === "" || ASKS.test(rest) || contentWords(rest).length > 4) return null;
  const base = stripEnd(last, /[?.!\s]/);
  const [person] = (await lookUp(rest)).people;
  const [before] = (await lookUp(base)).people;
  if (person !== undefined && before !== undefined) {
    const name = new RegExp(before.words.join("\\P{L}+"), "u");
    return `${base.replace(name, person.person.name)}?`;
  }
  const about = LAST_MATTER.exec(base);
  const bare = rest.replace(MATTER_LINK, "");
  if (CIRCUMSTANCE_LINK.test(rest) || about === null) return `${base} ${rest}?`;
  return `${base.slice(0, about.index)}${about[0]}${bare}?`;
}

async function replacePronouns(
  question: string,
  conversation: ConversationContext,
  lookUp: (text: string) => Promise<Named>,
): Promise<string> {
  const one = ONE_PERSON.test(question);
  const several = SEVERAL_PEOPLE.test(question);
  if (!one && !several) return question;
  const nations = TWO_NATIONS.test(question);
  const topic = conversation.topic?.replace(/[-–]/g, " and ") ?? "";
  const turns = [...conversation.turns].reverse().flatMap((turn) => [turn.question, turn.answer ?? ""]);
  for (const text of nations ? [topic, ...turns] : [...turns, topic]) {
    const named = await lookUp(text);
    if (nations && named.countries.length > 1) return put(question, countryNames(named));
    if (nations) continue;
    const people = named.people.map((each) => each.person.name);
    if (one && people[0] !== undefined) return put(question, people[0]);
    if (!several) continue;
    if (people.length > 1) return put(question, people.slice(0, 2).join(" and "));
    if (named.countries.length > 1) return put(question, countryNames(named));
  }
  return question;
}

function put(question: string, name: string): string {
  return question
    .replace(THE_TWO, name)
    .replace(POSSESSIVE, `${name}'s`)
    .replace(HER_AS_POSSESSIVE, `${name}'s`)
    .replace(PERSONAL_PRONOUN, name);
}

function countryNames({ countries }: Named): string {
  return countries.map((code) => countryName(code) ?? code).join(" and ");
}
