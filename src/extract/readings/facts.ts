import type { Article } from "../../domain/evidence/article.ts";
import type { Extraction } from "../../domain/evidence/extraction.ts";
import type { Range } from "../../domain/evidence/span.ts";
import type { CountryMention } from "../find-countries.ts";
import type { Scene } from "../meetings/event.ts";
import { castOf } from "../meetings/parties/cast.ts";
import { sceneOf } from "../meetings/scenes.ts";
import { readTextDates, type TextDates } from "../meetings/when/text-dates.ts";
import type { People } from "../people/found-people.ts";
import { type TextModel, tokensOf } from "../read-text.ts";
import type { Sentence } from "../tokens.ts";

/** An article as the local engine reads it. */
export interface Ground {
  article: Article;
  model: TextModel;
  people: People;
  countries: CountryMention[];
  publishedAt: string | null;
  local: Extraction;
}

/** What a model's reading is held against. */
export interface Facts extends Ground {
  dates: TextDates;
  /** A sentence with its grammar and everyone in it, parsed once. */
  sceneAt(sentence: Sentence): Scene;
  /** The sentence of a number from 1; null for none. */
  sentence(n: number | null): Sentence | null;
}

export function gatherFacts(read: Ground): Facts {
  const { model, people, countries, publishedAt, article } = read;
  const castAt = castOf(model, { people, countries });
  const known = new Map<number, Scene>();
  return {
    ...read,
    dates: readTextDates(model, { publishedAt, url: article.url }),
    sentence: (n) => (n === null ? null : (model.sentences[n - 1] ?? null)),
    sceneAt(sentence) {
      const before = known.get(sentence.index);
      if (before !== undefined) return before;
      const tokens = tokensOf(model, sentence);
      const scene = sceneOf(model, { sentence, tokens, cast: castAt(sentence, tokens) });
      known.set(sentence.index, scene);
      return scene;
    },
  };
}

/** Whether two stretches share a character. */
export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
