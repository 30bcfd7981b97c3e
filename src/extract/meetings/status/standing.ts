import { CALLED_OFF, LOOKS_FORWARD, NOT_CALLED_OFF } from "../../en/meetings/status-words.ts";
import type { EventWord, Scene, Standing } from "../event.ts";
import { tagAt } from "./modality.ts";
import { nounStanding } from "./noun-standing.ts";
import { isDone, isSetBehind } from "./set-behind.ts";
import type { Verdict } from "./told.ts";
import { isCalledUntrue, lowerWords } from "./untrue.ts";
import { verbStanding } from "./verb-standing.ts";

/** So many characters behind an event are read for what became of it. */
const MAX_CHARACTERS = 400;

/** What the words that govern an event make of it: held, planned, cancelled, none at all, or null where they leave it open. */
export function standingOf(scene: Scene, event: EventWord): Standing {
  const why: string[] = [];
  const status = event.form === "verb" ? verbStanding({ scene, why }, event.at) : nounStanding({ scene, why }, event.at);
  if (status !== "none" && isCalledUntrue(scene, event)) return { status: "none", why: [...why, "not true"] };
  if (status !== "none" && status !== "cancelled" && !hasHappened(scene, event, status) && isCalledOff(scene, event))
    return { status: "cancelled", why: [...why, "called off"] };
  if ((status === null || status === "held") && isLookedForwardTo(scene, event))
    return { status: "planned", why: [...why, "looked forward to"] };
  if ((status === null || (status === "held" && !isDone(why))) && isSetBehind(scene, event))
    return { status: "planned", why: [...why, "set behind"] };
  return { status, why };
}

function isLookedForwardTo({ tokens }: Scene, { first }: EventWord): boolean {
  return LOOKS_FORWARD.test(lowerWords(tokens.slice(0, first)));
}

/** "They met in place of the summit that was cancelled": what people did was not called off, whatever else was. */
function hasHappened(scene: Scene, event: EventWord, status: Verdict): boolean {
  return status === "held" && event.form === "verb" && tagAt(scene, event.at) === "VBD";
}

/** "…, but it was called off", "… fell through": what the sentence goes on to say. */
function isCalledOff(scene: Scene, event: EventWord): boolean {
  const words = lowerWords(scene.tokens.slice(event.last));
  return CALLED_OFF.test(words.slice(0, MAX_CHARACTERS)) && !NOT_CALLED_OFF.test(words);
}
