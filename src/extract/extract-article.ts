import type { Article } from "../domain/evidence/article.ts";
import type { Extraction } from "../domain/evidence/extraction.ts";
import { readDateHead } from "./date-head.ts";
import { english } from "./en/english.ts";
import { countryCodes, findCountries } from "./find-countries.ts";
import { findMeetings } from "./find-meetings.ts";
import { findPeople } from "./find-people.ts";
import { findQuotes } from "./find-quotes.ts";
import { judgeLanguage } from "./judge-language.ts";
import type { Language } from "./language.ts";
import { readText } from "./read-text.ts";
import { summarise } from "./summarise.ts";

/**
 * The local engine: all that can be found in one article by rules alone. Deterministic, without state, linear in the text's length;
 * never throws. Every span is exact in UTF-16 code units of `article.text`; the date head of a plain-text file is no part of it. In a text of
 * another language the rules would find what is not there: then no quotes, people and meetings are looked for.
 */
export function extractArticle(article: Article, language: Language = english): Extraction {
  const head = readDateHead(article.text);
  const publishedAt = article.publishedAt ?? head?.publishedAt ?? null;
  const model = readText(article.text, language, head?.end ?? 0);
  const countries = findCountries(model);
  const whole = {
    summary: summarise(model, article.title),
    countries: countryCodes(countries),
    sentences: model.sentences.map(({ start, end }) => ({ start, end })),
  };
  if (!judgeLanguage(article.text, article.language, language).isRead) return { ...whole, quotes: [], people: [], meetings: [] };
  const people = findPeople(model, countries);
  return {
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
}
