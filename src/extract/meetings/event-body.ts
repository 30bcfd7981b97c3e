import { bodyKey, COUNTED, gatheringKey } from "../en/bodies.ts";
import type { EventWord, Scene } from "./event.ts";
import { eventName } from "./event-name.ts";
import { summitNameOf } from "./find-events.ts";
import { partiesOfSides } from "./parties/party.ts";
import type { Sides } from "./parties/verb-sides.ts";

/** The body that gathers, or the event's own name: what tells one summit from another. */
export function bodyOf(scene: Scene, event: EventWord, sides: Sides): string | null {
  const named = summitNameOf(scene, event);
  if (named !== null) return gatheringKey(named.name);
  if (event.form === "verb") return gatheredBody(scene, event, sides);
  if (event.kind === "visit") return null;
  const body = sides.left.find((side) => side.actor.kind === "organisation" && /^(?:compound|of)$/.test(side.by));
  const own = body === undefined ? eventName(scene, event) : null;
  if (own !== null) return own.name.toLowerCase().replace(COUNTED, "");
  return body?.actor.name == null ? null : bodyKey(body.actor.name);
}

/** "EU leaders met in Brussels": the one body of which those are who meet. */
export function gatheredBody(scene: Scene, event: EventWord, sides: Sides): string | null {
  if (!(event.verb === "meet" || event.verb === "gather") || sides.right.length > 0) return null;
  const [body, ...others] = partiesOfSides(scene, sides.left);
  return body !== undefined && others.length === 0 && body.kind === "organisation" ? bodyKey(body.name) : null;
}
