import { showDate } from "../domain/chat/show-date.ts";
import { dateOf } from "../domain/evidence/article-date.ts";
import type { DateSpan } from "../domain/evidence/extraction.ts";
import type { ArticleBody, PersonRecord, RoleRecord } from "../domain/evidence/records.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { stripEnd } from "../domain/strip-end.ts";
import { findNamed, namesOf } from "../evidence/find-named.ts";
import { skipDateline } from "../evidence/skip-dateline.ts";
import { contentWords, wordsOf } from "../evidence/words.ts";
import { countryName } from "../extract/countries.ts";
import { NOT_IN_OFFICE, WHO_IS } from "../extract/en/questions/asking-words.ts";
import type { AnswerSentence } from "./answer-sentence.ts";
import { readOffice } from "./asked/office-asked.ts";

const ARTICLES = 40;
const PEOPLE = 200;
/** A title stands at most so many words from the name. */
const BESIDE = 6;

interface Asked {
  text: string;
  /** Of the time asked for, or null. */
  period: DateSpan | null;
  /** ISO date; later articles are not looked at. */
  until: string | null;
}

/** An office that somebody held when an article said so. */
interface Held {
  person: PersonRecord;
  role: RoleRecord;
}

/**
 * "Who is the defence minister of Japan?", "who is Clara Duval?": the office as the newest article gives it, with its day, because another
 * may hold it since. Null where the question is none of that kind or nobody is known.
 */
export async function answerOffice(
  store: Pick<StoreReaders, "articles" | "people">,
  workspaceId: string,
  asked: Asked,
): Promise<AnswerSentence[] | null> {
  const held = (await holderOf(store, workspaceId, asked)) ?? (await officeOf(store.people, workspaceId, asked));
  if (held === null) return null;
  const bodies = await store.articles.load(workspaceId, held.person.articleIds.slice(0, ARTICLES));
  const fitting = bodies.filter((article) => isWithin(dateOf(article), asked));
  fitting.sort((a, b) => dateOf(b).localeCompare(dateOf(a)));
  for (const article of fitting) {
    const sentence = sentenceOn(article, held);
    if (sentence !== null) return [sentence];
  }
  return null;
}

/** Whom the newest articles give the office of the country. */
async function holderOf(
  { articles, people }: Pick<StoreReaders, "articles" | "people">,
  workspaceId: string,
  asked: Asked,
): Promise<Held | null> {
  const office = readOffice(asked.text);
  if (office === null) return null;
  const ids = await articles.ids(workspaceId, {
    terms: [office.title],
    match: "all",
    allCountries: [office.country],
    limit: ARTICLES,
    ...boundsOf(asked),
  });
  const known = await people.inArticles(workspaceId, ids, PEOPLE);
  const holders = known.flatMap((person) =>
    person.roles
      .filter((role) => role.country === office.country && office.isTitle(role.title) && !NOT_IN_OFFICE.test(role.title))
      .map((role): Held => ({ person, role })),
  );
  return newest(holders.filter(({ role }) => isHeldWithin(role, asked)));
}

/** The office of the one who is named, where nothing but the name is asked for. */
async function officeOf(people: StoreReaders["people"], workspaceId: string, asked: Asked): Promise<Held | null> {
  const name = WHO_IS.exec(stripEnd(asked.text, /[?\s]/))?.[1];
  if (name === undefined) return null;
  const [named] = (await findNamed(people, workspaceId, name)).people;
  if (named === undefined) return null;
  const theirs = new Set([...namesOf(named.person), ...named.words.map((word) => word.toLowerCase())].flatMap(wordsOf));
  if (!contentWords(name).every((word) => theirs.has(word))) return null;
  const { person } = named;
  return newest(person.roles.map((role) => ({ person, role })).filter(({ role }) => isHeldWithin(role, asked)));
}

function newest(held: Held[]): Held | null {
  const [first] = held.sort(
    (a, b) =>
      (b.role.lastSeen ?? "").localeCompare(a.role.lastSeen ?? "") ||
      Number(b.role.country !== null) - Number(a.role.country !== null) ||
      b.person.articles - a.person.articles,
  );
  return first ?? null;
}

/** The first sentence of an article that names them with the title. */
function sentenceOn(article: ArticleBody, { person, role }: Held): AnswerSentence | null {
  const title = contentWords(role.title);
  const names = [...namesOf(person)].filter((word) => !title.includes(word));
  for (const range of article.sentences) {
    const words = wordsOf(article.text.slice(range.start, range.end));
    const isTitled = (at: number) => title.every((word) => words.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).includes(word));
    if (!words.some((word, at) => names.includes(word) && isTitled(at))) continue;
    const { start, end } = skipDateline(article.text, range);
    const country = role.country === null ? null : countryName(role.country);
    const office = [role.title, role.affiliation ?? country].filter((part) => part !== null).join(", ");
    return {
      fact: `${person.name} (${office}), as of ${showDate(dateOf(article)) ?? dateOf(article)}`,
      citation: { articleId: article.id, start, end, text: article.text.slice(start, end) },
      meeting: null,
    };
  }
  return null;
}

function boundsOf({ period, until }: Asked): { since?: string; until?: string } {
  const last = period === null || (until !== null && until < period.end) ? until : period.end;
  return { ...(period === null ? {} : { since: period.start }), ...(last === null ? {} : { until: last }) };
}

function isWithin(date: string, asked: Asked): boolean {
  const { since = "", until = "9999" } = boundsOf(asked);
  return date >= since && date <= until;
}

function isHeldWithin({ firstSeen, lastSeen }: RoleRecord, asked: Asked): boolean {
  const { since = "", until = "9999" } = boundsOf(asked);
  return (lastSeen ?? "9999") >= since && (firstSeen ?? "") <= until;
}
