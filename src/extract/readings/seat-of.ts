import type { RefusalReason } from "../../domain/model/model-reading.ts";
import { SEVERAL } from "../en/readings/reading-words.ts";
import { isPlainReportingVerb } from "../en/reporting-verbs.ts";
import type { Sentence } from "../tokens.ts";
import type { ToldEvent } from "./events.ts";
import { type Facts, overlap } from "./facts.ts";
import { placesOf, type Who } from "./who.ts";

/** Somebody who takes part, and in which sentences they stand. */
export interface Seated {
  who: Who;
  /** Of the model's words for them. */
  path: string;
  sentences: Sentence[];
}

/** So many sentences back "the two" may reach. */
const SEVERAL_REACH = 3;

/** Whether somebody stands in the sentences of a meeting and takes part in it; else why not. */
export function seatOf(
  facts: Facts,
  { who, path }: Pick<Seated, "who" | "path">,
  { sentences, events }: { sentences: Sentence[]; events: ToldEvent[] },
): Seated | RefusalReason {
  const isParty = events.filter(({ parties }) => parties.some(({ name }) => name === who.name));
  if (isParty.length > 0) return { who, path, sentences: isParty.map(({ sentence }) => sentence) };
  const named = sentences.filter((sentence) => placesOf(facts, who, sentence).length > 0);
  if (named.length > 0)
    return named.every((sentence) => isOnlySource(facts, who, sentence)) ? "not-a-party" : { who, path, sentences: named };
  const plural = sentences.filter((sentence) =>
    events.some((event) => event.sentence === sentence && (event.isPlural || event.parties.length < 2)),
  );
  const several = plural.filter((sentence) => isOneOfSeveral(facts, who, sentence));
  return several.length > 0 ? { who, path, sentences: several } : "not-in-the-sentence";
}

/** "The two leaders met": of those whom the local engine takes them for. */
function isOneOfSeveral(facts: Facts, who: Who, sentence: Sentence): boolean {
  const { model, local } = facts;
  if (!SEVERAL.test(model.text.slice(sentence.start, sentence.end).toLowerCase())) return false;
  const isKnown = local.meetings.some(
    (meeting) =>
      meeting.participants.some(({ name }) => name === who.name) && meeting.evidence.some((range) => overlap(range, sentence)),
  );
  if (isKnown) return true;
  const before = model.sentences.slice(Math.max(0, sentence.index - SEVERAL_REACH), sentence.index);
  const last = before.findLast((each) => facts.sceneAt(each).actors.filter(({ kind }) => kind === "person").length >= 2);
  return last !== undefined && placesOf(facts, who, last).length > 0;
}

/** Whether a sentence has somebody only as who says something, "Lund said that Falk had met Aydin", or as whom it is said about. */
function isOnlySource(facts: Facts, who: Who, sentence: Sentence): boolean {
  const { tokens, tree } = facts.sceneAt(sentence);
  const places = placesOf(facts, who, sentence);
  return places.every((place) => {
    const head = tokens.findIndex(
      (token, i) =>
        overlap(token, place) &&
        !tokens.some((_, other) => other !== i && other === tree.heads[i] && overlap(tokens[other] ?? place, place)),
    );
    // "his spokesman, Leo Pinto, said": who is told of in an apposition is the subject.
    const at = tree.rels[head] === "appos" ? (tree.heads[head] ?? -1) : head;
    const verb = tree.heads[at] ?? -1;
    return /^nsubj/.test(tree.rels[at] ?? "") && isPlainReportingVerb(tokens[verb]?.lower ?? "") && tree.tags[verb] !== "VBN";
  });
}
