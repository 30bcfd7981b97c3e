import type { MeetingKind, MeetingStatus } from "../../domain/evidence/extraction.ts";
import type { VerbClass } from "../en/event-words.ts";
import type { Token } from "../tokens.ts";
import type { Actor, Cast } from "./parties/actors.ts";
import type { Tree } from "./tree.ts";

/** A sentence and everyone in it. */
export interface SentenceView {
  /** The whole article's text, which token offsets point into. */
  text: string;
  tokens: Token[];
  actors: Actor[];
}

/** A sentence with its grammar as well. */
export interface Scene extends SentenceView {
  cast: Cast;
  tree: Tree;
  /** Where the dateline ends, 0 for none. */
  dateline: number;
  /** Whether the text is a note of few sentences: there a name stands alone that an article would introduce. */
  isBrief: boolean;
}

/** A word that reports an encounter, with what it is. */
export interface EventWord {
  /** The head word. */
  at: number;
  form: "verb" | "noun";
  verb: VerbClass | null;
  kind: MeetingKind;
  /** The words that the event is told by, last exclusive. */
  first: number;
  last: number;
}

/** Somebody who takes part, with the words that say so. */
export interface Side {
  actor: Actor;
  /** "subject", "object", "with", "possessor", "compound": for `--explain`. */
  by: string;
}

/** What the grammar around an event's word says of it. `null` as status: nothing says whether it was or will be. */
export interface Standing {
  status: MeetingStatus | "none" | null;
  /** The governing words, as they stand. */
  why: string[];
}

export function lowerAt(scene: { tokens: Token[] }, at: number): string {
  return scene.tokens[at]?.lower ?? "";
}

/** "a state dinner for Queen Elizabeth". */
export function isMeal(scene: Scene, noun: number): boolean {
  return /^(?:dinner|lunch|luncheon|breakfast|banquet|reception)$/.test(lowerAt(scene, noun));
}
