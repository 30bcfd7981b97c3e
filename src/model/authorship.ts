import type { NoDraft } from "../domain/model/language-model.ts";
import type { Rejection } from "./gate/reasons.ts";
import type { SetAside } from "./screen-articles.ts";

/** Who wrote a text, and what became of what the model wrote. */
export interface Authorship {
  by: "model" | "local";
  model: string;
  /** Why the local engine wrote although there is a model; null where the model wrote. */
  why: NoDraft | "gate" | "no-evidence" | null;
  rejections: Rejection[];
  /** How many rejected sentences have one of the articles' own in their place. */
  replaced: number;
  setAside: SetAside[];
}
