import type { TextModel } from "../read-text.ts";
import type { Sentence, Token } from "../tokens.ts";
import type { Scene } from "./event.ts";
import { type Cast, findActors } from "./parties/actors.ts";
import { treeOf } from "./tree.ts";

/** A text of no more sentences is a note, not an article. */
const BRIEF = 3;
/** A longer run before a colon is no label. */
const MAX_LABEL = 12;

/** A sentence with everyone in it and its grammar. */
export function sceneOf(
  model: TextModel,
  { sentence, tokens, cast }: { sentence: Sentence; tokens: Token[]; cast: Cast },
): Scene {
  const dateline = datelineEnd(tokens);
  const actors = findActors(tokens, cast).filter((actor) => actor.first >= dateline);
  const isBrief = model.sentences.length <= BRIEF;
  return { text: model.text, tokens, cast, actors, tree: treeOf(model, sentence), dateline, isBrief };
}

/** Where the label of a line of speech ends, “Greece's Prime Minister Ann Lee: "We stayed."”: who speaks takes part in nothing by it. */
function labelEnd(tokens: readonly Token[]): number {
  const colon = tokens.slice(0, MAX_LABEL).findIndex((token) => token.text === ":");
  const opens = /^["“«„‘']$/u.test(tokens[colon + 1]?.text ?? "");
  const names = tokens
    .slice(0, Math.max(0, colon))
    .every((token) => token.capital || token.kind === "mark" || /^(?:of|the|and|for|to|[’']s)$/u.test(token.lower));
  return colon > 0 && opens && names ? colon : 0;
}

/** Where "TOKYO, March 9 (Reuters) —" ends: its names take part in nothing. */
function datelineEnd(tokens: readonly Token[]): number {
  const dash = tokens
    .slice(0, 14)
    .findIndex((token, at) => at > 0 && (/^(?:[—–-]|--)$/u.test(token.text) || (at < 3 && token.text === ":")));
  return dash > 0 && /^[\p{Lu}.]{3,}$/u.test(tokens[0]?.text ?? "") ? dash : labelEnd(tokens);
}
