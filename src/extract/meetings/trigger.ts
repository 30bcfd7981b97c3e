import type { MeetingKind, MeetingStatus } from "../../domain/evidence/extraction.ts";
import type { Relations } from "../clauses/relations-of.ts";
import type { Token } from "../tokens.ts";
import type { Stretch } from "./clause.ts";
import type { Actor } from "./parties/actors.ts";

/** A sentence as the rules see it. */
export interface SentenceView {
  /** The whole article's text, which token offsets point into. */
  text: string;
  tokens: Token[];
  actors: Actor[];
  grammar: Relations;
}

/** Words that report an encounter. `subject` and `object` are where its participants may stand; `at` is its head word. */
export interface Trigger extends Stretch {
  at: number;
  kind: MeetingKind;
  status: MeetingStatus;
  subject: Stretch | null;
  object: Stretch | null;
  /** What the object's participants follow: their preposition, or nothing for a verb's own object. */
  links: ReadonlySet<string>;
  /** Whether the object may begin with a participant, without a link. */
  direct: boolean;
  rule: string;
}

export type TriggerRule = (view: SentenceView, at: number) => Trigger | null;
