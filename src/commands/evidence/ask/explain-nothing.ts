import { distance } from "fastest-levenshtein";
import { readPeriod } from "../../../answer/asked/read-period.ts";
import { showDate, showDateSpan } from "../../../domain/chat/show-date.ts";
import { isoDate } from "../../../domain/clock.ts";
import { dateOf } from "../../../domain/evidence/article-date.ts";
import { foldName } from "../../../domain/evidence/fold-name.ts";
import type { ArticleQuery } from "../../../domain/sources/readers.ts";
import { didYouMean } from "../../../evidence/did-you-mean.ts";
import { findNamed, nameIn } from "../../../evidence/find-named.ts";
import { askedForms } from "../../../evidence/word-forms.ts";
import { contentWords, stemOf } from "../../../evidence/words.ts";
import { countryCodeOf, countryName } from "../../../extract/countries.ts";
import { resolveDates } from "../../../extract/dates/resolve-dates.ts";
import { CALENDAR_NAMES } from "../../../extract/en/calendar.ts";
import { FROM_TO } from "../../../extract/en/questions/asking-words.ts";
import { asksInForeignWords } from "../../../extract/foreign/asking-words.ts";
import type { CommandContext } from "../../command-context.ts";

const NAMES_LOOKED_AT = 300;
const MOST_LETTERS_OFF = 2;

interface Asked {
  question: string;
  /** ISO date; articles published later were not looked at. */
  until: string | undefined;
}

/** Why a question has no answer: its language, a name or a time that no article has, or else what was looked through. */
export async function explainNothing(context: CommandContext, asked: Asked): Promise<string> {
  if (asksInForeignWords(asked.question)) return "I read questions in English only. Ask it in English.";
  const today = isoDate(context.clock.now());
  const { period } = readPeriod(asked.question, asked.until ?? today);
  if (period !== null && period.start > today)
    return `Not in my sources. ${showDateSpan(period)} is still to come: today is ${showDate(today)}.`;
  const unknown = await unknownName(context, asked.question);
  if (unknown !== null) return unknown;
  return (await newestNamed(context, asked)) ?? `Not in my sources. ${await lookedThrough(context, asked.until)}`;
}

/** Whether something of that day (ISO date) is from before the time that a question names: it is no way to what was asked. */
export function isBeforeAsked(day: string, question: string, today: string): boolean {
  return resolveDates(question, { publishedAt: today, direction: "past", isToday: true }).some(({ span }) => day < span.start);
}

/** "June 2022 comes after May 2022.": a time that ends before it begins holds nothing, whatever is stored. Null where it does not. */
export function reversedTime(question: string, today: string): string | null {
  if (!FROM_TO.test(question)) return null;
  const [from, to, ...others] = resolveDates(question, { publishedAt: today, direction: "past", isToday: true });
  if (from === undefined || to === undefined || others.length > 0 || from.span.start <= to.span.end) return null;
  return `${showDateSpan(from.span)} comes after ${showDateSpan(to.span)}. Ask again with the earlier date first.`;
}

/** A name that no article has, with what is spelt like it; null where each is in some. */
async function unknownName({ store, workspaceId }: CommandContext, question: string): Promise<string | null> {
  const names = [...question.matchAll(/(?<!^)(?<!\p{L})\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}/gu)].map(([name]) =>
    name.replace(/['’]s$/, ""),
  );
  // Articles name countries by other words too: those are looked up as countries.
  const sought = names.filter((name) => !CALENDAR_NAMES.has(name.toLowerCase()) && countryCodeOf(name) === null);
  const stemsOf = (name: string) => contentWords(name).flatMap((word) => askedForms(word).map(stemOf));
  const { holding } = await store.articles.frequencies(workspaceId, [...new Set(sought.flatMap(stemsOf))]);
  const unknown = sought.find(
    (name) => stemsOf(name).length > 0 && stemsOf(name).every((stem) => (holding.get(stem) ?? 0) === 0),
  );
  if (unknown === undefined) return null;
  const [meant] = closelySpelt(unknown, didYouMean(unknown, await store.people.names(workspaceId, NAMES_LOOKED_AT)));
  return `Not in my sources. No article has the name “${unknown}”.${meant === undefined ? "" : ` Did you mean ${meant}?`}`;
}

/** Of what is spelt like a name, the words that begin as it does and are about as long: "Kaine" is not what "Urkaine" means. */
function closelySpelt(typed: string, suggestions: string[]): string[] {
  const wanted = foldName(typed);
  return suggestions.flatMap((name) =>
    (wanted.includes(" ") || name.split(" ").length === 1 ? [name] : name.split(" ")).filter((word) => {
      const form = foldName(word);
      const isNear = form[0] === wanted[0] && Math.abs(form.length - wanted.length) <= 1;
      return isNear && form !== wanted && distance(form, wanted) <= MOST_LETTERS_OFF;
    }),
  );
}

/** "The newest article that names Lund is of 8 July 2026."; null where the question names nobody, or no article names all of them. */
async function newestNamed({ store, workspaceId }: CommandContext, { question, until }: Asked): Promise<string | null> {
  const { people, countries } = await findNamed(store.people, workspaceId, question);
  const [first, ...others] = people.map(({ person }) => person.id);
  if (first === undefined && countries.length === 0) return null;
  // "Wang Yi" is not whoever else is called Wang.
  const isOther = people.some(({ words }) => new RegExp(`(?<!\\p{L})${words.join(" ")} \\p{Lu}`, "u").test(question));
  if (isOther) return null;
  const query: ArticleQuery = {
    limit: 1,
    ...(first === undefined ? {} : { personId: first, otherPersonIds: others }),
    ...(countries.length === 0 ? {} : { allCountries: countries }),
    ...(until === undefined ? {} : { until }),
  };
  const [newest] = await store.articles.find(workspaceId, query);
  // A record of a person may miss an article that has the surname alone: where a newer one has all words, neither sentence may be true.
  const { personId, otherPersonIds, ...beside } = query;
  const terms = people.flatMap(({ words }) => words.at(-1) ?? []);
  const [byWords] =
    terms.length === 0 ? [] : await store.articles.ids(workspaceId, { ...beside, terms: [...new Set(terms)], match: "all" });
  const [worded] = byWords === undefined ? [] : await store.articles.find(workspaceId, { among: [byWords], limit: 1 });
  if (worded !== undefined && (newest === undefined || dateOf(worded) > dateOf(newest))) return null;
  const named = [...people.map(nameIn), ...countries.map((code) => countryName(code) ?? code)];
  const who = named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named.at(-1)}` : (named[0] ?? "");
  if (newest === undefined) return `Not in my sources. No article names ${who}${named.length > 1 ? " together" : ""}.`;
  return `Not in my sources. The newest article that names ${who} is of ${showDate(dateOf(newest)) ?? dateOf(newest)}.`;
}

/** "The newest of my 12 articles is of 5 March 2024." */
async function lookedThrough({ store, workspaceId }: CommandContext, until: string | undefined): Promise<string> {
  const [count, [newest]] = await Promise.all([
    store.articles.count(workspaceId),
    store.articles.find(workspaceId, { limit: 1, ...(until === undefined ? {} : { until }) }),
  ]);
  if (newest === undefined) return `I hold no article from before ${showDate(until ?? null) ?? "that day"}.`;
  const of = showDate(dateOf(newest)) ?? dateOf(newest);
  const looked = count === 1 ? "The only article" : `The newest of my ${count} articles`;
  return until === undefined ? `${looked} is of ${of}.` : `The newest article that I looked at is of ${of}.`;
}
