/** Why the gate rejects a sentence, and how we say it. */
export const GATE_REASONS = {
  "no-citation": "it cites no sentence",
  "unknown-citation": "it cites a sentence that the model did not see",
  markup: "it contains characters that are not plain text",
  link: "it contains an address",
  address: "it addresses the reader",
  quotation: "it quotes words that the articles do not quote",
  length: "it is too long, too short, or not one sentence",
  language: "it is in the wrong language",
  date: "its passages do not give its date",
  number: "its passages do not give its number",
  place: "its passages do not name its place",
  name: "its passages do not name its person or thing",
  negation: "it says yes where its passages say no, or the reverse",
  modality: "it states as done what its passages only expect",
  attribution: "it states as fact what its passages only report or ask",
  "no-claim": "it says nothing that can be checked",
  unsupported: "too many of its words are not in its passages",
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
