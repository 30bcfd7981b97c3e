import { PLAN_VERBS } from "../../en/event-words.ts";
import { type EventWord, lowerAt, type Scene } from "../event.ts";
import { type PlacedReport, placeOfMeeting } from "./place-of-meeting.ts";

/** "a summit, planned for May 20 in Accra, has been cancelled". */
export function placeOfPlan(scene: Scene, event: EventWord, placed: Omit<PlacedReport, "event">): string | null {
  const plan = (scene.tree.kids[event.at] ?? []).find(
    (kid) => scene.tree.rels[kid] === "acl" && PLAN_VERBS.has(lowerAt(scene, kid)),
  );
  return plan === undefined ? null : placeOfMeeting({ ...placed, event: { at: plan, first: plan, last: plan + 1 } });
}
