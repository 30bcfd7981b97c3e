import type { Range } from "../../domain/evidence/span.ts";
import type { RefusalReason } from "../../domain/model/model-reading.ts";
import { PLACE_LEAD } from "../en/readings/reading-words.ts";
import type { Scene } from "../meetings/event.ts";
import { tieOf } from "../meetings/when/date-host.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import { type Facts, overlap } from "./facts.ts";
import { tokenAt } from "./who.ts";
import { findWords, wordForms } from "./words.ts";

/** The text's words for a model's place, where they stand in a phrase of place of the event; else why not. */
export function whereOf(
  facts: Facts,
  words: string,
  { own, sentences }: { own: ToldEvent[]; sentences: Sentence[] },
): string | { reason: RefusalReason } {
  const bare = words.trim().replace(PLACE_LEAD, "");
  const forms = wordForms(bare);
  const places = sentences.flatMap((sentence) => findWords(facts.model, forms, sentence).map((place) => ({ sentence, place })));
  if (forms.length === 0 || places.length === 0) return { reason: "not-in-the-sentence" };
  let reason: RefusalReason = "not-a-place";
  for (const { sentence, place } of places) {
    if (!isPlace(facts, sentence, place)) continue;
    const told = own.filter((each) => each.sentence === sentence);
    if (told.length === 0 || told.some((event) => isOfEvent(facts, event, place)))
      return asName(facts.model.text.slice(place.start, place.end).replace(/['’]s?$/u, ""));
    reason = "place-of-something-else";
  }
  return { reason };
}

/** "NEW DELHI", as datelines and headlines print it, is New Delhi; "UN" and "USA" stay. */
function asName(text: string): string {
  const isPrinted = text === text.toUpperCase() && /\p{L}{4}/u.test(text);
  return isPrinted ? text.toLowerCase().replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase()) : text;
}

/** No part of somebody's name. */
function isPlace(facts: Facts, sentence: Sentence, place: Range): boolean {
  const scene = facts.sceneAt(sentence);
  const isPerson = scene.actors.some((actor) => actor.kind === "person" && actor.name !== null && covers(scene, actor, place));
  return !isPerson;
}

function covers({ tokens }: Scene, { first, last }: { first: number; last: number }, place: Range): boolean {
  const [start, end] = [tokens[first], tokens[last - 1]];
  return start !== undefined && end !== undefined && overlap({ start: start.start, end: end.end }, place);
}

/** Not the place of a speech: "told reporters in Lima that …". */
function isOfEvent(facts: Facts, { scene, sentence, event, others }: ToldEvent, place: Range): boolean {
  return tieOf(tokenAt(facts, sentence, place.start), { tokens: scene.tokens, grammar: scene.tree, event, others }) !== "speech";
}
