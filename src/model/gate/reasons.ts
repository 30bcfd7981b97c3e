import { CHECK_REASONS } from "../alignment/reasons.ts";

/** Why a sentence of a model's is not shown, and how we say it. */
export const GATE_REASONS = {
  "no-citation": "it cites no sentence",
  "unknown-citation": "it cites a sentence that the model did not see, or too many",
  markup: "it contains characters that are not plain text",
  link: "it contains an address",
  address: "it addresses the reader",
  quotation: "it quotes words that the articles do not quote",
  length: "it is too long, too short, or not one sentence",
  language: "it is in the wrong language",
  ...CHECK_REASONS,
  judge: "asked again, the model says that it does not follow from its passages",
  unjudged: "the model did not say whether it follows from its passages",
  repeated: "it repeats an earlier sentence",
  surplus: "it is one sentence too many",
} as const;

export type GateReason = keyof typeof GATE_REASONS;

/** A finding of a rule: the reason, and the words that triggered it. */
export interface Finding {
  reason: GateReason;
  detail: string;
}

export interface Rejection extends Finding {
  /** The rejected sentence, for `--explain`. */
  text: string;
}
