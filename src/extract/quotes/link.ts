import type { Range } from "../../domain/evidence/span.ts";
import type { Phrase } from "./noun-phrase.ts";

/** Who speaks, by the words that stand at the quotation, and the rule that says so. */
export interface Link {
  rule: string;
  /** Token indices of the source phrase in the whole model, last exclusive; null where the cue's subject is understood ("and added"). */
  source: Phrase | null;
  cue: Range | null;
}

/** An attribution between marks that governs the whole sentence around it: ", said Smith," or ", the paper added." Tokens, last exclusive. */
export interface Aside extends Range {
  link: Link;
}
