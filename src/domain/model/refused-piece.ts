import type { ModelPurpose } from "./language-model.ts";

/** What of a model's answer was refused, as it may be kept for labelling: words of the model and of the article, of nobody who asked. */
export interface RefusedPiece {
  reason: string;
  /** The words that the rule stumbled over, or where the piece stands in a reading; may be empty. */
  detail: string;
  /** The piece as the model gave it: a sentence, or a part of a reading as JSON. */
  said: string;
  /** The passages that it rests on by the model's own word. */
  passages: string[];
}

/** Never rejects: that something could not be kept costs nobody their text. */
export type KeepRefused = (purpose: ModelPurpose, pieces: readonly RefusedPiece[]) => Promise<void>;
