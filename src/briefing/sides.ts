import type { Range } from "../domain/evidence/span.ts";
import { storedEnglish } from "../extract/en/stored-english.ts";
import { onFirstUse } from "../extract/on-first-use.ts";
import { readText, type TextModel } from "../extract/read-text.ts";

/** A text, cut into tokens when somebody first needs them: most sentences name no side, which shows without. */
export interface Words {
  text: string;
  model(): TextModel;
}

export function wordsIn(text: string): Words {
  return { text, model: onFirstUse(() => readText(text, storedEnglish)) };
}

/** Where a text names a side of the topic: the country, its people, capital and seats, the body, or whoever acts for it. */
export interface Mention extends Range {
  /** Place among the topic's sides; `UNPLACED` for somebody in office of whom no article says for whom. */
  side: number;
  /** "in Tokyo", "on the margins of the NATO summit": where something is, not who acts. */
  isPlace: boolean;
}

export const UNPLACED = -1;

/** How texts name the sides of a topic. A phrase is one side. */
export interface Sides {
  count: number;
  /** Whatever a sentence says of a phrase is on it; of a country or a person it is what they do, or what is done to them. */
  isPhrase: boolean;
  /** A phrase of several words, which nobody uses by the way. */
  isLong: boolean;
  /** In order, none inside of another one. */
  find(words: Words): Mention[];
  /** The same in an article whose headline names them: of an event that has a name of its own "the summit" is enough. */
  findAgain(words: Words): Mention[];
  /** How many countries a text names that are no side of the topic. */
  countOthers(model: TextModel): number;
  /** Whether a text names a country that is no side of the topic, or somebody who acts for one. */
  namesThird(words: Words): boolean;
  /** Where a text names such a country or somebody who acts for one, not as a place. */
  thirdsIn(words: Words): Range[];
}
