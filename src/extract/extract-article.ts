import type { Article } from "../domain/evidence/article.ts";
import type { Extraction } from "../domain/evidence/extraction.ts";
import type { ModelReading } from "../domain/model/model-reading.ts";
import { readDateHead } from "./date-head.ts";
import { english } from "./en/english.ts";
import { countryCodes, findCountries } from "./find-countries.ts";
import { findMeetings } from "./find-meetings.ts";
import { findPeople } from "./find-people.ts";
import { findQuotes } from "./find-quotes.ts";
import { foreignCountries } from "./foreign/foreign-countries.ts";
import { foreignPeople } from "./foreign/foreign-people.ts";
import { soughtPeople } from "./foreign/sought-people.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { Language } from "./language.ts";
import type { People } from "./people/found-people.ts";
import { readText } from "./read-text.ts";
import { type Ground, gatherFacts } from "./readings/facts.ts";
import { refuseAll, type Verified, verifyReading } from "./readings/verify-reading.ts";
import { summarise } from "./summarise.ts";

/**
 * The local engine: all that can be found in one article by rules alone. Deterministic, without state, linear in the text's length;
 * never throws. Every span is exact in UTF-16 code units of `article.text`; the date head of a plain-text file is no part of it. In a text of
 * another language the rules would find what is not there: then no quotes and meetings are looked for, and of people only known names.
 */
export function extractArticle(article: Article, language: Language = english): Extraction {
  return readArticle(article, language).local;
}

/**
 * The same with a model's reading of the article: what of it the text bears out, the local engine's of the rest, and what was refused. The
 * article is read once for all the readings that it is asked about.
 */
export function readingVerifier(article: Article, language: Language = english): (reading: ModelReading) => Verified {
  const read = readArticle(article, language);
  if (read.people === null) return (reading) => ({ extraction: read.local, refused: refuseAll(reading) });
  const facts = gatherFacts({ ...read, people: read.people });
  return (reading) => verifyReading(facts, reading);
}

/** Of a text of another language its countries and people are known by the names that language gives them, and nothing else. */
function unread(
  text: string,
  language: string | null,
  whole: Pick<Extraction, "summary" | "countries" | "sentences">,
): Extraction {
  const countries = [...new Set([...whole.countries, ...foreignCountries(text, language)])];
  return { ...whole, countries, quotes: [], meetings: [], people: foreignPeople(text, language), sought: soughtPeople(text) };
}

interface ReadArticle extends Omit<Ground, "people"> {
  /** Null for a text of another language. */
  people: People | null;
}

function readArticle(article: Article, language: Language): ReadArticle {
  const head = readDateHead(article.text);
  const publishedAt = article.publishedAt ?? head?.publishedAt ?? null;
  const model = readText(article.text, language, head?.end ?? 0);
  const countries = findCountries(model);
  const whole = {
    summary: summarise(model, article.title),
    countries: countryCodes(countries),
    sentences: model.sentences.map(({ start, end }) => ({ start, end })),
  };
  const ground = { article, model, countries, publishedAt };
  const judged = judgeLanguage(article.text, article.language, language);
  if (!judged.isRead) return { ...ground, people: null, local: unread(article.text, judged.language, whole) };
  const people = findPeople(model, countries);
  const local = {
    ...whole,
    quotes: findQuotes(model, people),
    people: people.list.map(({ name, aliases, roles, mentions, rules }) => ({
      name,
      aliases,
      roles,
      mentions: mentions.map(({ start, end }) => ({ start, end })),
      rules: [...new Set(rules)],
    })),
    meetings: findMeetings(model, { title: article.title, people, countries, publishedAt, url: article.url }),
  };
  return { ...ground, people, local };
}
