import type { Scene, Standing } from "../event.ts";

/** A sentence, and the governing words found so far, as they stand. */
export interface Told {
  scene: Scene;
  why: string[];
}

export type Verdict = Standing["status"];

export function deny(why: string[], word: string): Verdict {
  why.push(word);
  return "none";
}
