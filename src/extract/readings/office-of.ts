import type { Range } from "../../domain/evidence/span.ts";
import { BESIDE_OFFICE, LEADS_TO_OFFICE, WITHIN_OFFICE } from "../en/readings/reading-words.ts";
import type { Scene } from "../meetings/event.ts";
import type { Sentence } from "../tokens.ts";
import { type Facts, overlap } from "./facts.ts";

interface Beside {
  sentence: Sentence;
  office: Range;
  /** Where the person stands. */
  place: Range;
  name: string;
}

/** A mark that may stand between the two. */
const LINKING_MARK = /^[,.()–—:"“”-]$/u;
/** So many words may stand between a name and its office. */
const MAX_BETWEEN = 24;

/** Whether an office is somebody's by the words between the two: a title, an apposition, "who is", "was elected". */
export function isOfficeOf(facts: Facts, { sentence, office, place, name }: Beside): boolean {
  const isBefore = office.end <= place.start;
  const range = isBefore ? { start: office.end, end: place.start } : { start: place.end, end: office.start };
  const others = facts.people.within(range).some(({ person, mention }) => person.name !== name && !overlap(mention, place));
  if (others) return false;
  const scene = facts.sceneAt(sentence);
  const between = placesBetween(scene, range);
  if (between.length > MAX_BETWEEN) return false;
  return isBefore ? isTitle(scene, between, office) : !isTitleOfNext(facts, office) && isApposed(scene, between);
}

function placesBetween({ tokens }: Scene, { start, end }: Range): number[] {
  return tokens.flatMap((token, at) => (token.start >= start && token.end <= end && !/^['’]s?$/u.test(token.text) ? [at] : []));
}

/** "Foreign Minister Lund", "the minister of Norway, Ada Lund", "foreign minister and deputy premier Lund". */
function isTitle(scene: Scene, between: readonly number[], office: Range): boolean {
  const last = scene.tokens[between.at(-1) ?? -1];
  if (last !== undefined && BESIDE_OFFICE.has(last.lower)) return false;
  // "the president and Secretary of State Lund" are two.
  const first = scene.tokens.findIndex((token) => token.end > office.start);
  const isOne = scene.tokens[first - 1]?.lower !== "the" || !between.some((at) => scene.tokens[at]?.lower === "and");
  return isOne && between.every((at) => isNominal(scene, at) || LINKING_MARK.test(scene.tokens[at]?.text ?? ""));
}

/** "Lund, the foreign minister", "Lund (minister)", "Lund, who was elected president", "Lund is the minister", "Lund of the ministry". */
function isApposed(scene: Scene, between: readonly number[]): boolean {
  const [first, second] = between.map((at) => scene.tokens[at]);
  if (first === undefined) return false;
  const opens = LINKING_MARK.test(first.text) || LEADS_TO_OFFICE.has(first.lower) || /^(?:of|from|at)$/.test(first.lower);
  // "Lund, 54, the minister", but not "Lund, and the minister".
  if (!opens || (second !== undefined && BESIDE_OFFICE.has(second.lower) && LINKING_MARK.test(first.text))) return false;
  return between.every(
    (at) =>
      isNominal(scene, at) ||
      LINKING_MARK.test(scene.tokens[at]?.text ?? "") ||
      LEADS_TO_OFFICE.has(scene.tokens[at]?.lower ?? ""),
  );
}

function isNominal({ tokens, tree }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return token.capital || WITHIN_OFFICE.has(token.lower) || /^(?:JJ|NN|CD|DT|PRP\$|POS|RB)/.test(tree.tags[at] ?? "");
}

/** ", German Chancellor Scholz": right before a name it is that one's. */
function isTitleOfNext({ model, people }: Facts, office: Range): boolean {
  const next = people.within({ start: office.end, end: office.end + 40 })[0];
  return next !== undefined && /^\s*$/.test(model.text.slice(office.end, next.mention.start));
}
