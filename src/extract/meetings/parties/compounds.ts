import { countryName, countryWord } from "../../countries.ts";
import type { EventWord, Scene, Side } from "../event.ts";
import type { Actor } from "./actors.ts";

/** "the G7 summit", "US-China talks", "the Xi-Putin meeting": who stands before the noun. */
export function compounds(scene: Scene, event: EventWord): Side[] {
  const sides: Side[] = [];
  for (let i = event.at - 1; i >= Math.max(0, event.at - 6); i--) {
    const token = scene.tokens[i];
    if (/^[()]$/.test(token?.text ?? "") || (scene.tokens[i - 1]?.text === "(" && scene.tokens[i + 1]?.text === ")")) continue;
    if (
      token === undefined ||
      (token.kind === "mark" && token.text !== "-") ||
      /^(?:of|in|at|the|a|an|to|with|and|on|for|from|this|that|before|after|ahead|during)$/.test(token.lower)
    )
      break;
    if (/[’']s?$/u.test(token.text)) break;
    const actor = scene.actors.find((each) => each.first <= i && i < each.last);
    if (actor?.kind === "organisation") {
      const state = joinedState(scene, actor.first - 1);
      // "U.S.-EU Summit" is a name of its own, not a summit of the body.
      if (state !== null && event.kind === "summit" && scene.tokens[event.at]?.capital === true) return [];
      sides.push({ actor, by: "compound" }, ...(state ?? []));
      i = actor.first;
      continue;
    }
    if (/[-–]/.test(token.text)) sides.push(...hyphenPair(scene, i).map((each) => ({ actor: each, by: "compound" })));
  }
  return sides.length > 0 ? sides : statesBefore(scene, event.at);
}

/** "U.S.-EU talks": the state that a dash joins to a body; null for none. */
function joinedState({ tokens }: Scene, dash: number): Side[] | null {
  const country = /^[-–]$/u.test(tokens[dash]?.text ?? "") ? countryWord(tokens[dash - 1]?.text ?? "") : null;
  if (country === null) return null;
  const name = countryName(country.code) ?? country.code;
  return [{ actor: { first: dash - 1, last: dash, kind: "country", name, official: true }, by: "compound" }];
}

function hyphenPair(scene: Scene, at: number): Actor[] {
  const token = scene.tokens[at];
  const states = statesAround(scene, at);
  if (states.length >= 2) return states;
  const parts = (token?.text ?? "").split(/[-–]/);
  const found: Actor[] = [];
  for (const part of parts) {
    const country = countryWord(part);
    const known = scene.cast.surnamed(part);
    if (country !== null)
      found.push({ first: at, last: at + 1, kind: "country", name: countryName(country.code) ?? part, official: true });
    else if (known !== null) found.push({ first: at, last: at + 1, kind: "person", name: known.name, official: known.official });
    else if (scene.cast.recurs(part)) found.push({ first: at, last: at + 1, kind: "person", name: part, official: false });
  }
  const isKnown = found.some(
    (actor) => actor.kind === "person" && scene.cast.surnamed(parts.find((part) => actor.name?.endsWith(part)) ?? "") !== null,
  );
  return found.length >= 2 && (isKnown || found.every((actor) => actor.kind === "country")) ? found : [];
}

/** "U.S.-North Korean talks": the states that a word with a hyphen and the next one name. */
function statesAround({ cast, tokens }: Scene, at: number): Actor[] {
  const [from, to] = [tokens[at]?.start ?? 0, (tokens[at + 1]?.capital === true ? tokens[at + 1] : tokens[at])?.end ?? 0];
  const names = new Set(cast.countries.filter((each) => each.start >= from && each.end <= to).map((each) => each.name));
  return [...names].map((name) => ({ first: at, last: at + 1, kind: "country", name, official: true }));
}

/** "the U.S. - North Korean summit": two states with a dash between them, right before the noun. */
function statesBefore({ cast, tokens }: Scene, noun: number): Side[] {
  let first = noun;
  let dash = false;
  while (
    first > 0 &&
    noun - first < 6 &&
    (tokens[first - 1]?.capital === true || /^[-–/]$/u.test(tokens[first - 1]?.text ?? ""))
  ) {
    first--;
    dash ||= /^[-–/]$/u.test(tokens[first]?.text ?? "");
  }
  const from = tokens[first]?.start ?? 0;
  const to = tokens[noun]?.start ?? 0;
  const names = new Set(cast.countries.filter((each) => each.start >= from && each.end <= to).map((each) => each.name));
  if (!dash || names.size < 2) return [];
  return [...names].map((name) => ({ actor: { first, last: noun, kind: "country", name, official: true }, by: "compound" }));
}
