/** Why a sentence of the model's is not shown, and how that is said. */
export const GATE_REASONS = {
  "no-citation": "it names no sentence that it rests on",
  "unknown-citation": "it names a sentence that was not shown",
  markup: "it holds characters that are no plain text",
  link: "it holds an address",
  address: "it speaks to the reader",
  quotation: "it puts words between quotation marks that the articles do not",
  length: "it is too long, too short, or no single sentence",
  language: "it is not in the language that was asked for",
  date: "it gives a date that its passages do not",
  number: "it gives a number that its passages do not",
  place: "it names a place that its passages do not",
  name: "it names somebody or something that its passages do not",
  negation: "it says yes where its passages say no, or no where they say yes",
  modality: "it tells as done what its passages only expect",
  attribution: "it tells as a fact what its passages only report or ask for",
  unsupported: "too many of its words are not in its passages",
  repeated: "it says again what was said before",
  surplus: "there are more sentences than were asked for",
} as const;

export type GateReason = keyof typeof GATE_REASONS;

/** One finding of a rule: the reason, and the words that gave it. */
export interface Finding {
  reason: GateReason;
  detail: string;
}

export interface Rejection extends Finding {
  /** What the model wrote, for those who ask why it is not shown. */
  text: string;
}
