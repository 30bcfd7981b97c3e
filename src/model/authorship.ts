import type { NoDraft, Prose } from "../domain/model/language-model.ts";
import type { Rejection } from "./gate/reasons.ts";
import type { SetAside } from "./screen-articles.ts";

/** Who wrote a text, and what happened to the model's draft. */
export interface Authorship {
  by: "model" | "local";
  /** Whether the program copied what the model pointed at, or the model wrote. */
  prose: Prose;
  model: string;
  /** Why the local engine wrote although a model is configured; null if the model wrote. */
  why: NoDraft | "gate" | "no-evidence" | null;
  rejections: Rejection[];
  /** How many rejected sentences were replaced with sentences of the articles. */
  replaced: number;
  setAside: SetAside[];
}
