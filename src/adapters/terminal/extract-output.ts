import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { Refusal } from "../../domain/model/model-reading.ts";

/** The contract's JSON of an extraction: without what only people look at. `refused` is null where no model's reading was given. */
export function extractionJson(article: Article, extraction: Extraction, refused: readonly Refusal[] | null): object {
  const { summary, quotes, people, meetings, countries } = extraction;
  return {
    id: article.id,
    summary,
    quotes: quotes.map(({ rule: _rule, ...quote }) => quote),
    people: people.map(({ rules: _rules, roles, ...person }) => ({
      ...person,
      // A state without an office: the contract's readers take a title for text, so that it is empty here and not null.
      roles: roles.map((role) => ({ ...role, title: role.title ?? "" })),
    })),
    meetings: meetings.map(({ rules: _rules, ...meeting }) => meeting),
    countries,
    ...(refused === null ? {} : { refused }),
  };
}

/** The contract's JSON of the numbers that a language model sees: of sentences and quotations, each from 1. */
export function numberedJson(article: Article, { sentences, quotes }: Extraction): object {
  const numbered = (ranges: readonly Range[]) => ranges.map(({ start, end }, at) => ({ n: at + 1, start, end }));
  return { id: article.id, sentences: numbered(sentences), quotes: numbered(quotes) };
}
