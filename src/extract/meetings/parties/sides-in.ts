import { countryWord } from "../../countries.ts";
import { PLACE_PREPOSITIONS } from "../../en/place-words.ts";
import type { Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import { boundsOf, phraseOf } from "../tree.ts";
import type { Actor } from "./actors.ts";
import { isPossessive } from "./parties.ts";

const PREPOSITIONS = new Set(
  (
    "of for to from with in on at about over under regarding concerning ahead during amid following against between among by into near via toward towards " +
    "despite except like without through upon across behind beside beyond within per than after before since until as"
  ).split(" "),
);
const JOINERS = new Set(["and", "&", "or", "plus"]);
const COMPANY = new Set(["alongside", "joined", "accompanied", "together", "along", "including"]);

/** The actors of a phrase that stand for it themselves: those behind "of" or "in" only describe it. */
export function sidesInPhrase(scene: Scene, head: number, by: string): Side[] {
  const mask = phraseOf(scene.tree, head);
  const own = new Set((scene.tree.kids[head] ?? []).filter((kid) => kid < head && scene.tree.rels[kid] === "case"));
  const byStart = new Map(scene.actors.map((actor) => [actor.first, actor]));
  const { first, last } = boundsOf(mask);
  const sides: Side[] = [];
  let governor = "";
  let placed = -1;
  for (let i = first; i < last; i++) {
    if (mask[i] !== 1 && !spans(byStart.get(i), mask)) continue;
    const actor = byStart.get(i);
    const word = lowerAt(scene, i);
    if (actor !== undefined) {
      if (governor === "" && !isDemonym(scene, actor) && !isOwner(scene, actor) && !describesNext(scene, byStart, actor))
        sides.push({ actor, by });
      else if (PLACE_PREPOSITIONS.has(governor) && actor.kind === "country") placed = actor.last;
      i = Math.max(i, actor.last - 1);
    } else if (own.has(i)) continue;
    else if (COMPANY.has(word)) {
      governor = "";
      if (/^(?:by|with|side)$/.test(lowerAt(scene, i + 1))) i++;
    } else if (PREPOSITIONS.has(word)) governor = word;
    // "refugees in Norway and Portugal": both say where.
    else if (JOINERS.has(word) && i === placed && byStart.get(i + 1)?.kind === "country") continue;
    else if (JOINERS.has(word) || word === ",") governor = "";
  }
  return sides;
}

/** A long name may hang together other than the parser thinks: any of its words in the phrase will do. */
function spans(actor: Actor | undefined, mask: Uint8Array): boolean {
  if (actor === undefined) return false;
  for (let i = actor.first; i < actor.last; i++) if (mask[i] === 1) return true;
  return false;
}

/** "Japan's minister", "his meeting": the owner is no party where the owned is. */
function isOwner(scene: Scene, actor: Actor): boolean {
  if (scene.tree.tags[actor.last - 1] === "PRP$") return true;
  return isPossessive(scene.tokens, actor.last - 1);
}

/** "Russian" alone names nobody. */
function isDemonym(scene: Scene, actor: Actor): boolean {
  return (
    actor.kind === "capitals" && actor.last - actor.first === 1 && countryWord(scene.tokens[actor.first]?.text ?? "") !== null
  );
}

/** "Palestinian Authority President Abbas": a body right before an office or a name only describes it. */
function describesNext({ tokens }: Scene, byStart: Map<number, Actor>, actor: Actor): boolean {
  const bracketed = tokens[actor.last]?.text === "(" && tokens[actor.last + 2]?.text === ")";
  const next = byStart.get(bracketed ? actor.last + 3 : actor.last);
  if (actor.kind === "person" || next === undefined) return false;
  return next.kind === "person" || next.kind === "office";
}

/** The actor that a possessor names: "Trump's", "his". */
export function ownerAt(scene: Scene, at: number): Actor | null {
  return scene.actors.find((actor) => actor.first <= at && at < actor.last) ?? null;
}
