import type { ConversationContext } from "../domain/chat/intent.ts";
import { readGivenDate } from "../domain/chat/show-date.ts";
import type { PeopleReader } from "../domain/sources/readers.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { findNamed, type Named } from "../evidence/find-named.ts";
import { contentWords } from "../evidence/words.ts";
import { countryName } from "../extract/countries.ts";

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

const OPENING = /^(?:and|but|so|ok|okay|then)[\s,]+/i;
const SHORT = /^(?:(?:and|or)\s+)?(?:what|how)\s+about\s+|^(?:and|or)\s+/i;
const ASKS = /\b(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|was|were|are|will|has|have|had)\b/i;
const BEFORE =
  /\b(?:the )?(?:one|time|meeting|visit|call|talks|summit)?\s*before(?: (?:that|this|then))?\s*\??$|\bprevious\b|\bbefore that\b/i;
const AFTER =
  /\b(?:the )?(?:one|time|meeting|visit|call|talks|summit)?\s*after(?: (?:that|this|then))?\s*\??$|\bafter that\b|\bthe next one\b/i;

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
  return /\b(?:it|that|this|those|these|there|then|one|its)\b/i.test(question) || contentWords(question).length < 3;
}

function besideOf(question: string, answer: string | null): StandaloneQuestion["beside"] {
  const date = answer === null ? null : readGivenDate(answer);
  if (date === null || contentWords(question).length > 3) return null;
  if (BEFORE.test(question)) return { direction: "before", date };
  return AFTER.test(question) ? { direction: "after", date } : null;
}

/** "and Solberg?", "what about Ukraine?": the last question with the new name in the place of the old one, or about the new thing. */
async function completeShort(question: string, last: string, lookUp: (text: string) => Promise<Named>): Promise<string | null> {
  const opening = SHORT.exec(question);
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
  const about = /\s(?:about|on|of)\s(?!.*\s(?:about|on|of)\s)/i.exec(base);
  const bare = rest.replace(/^(?:about|on|of)\s+/i, "");
  if (/^(?:in|at|with|to|from|for|after|before|since)\s/i.test(rest) || about === null) return `${base} ${rest}?`;
  return `${base.slice(0, about.index)}${about[0]}${bare}?`;
}

async function replacePronouns(
  question: string,
  conversation: ConversationContext,
  lookUp: (text: string) => Promise<Named>,
): Promise<string> {
  const one = /\b(?:he|she|him|his|her|hers)\b/i.test(question);
  const several = /\b(?:they|them|their|the two|both)\b/i.test(question);
  if (!one && !several) return question;
  const nations = /\b(?:the two|both) (?:countries|sides|governments|nations)\b/i.test(question);
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
    .replace(/\b(?:the two|both)(?: (?:countries|sides|governments|nations|leaders|ministers|men|women))?\b/gi, name)
    .replace(/\b(?:his|their|hers)\b/gi, `${name}'s`)
    .replace(/\bher\b(?=\s+\p{L})(?!\s+(?:say|said|about|on|in|at|to|with|and)\b)/giu, `${name}'s`)
    .replace(/\b(?:he|she|him|her|they|them)\b/gi, name);
}

function countryNames({ countries }: Named): string {
  return countries.map((code) => countryName(code) ?? code).join(" and ");
}
