import { isCalendarWord } from "../../en/calendar.ts";
import { EVENT_NOUNS } from "../../en/event-words.ts";
import type { Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { caseOf, kidsOf } from "../tree.ts";
import { sidesInPhrase } from "./sides-in.ts";
import { obliquesOf } from "./verb-sides.ts";

/** Where a visit goes: "to Poland", "visit to the White House". */
export function hostsOf(scene: Scene, noun: number, verb: number): Side[] {
  const to = kidsOf(scene.tree, noun, /^(?:nmod|obl|dep)$/).filter(
    (kid) =>
      kid > noun &&
      /^(?:to|in|with)$/.test(caseOf(scene.tree, kid, (i) => lowerAt(scene, i))) &&
      !EVENT_NOUNS.has(lowerAt(scene, kid)),
  );
  const places = to.length > 0 || verb < 0 ? to : obliquesOf(scene, verb, /^(?:to|in)$/);
  const hosts = places.flatMap((head) => sidesInPhrase(scene, head, "where"));
  if (hosts.length > 0) return hosts;
  const behind = hostBehind(scene, noun);
  return behind.length > 0 ? behind : hostBefore(scene, noun);
}

/** "her Ghana trip", "called off the Ghana visit": a country right before the noun, by its name; "Ghana visit rules" are none. Teams go on tours. */
function hostBefore(scene: Scene, noun: number): Side[] {
  if (!/^(?:trip|visit)$/.test(lowerAt(scene, noun)) || /^NN/.test(scene.tree.tags[noun + 1] ?? "")) return [];
  const actor = scene.actors.find(({ kind, last }) => kind === "country" && last === noun);
  return actor === undefined ? [] : [{ actor, by: "where" }];
}

const HOST_REACH = 12;

/** "a visit by the foreign minister to Bratislava", where the parser hangs the place elsewhere. */
function hostBehind(scene: Scene, noun: number): Side[] {
  for (let i = noun + 1; i < Math.min(scene.tokens.length, noun + HOST_REACH); i++) {
    if (lowerAt(scene, i) !== "to" && !(lowerAt(scene, i) === "in" && onlyDaysBetween(scene, noun, i))) continue;
    const at = lowerAt(scene, i + 1) === "the" ? i + 2 : i + 1;
    const actor = scene.actors.find((each) => each.first === at);
    return actor === undefined ? [] : [{ actor, by: "where" }];
  }
  return [];
}

/** "started her trip on Wednesday in Norway": nothing but a day stands between. */
function onlyDaysBetween({ tokens }: Scene, noun: number, at: number): boolean {
  return at > noun + 1 && tokens.slice(noun + 1, at).every(({ lower }) => lower === "on" || isCalendarWord(lower));
}
