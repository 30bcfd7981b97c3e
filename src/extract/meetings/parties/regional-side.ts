import { regionOf } from "../../en/regions.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import type { Actor } from "./actors.ts";

const GATHER = /^(?:leaders|presidents|ministers|premiers|chiefs|heads|officials|diplomats|envoys)$/;

/** "African leaders", "50 leaders from Africa", "leaders of the Pacific nations": many of one part of the world, as one side; else null. */
export function regionalSide(scene: Scene, office: Actor): string | null {
  const noun = office.last - 1;
  if (!GATHER.test(lowerAt(scene, noun))) return null;
  // "other African leaders": those who are not named beside the ones who are.
  if (scene.tokens.slice(Math.max(0, noun - 3), noun).some(({ lower }) => lower === "other")) return null;
  const region = regionBefore(scene, noun) ?? regionBehind(scene, office.last);
  return region === null ? null : `${region} leaders`;
}

function regionBefore(scene: Scene, noun: number): string | null {
  return regionAt(scene, noun - 2, noun) ?? regionAt(scene, noun - 1, noun);
}

function regionBehind(scene: Scene, at: number): string | null {
  if (!/^(?:from|of|across|in)$/.test(lowerAt(scene, at))) return null;
  const first = lowerAt(scene, at + 1) === "the" ? at + 2 : at + 1;
  return regionAt(scene, first, first + 2) ?? regionAt(scene, first, first + 1);
}

function regionAt({ tokens }: Scene, first: number, last: number): string | null {
  if (first < 0) return null;
  return regionOf(
    tokens
      .slice(first, last)
      .map(({ text }) => text)
      .join(" "),
  );
}
