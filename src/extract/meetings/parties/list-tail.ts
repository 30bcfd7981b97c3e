import { countryWord } from "../../countries.ts";
import { OFFICE_NOUNS, STATE_TITLES } from "../../en/meeting-words.ts";
import type { Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { isPossessive } from "./parties.ts";

/** How many words may stand before the next one of a list: "and with the Deputy Prime Minister and Foreign Minister of Fiji". */
const REACH = 12;
/** Words of a list and of what introduces its next one. */
const BETWEEN = /^(?:,|and|&|plus|as|well|also|later|then|separately|along|with|the|of|his|her|its|their|both|[’']s|[–-])$/u;
const LAST_JOINT = /^(?:and|&|plus|well|with)$/;

/**
 * The sides of a list with those behind its first one that the parser hangs elsewhere: "met General A, the rebel leader B and C", "met A and
 * with Ambassador B". A list ends with "and": a name behind a comma alone may describe the one before it.
 */
export function withListTail(scene: Scene, sides: readonly Side[]): Side[] {
  const [first] = sides;
  if (first === undefined || first.actor.kind === "capitals") return [...sides];
  const found: Side[] = [];
  const named = sides.filter(({ actor }) => actor.kind === "person").map(({ actor }) => actor.last);
  let end = named.length > 0 ? Math.min(...named) : Math.max(...sides.map(({ actor }) => actor.last));
  let closed = false;
  for (let next = nextOf(scene, end); next !== null; next = nextOf(scene, end)) {
    const { actor, isLast } = next;
    const isKnown = sides.some((side) => side.actor.name === actor.name);
    if (!isKnown && isSubject(scene, actor.last)) break;
    if (!isKnown) found.push({ actor, by: first.by });
    end = actor.last;
    closed ||= isLast;
  }
  return closed ? [...sides, ...found] : [...sides];
}

/** The next person of a list, with what stands between, and whether "and" does. */
function nextOf(scene: Scene, from: number): { actor: Side["actor"]; isLast: boolean } | null {
  const first = lowerAt(scene, from);
  if (!/^(?:,|and|&|as|plus|along)$/.test(first)) return null;
  let isLast = false;
  for (let at = from; at < Math.min(scene.tokens.length, from + REACH); at++) {
    const actor = scene.actors.find((each) => each.first === at && each.kind === "person");
    if (actor !== undefined) return isPossessive(scene.tokens, actor.last - 1) ? null : { actor, isLast };
    const word = lowerAt(scene, at);
    if (LAST_JOINT.test(word)) isLast = true;
    else if (!(BETWEEN.test(word) || isOfTitle(scene, at))) return null;
  }
  return null;
}

/** "Sudanese", "army", "foreign", "minister": what may stand in a title before a name. */
function isOfTitle({ tokens, tree }: Scene, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return false;
  if (OFFICE_NOUNS.has(token.lower) || STATE_TITLES.has(token.lower) || countryWord(token.text) !== null) return true;
  return /^(?:JJ|NN|NNP|NNPS|CD)$/.test(tree.tags[at] ?? "");
}

/** "…, and President Lask said": who does something else is no more of the list. */
function isSubject({ tree, tokens }: Scene, at: number): boolean {
  const next = /^(?:also|later|then|both)$/.test(tokens[at]?.lower ?? "") ? at + 1 : at;
  return /^(?:VBD|VBZ|VBP|MD)$/.test(tree.tags[next] ?? "");
}
